// Words with accented letters, which are folded before they are hashed: in Swift scalar by scalar.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

static inline uint64_t equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

// Puts the folds of the letters that begin with a byte in the place of their two bytes: leads go by
// the bytes behind them, those by themselves.
static inline __m512i replaced(__m512i folded, uint64_t leads, __m512i next, __m512i bytes,
                               const uint8_t *folds) {
  __m512i first = _mm512_loadu_si512(folds), second = _mm512_loadu_si512(folds + 64);
  folded = _mm512_mask_permutexvar_epi8(folded, leads, next, first);
  return _mm512_mask_permutexvar_epi8(folded, leads << 1, bytes, second);
}

// Folds a word of up to 32 bytes, and returns its new length, 0 where a letter is not in the table.
static inline uint32_t foldWord(const uint8_t *word, uint32_t length, const uint8_t *folds,
                                uint8_t *target) {
  uint64_t there = (1ull << length) - 1;
  __m512i bytes = _mm512_maskz_loadu_epi8(there, word);
  __m512i next = _mm512_maskz_loadu_epi8(there >> 1, word + 1);
  uint64_t c3 = equal(bytes, 0xC3), c4 = equal(bytes, 0xC4), c5 = equal(bytes, 0xC5);
  uint64_t leads = c3 | c4 | c5;
  uint64_t outside = _mm512_movepi8_mask(bytes);
  uint64_t behind = outside & _mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8((char)0xC0));
  if (behind != leads << 1 || (leads | behind) != outside) return 0;
  __m512i folded = replaced(bytes, c3, next, bytes, folds);
  folded = replaced(folded, c4, next, bytes, folds + 128);
  folded = replaced(folded, c5, next, bytes, folds + 256);
  uint64_t empty = equal(folded, 0);
  if (empty & leads) return 0;
  uint64_t kept = there & ~empty;
  _mm512_storeu_si512(target, _mm512_maskz_compress_epi8(kept, folded));
  return (uint32_t)_mm_popcnt_u64(kept);
}

// Up to eight folded words, to be hashed at once: of each 64 bytes, behind which and before which
// 16 can be read.
struct FoldedWords {
  size_t count;
  size_t names[8];
  uint32_t edges[32];
  uint64_t hashes[8];
  uint8_t bytes[16 + 8 * 64];
};

static void hashFolded(struct FoldedWords *words, uint64_t *hashes, uint64_t *irregularWords) {
  uint64_t none = 0;
  hashPlainWordsAVX512(words->edges, words->count, words->bytes, words->hashes, &none);
  for (size_t index = 0; index < words->count; index++) {
    size_t name = words->names[index];
    hashes[name] = words->hashes[index];
    irregularWords[name / 64] &= ~(1ull << name % 64);
  }
  words->count = 0;
}

bool hashLatinWordsAVX512(const uint32_t *edges, size_t count, const uint8_t *text,
                          const uint8_t *folds, uint64_t *hashes, uint64_t *irregularWords) {
  struct FoldedWords words;
  words.count = 0;
  bool areAllHashed = true;
  for (size_t group = 0; group < count; group += 64) {
    uint64_t rest = irregularWords[group / 64];
    if (count - group < 64) rest &= (1ull << (count - group)) - 1;
    for (; rest != 0; rest &= rest - 1) {
      size_t name = group + _tzcnt_u64(rest);
      uint32_t begin = edges[2 * name], length = edges[2 * name + 1] - begin;
      uint32_t target = 16 + 64 * (uint32_t)words.count, folded = 0;
      if (length <= 32) folded = foldWord(text + begin, length, folds, words.bytes + target);
      if (folded == 0) {
        areAllHashed = false;
        continue;
      }
      words.names[words.count] = name;
      words.edges[2 * words.count] = target;
      words.edges[2 * words.count + 1] = target + folded;
      if (++words.count == 8) hashFolded(&words, hashes, irregularWords);
    }
  }
  hashFolded(&words, hashes, irregularWords);
  return areAllHashed;
}

#pragma clang attribute pop
#endif
