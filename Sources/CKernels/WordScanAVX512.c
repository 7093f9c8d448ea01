// WordScanner.scan with 64 bytes in a register.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

typedef __m512i Bytes;

static inline Bytes load(const uint8_t *start) { return _mm512_loadu_si512(start); }
static inline void store(uint8_t *start, Bytes bytes) { _mm512_storeu_si512(start, bytes); }
static inline Bytes all(uint8_t byte) { return _mm512_set1_epi8((char)byte); }

static inline uint64_t outside(Bytes bytes) { return _mm512_movepi8_mask(bytes); }

static inline uint64_t equal(Bytes bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, all(byte));
}

static inline uint64_t equalUnder(uint8_t mask, Bytes bytes, uint8_t byte) {
  return equal(_mm512_and_si512(bytes, all(mask)), byte);
}

// `count` bytes from `first` on.
static inline uint64_t within(Bytes bytes, uint8_t first, uint8_t count) {
  return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, all(first)), all(count));
}

static inline Bytes smallLetters(Bytes bytes, uint64_t *letters) {
  Bytes small = _mm512_or_si512(bytes, all(0x20));
  *letters = within(small, 'a', 26);
  return _mm512_mask_mov_epi8(bytes, *letters, small);
}

static inline Bytes toggled(Bytes bytes, uint64_t which, uint8_t bits) {
  return _mm512_mask_blend_epi8(which, bytes, _mm512_xor_si512(bytes, all(bits)));
}

// Sixteen places of a block as offsets in the text.
static inline void writeSixteen(__m128i places, __m512i offset, uint32_t *edges) {
  _mm512_storeu_si512(edges, _mm512_add_epi32(_mm512_cvtepu8_epi32(places), offset));
}

// 0 to 63: the place of each byte in a block.
static inline Bytes allPlaces(void) {
  return _mm512_set_epi8(63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46,
                         45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28,
                         27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9,
                         8, 7, 6, 5, 4, 3, 2, 1, 0);
}

// Packs the places whose bits are set, 32 at once and, which is rare, 32 more. In a register:
// straight to memory the packing takes a hundred cycles on Zen 4.
static inline void writeEdges(uint64_t bits, uint32_t offset, uint32_t *edges) {
  __m512i packed = _mm512_maskz_compress_epi8(bits, allPlaces());
  __m512i base = _mm512_set1_epi32((int)offset);
  writeSixteen(_mm512_castsi512_si128(packed), base, edges);
  writeSixteen(_mm512_extracti32x4_epi32(packed, 1), base, edges + 16);
  if (__builtin_expect(_mm_popcnt_u64(bits) > 32, 0)) {
    writeSixteen(_mm512_extracti32x4_epi32(packed, 2), base, edges + 32);
    writeSixteen(_mm512_extracti32x4_epi32(packed, 3), base, edges + 48);
  }
}

// Whether three bytes are a kana of U+3041 to U+30FA, but for marks: a bit for each place.
static inline uint64_t kana(Bytes first, Bytes second, Bytes third) {
  return equal(first, 0xE3) &
         ((equal(second, 0x81) & within(third, 0x81, 63)) |
          (equal(second, 0x82) & (within(third, 0x80, 0x17) | within(third, 0xA1, 31))) |
          (equal(second, 0x83) & within(third, 0x80, 0x3B)));
}

// Which kana stay as they are, without a voicing mark: by the last six bits of the third byte a bit
// each for those whose second byte is 81, 82 or 83.
static inline uint64_t plainKana(Bytes second, Bytes third) {
  const __m512i kinds =
      _mm512_setr_epi64(0x0307030707030702, 0x0706070607070307, 0x0102070003060302,
                        0x0504010005000104, 0x0607060707060704, 0x0705070507070607,
                        0x0204070006050604, 0x0301020003000201);
  __m512i kind = _mm512_permutexvar_epi8(third, kinds);
  return (equal(second, 0x81) & _mm512_test_epi8_mask(kind, all(1))) |
         (equal(second, 0x82) & _mm512_test_epi8_mask(kind, all(2))) |
         (equal(second, 0x83) & _mm512_test_epi8_mask(kind, all(4)));
}

