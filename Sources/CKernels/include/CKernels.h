// The hot path for processors with wide vectors: what Swift does in NearDuplicates with 16 bytes at
// a time, with 64, chosen when the program runs.
//
// Each kernel gives bit for bit what the Swift code beside its call gives, which stays the only one
// on other processors and is its twin in the tests.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What WordScanner keeps from block to block, and where it writes to.
struct WordScan {
  uint32_t *edges;
  size_t edgeCount;
  // A bit for each word that has irregular bytes.
  uint64_t *irregularWords;
  bool hasIrregularWords;
  uint64_t carriedWord;
  uint64_t carriedIrregular;
  uint64_t carriedPunctuation;
  // Which of the first three bytes of the next block stand behind a letter that is a token.
  uint64_t carriedLetters;
  uint8_t lastByte;
};

// One round of throws, as SketchRound has it.
struct Throws {
  uint64_t multiplier;
  uint64_t addend;
  uint64_t slotShift;
  uint32_t valueMask;
  uint32_t round;
};

// How much of a JSON string was taken, how much was written for it, and whether it is well-formed
// UTF-8.
struct Unescaped {
  size_t taken;
  size_t written;
  bool isUTF8;
};

// The kernels for one kind of processor; NULL where Swift is as fast, or alone.
struct KernelTable {
  // Scans blocks of 64 bytes, behind which five more may be read, and writes them to `copy` with
  // small letters. Up to 64 edges behind the last are overwritten. With AVX-512 ideographs and kana
  // are words of their own, and their ends have the uppermost bit.
  void (*scanWords)(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                    struct WordScan *scan);

  // Hashes `count` words given by their edges, begin and end, as offsets from `text`. The 16 bytes
  // from the begin on and the 16 before the end of each can be read. Where an end has the uppermost
  // bit, it is that of a letter of three bytes. Returns whether all have 1 to 32 bytes; the longer
  // ones are marked. Room behind the last is overwritten: 7 hashes, and 16 edges of which the first
  // is put back.
  bool (*hashWords)(uint32_t *edges, size_t count, const uint8_t *text, uint64_t *hashes,
                    uint64_t *irregularWords);

  // Hashes the marked ones of `count` words that have up to 32 bytes, of which those outside ASCII
  // are letters of U+00C0 to U+017F, and takes their marks away; returns whether none is left.
  // `folds` has 128 bytes for each lead of C3 to C5: by the last six bits of the byte behind it the
  // first byte of what the letter folds to, 0 for none of these, and the second, 0 for none. Reads
  // and writes nothing beside the words and their hashes.
  bool (*hashLatinWords)(const uint32_t *edges, size_t count, const uint8_t *text,
                         const uint8_t *folds, uint64_t *hashes, uint64_t *irregularWords);

  // Hashes `count` shingles of `size` tokens, one from each token on, with `size` - 1 more tokens
  // behind the last. Writes `count` hashes, and no further.
  void (*hashShingles)(const uint64_t *tokens, size_t count, size_t size, uint64_t *shingles);

  // Throws shingles into slots, each of which keeps its least value; as many slots as 64 less
  // `slotShift` bits count.
  void (*throwShingles)(const uint64_t *shingles, size_t count, const struct Throws *throws,
                        uint32_t *slots);

  // Writes the index of the least of every five shingles in a row, once each, and returns how many
  // there are. At least five shingles; up to 7 picks behind the last are overwritten.
  size_t (*winnow)(const uint64_t *shingles, size_t count, uint32_t *picks);

  // The offset of the first byte of a JSON string that ends it or is not plain: a quotation mark, a
  // control character, or the backslash of an escape that is none of one letter; `length` where
  // there is none. Notes whether there are escapes before. Reads `length` bytes, and no further, as
  // the two below do.
  size_t (*skipString)(const uint8_t *text, size_t length, bool *hasEscapes);

  // Writes what a valid JSON string stands for, up to the first escape by a number. Up to 64 bytes
  // behind the last are overwritten.
  struct Unescaped (*unescape)(const uint8_t *text, size_t length, uint8_t *target);

  // Whether bytes are well-formed UTF-8.
  bool (*isUTF8)(const uint8_t *text, size_t length);

  // XXH3 with 64 bits.
  uint64_t (*hash)(const void *bytes, size_t count);
};

// The kinds of processors, each of which can do what those before it can.
enum { kernelsPortable = 0, kernelsAVX2 = 1, kernelsAVX512 = 2 };

// The last kind that this processor and its system can do, or a former one that the environment
// variable DEDUPE_KERNELS asks for: portable, avx2 or avx512.
int32_t bestKernels(void);

// The kernels of a kind of at most the processor's own.
const struct KernelTable *kernelTable(int32_t kind);

#endif
