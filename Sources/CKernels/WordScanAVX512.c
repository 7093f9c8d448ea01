// WordScanner.scan with 64 bytes in a register.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

static inline __m512i all(uint8_t byte) { return _mm512_set1_epi8((char)byte); }

// The bytes from `first` on, `count` of them, counted round the end.
static inline uint64_t within(__m512i bytes, uint8_t first, uint8_t count) {
  return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, all(first)), all(count));
}

static inline uint64_t equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, all(byte));
}

static inline uint64_t equalUnder(uint8_t mask, __m512i bytes, uint8_t byte) {
  return equal(_mm512_and_si512(bytes, all(mask)), byte);
}

// Curly quotes, dashes, ellipses and spaces of U+2010 to U+2029; U+00A0, «, ».
static inline uint64_t punctuation(__m512i bytes, __m512i next, const uint8_t *block,
                                   struct WordScan *scan) {
  __m512i last = _mm512_loadu_si512(block + 2);
  uint64_t three = equal(bytes, 0xE2) & equal(next, 0x80) & within(last, 0x90, 0x1A);
  uint64_t two = equal(bytes, 0xC2) & (equal(next, 0xA0) | equalUnder(0xEF, next, 0xAB));
  uint64_t begins = two | three;
  uint64_t found = begins | begins << 1 | three << 2 | scan->carriedPunctuation;
  scan->carriedPunctuation = begins >> 63 | three >> 62;
  return found;
}

// CyrillicFolder.fold: the letters that are hashed as they are folded here.
static inline uint64_t foldCyrillic(__m512i bytes, __m512i next, __m512i *folded,
                                    uint8_t lastByte) {
  uint64_t d0 = equal(bytes, 0xD0), d1 = equal(bytes, 0xD1);
  uint64_t afterD0 = d0 << 1 | (lastByte == 0xD0), afterD1 = d1 << 1 | (lastByte == 0xD1);
  uint64_t capitals = afterD0 & within(bytes, 0x90, 0x20);
  __m512i small = _mm512_mask_blend_epi8(capitals, *folded, _mm512_xor_si512(bytes, all(0x20)));
  uint64_t shortI = afterD0 & equal(small, 0xB9);
  uint64_t leadsOfRToYa = d0 & equalUnder(0xF0, next, 0xA0);
  *folded = _mm512_mask_blend_epi8(shortI | leadsOfRToYa, small, _mm512_xor_si512(small, all(1)));
  uint64_t foreign = equalUnder(0xF9, _mm512_sub_epi8(bytes, all(0x94)), 0);
  return (afterD0 & within(bytes, 0x90, 0x30)) |
         (afterD1 & (equalUnder(0xF0, bytes, 0x80) | foreign)) |
         ((d0 | d1) & equalUnder(0xC0, next, 0x80));
}

// Marks the words with irregular bytes: the number of edges up to such a byte, always odd, tells
// which word that is.
static inline void markWords(uint64_t irregular, uint64_t edges, struct WordScan *scan) {
  uint64_t begins = irregular & ~(irregular << 1 | scan->carriedIrregular);
  for (; begins != 0; begins &= begins - 1) {
    uint64_t upToBegin = begins ^ (begins - 1);
    size_t word = (scan->edgeCount + (size_t)_mm_popcnt_u64(edges & upToBegin)) / 2;
    scan->irregularWords[word / 64] |= 1ull << word % 64;
    scan->hasIrregularWords = true;
  }
}

// Sixteen places of a block as offsets in the text.
static inline void writeEdges(__m128i places, __m512i offset, uint32_t *edges) {
  _mm512_storeu_si512(edges, _mm512_add_epi32(_mm512_cvtepu8_epi32(places), offset));
}

// Packs the places whose bits are set, 32 at once and, which is rare, 32 more. In a register:
// straight to memory the packing takes a hundred cycles on Zen 4.
static inline void append(uint64_t bits, uint32_t offset, struct WordScan *scan) {
  const __m512i places = _mm512_set_epi8(
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41,
      40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18,
      17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  __m512i packed = _mm512_maskz_compress_epi8(bits, places);
  __m512i base = _mm512_set1_epi32((int)offset);
  uint32_t *edges = scan->edges + scan->edgeCount;
  size_t count = (size_t)_mm_popcnt_u64(bits);
  writeEdges(_mm512_castsi512_si128(packed), base, edges);
  writeEdges(_mm512_extracti32x4_epi32(packed, 1), base, edges + 16);
  if (__builtin_expect(count > 32, 0)) {
    writeEdges(_mm512_extracti32x4_epi32(packed, 2), base, edges + 32);
    writeEdges(_mm512_extracti32x4_epi32(packed, 3), base, edges + 48);
  }
  scan->edgeCount += count;
}

static inline void scanBlock(const uint8_t *block, uint32_t offset, uint8_t *copy,
                             struct WordScan *scan) {
  __m512i bytes = _mm512_loadu_si512(block);
  __m512i small = _mm512_or_si512(bytes, all(0x20));
  uint64_t letters = within(small, 'a', 26);
  uint64_t words = letters | within(bytes, '0', 10) | equal(bytes, '_');
  __m512i folded = _mm512_mask_mov_epi8(bytes, letters, small);
  uint64_t irregular = _mm512_movepi8_mask(bytes);
  if (irregular != 0) {
    __m512i next = _mm512_loadu_si512(block + 1);
    irregular &= ~punctuation(bytes, next, block, scan);
    words |= irregular;
    if (equalUnder(0xFE, bytes, 0xD0) != 0 || (scan->lastByte & 0xFE) == 0xD0) {
      irregular &= ~foldCyrillic(bytes, next, &folded, scan->lastByte);
    }
  }
  _mm512_storeu_si512(copy, folded);
  uint64_t edges = words ^ (words << 1 | scan->carriedWord);
  if (irregular != 0) markWords(irregular, edges, scan);
  append(edges, offset, scan);
  scan->carriedIrregular = irregular >> 63;
  scan->carriedWord = words >> 63;
  scan->lastByte = block[63];
}

void scanWordsAVX512(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                     struct WordScan *scan) {
  // What changes from block to block can stay in registers only in a copy.
  struct WordScan local = *scan;
  for (size_t block = 0; block < blocks; block++) {
    scanBlock(text + 64 * block, offset + 64 * (uint32_t)block, copy + 64 * block, &local);
  }
  *scan = local;
}

#pragma clang attribute pop
#endif