// Whether three bytes are an ideograph of U+4E00 to U+9FFF, which is never folded, or such a kana.
static inline uint64_t lettersAlone(Bytes first, Bytes second, Bytes third) {
  uint64_t ideographs = within(first, 0xE5, 5) | (equal(first, 0xE4) & within(second, 0xB8, 8));
  uint64_t leads = (ideographs & within(second, 0x80, 64)) |
                   (equal(first, 0xE3) & plainKana(second, third));
  return leads & within(third, 0x80, 64);
}

// Whether three bytes are punctuation of Chinese: U+3000 to U+3002, brackets of U+3008 to U+301B,
// and what is none of letters and digits in U+FF01 to U+FF20.
static inline uint64_t separators(Bytes first, Bytes second, Bytes third) {
  uint64_t narrow = within(third, 0x80, 3) | within(third, 0x88, 10) | within(third, 0x94, 8);
  uint64_t wide = within(third, 0x81, 15) | within(third, 0x9A, 7);
  return (equal(first, 0xE3) & equal(second, 0x80) & narrow) |
         (equal(first, 0xEF) & equal(second, 0xBC) & wide);
}

// Whether a letter surely ends before a place: neither a mark nor what is skipped stands there.
static inline uint64_t endingLetters(const uint8_t *block) {
  Bytes first = load(block), second = load(block + 1), third = load(block + 2);
  uint64_t quotes = equal(first, 0xE2) & equal(second, 0x80) & within(third, 0x90, 0x1A);
  return ~outside(first) | within(first, 0xE4, 6) | kana(first, second, third) |
         separators(first, second, third) | quotes;
}

// Sixteen edges, of which those with the uppermost bit end a letter and keep that bit.
static inline void writeSixteenMarked(__m128i places, __m512i offset, uint32_t *edges) {
  __m512i wide = _mm512_and_si512(_mm512_cvtepi8_epi32(places), _mm512_set1_epi32((int)0x8000003F));
  _mm512_storeu_si512(edges, _mm512_add_epi32(wide, offset));
}

// Writes the places of bits of two masks in turns; `behindLetters` are ends of letters.
static inline void writeLetterEdges(uint64_t former, uint64_t latter, uint64_t behindLetters,
                                    bool isEndFirst, uint32_t offset, uint32_t *edges) {
  const __m512i places = allPlaces();
  __m512i marked = _mm512_mask_add_epi8(places, behindLetters, places, all(0x80));
  __m512i formers = _mm512_maskz_compress_epi8(former, isEndFirst ? marked : places);
  __m512i latters = _mm512_maskz_compress_epi8(latter, isEndFirst ? places : marked);
  __m512i low = _mm512_unpacklo_epi8(formers, latters);
  __m512i high = _mm512_unpackhi_epi8(formers, latters);
  __m512i base = _mm512_set1_epi32((int)offset);
  writeSixteenMarked(_mm512_castsi512_si128(low), base, edges);
  writeSixteenMarked(_mm512_castsi512_si128(high), base, edges + 16);
  writeSixteenMarked(_mm512_extracti32x4_epi32(low, 1), base, edges + 32);
  writeSixteenMarked(_mm512_extracti32x4_epi32(high, 1), base, edges + 48);
}

#define HAS_LETTERS
#include "WordScan.h"

// Whether bytes stand in some blocks with which letters or separators of three bytes begin.
static inline bool mayHaveLetters(const uint8_t *text, size_t blocks) {
  Bytes greatest = _mm512_setzero_si512();
  for (size_t block = 0; block < blocks; block++) {
    greatest = _mm512_max_epu8(greatest, load(text + 64 * block));
  }
  return within(greatest, 0xE3, 29) != 0;
}

void scanWordsAVX512(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                     struct WordScan *scan) {
  // A loop of its own, since English in the one with letters was 3 % slower.
  if (scan->carriedLetters != 0 || mayHaveLetters(text, blocks)) {
    scanBlocks(text, blocks, offset, copy, scan, true);
  } else {
    scanBlocks(text, blocks, offset, copy, scan, false);
  }
}

#pragma clang attribute pop
#endif
