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

// Packs the places whose bits are set, 32 at once and, which is rare, 32 more. In a register:
// straight to memory the packing takes a hundred cycles on Zen 4.
static inline void writeEdges(uint64_t bits, uint32_t offset, uint32_t *edges) {
  const __m512i places = _mm512_set_epi8(
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41,
      40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18,
      17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  __m512i packed = _mm512_maskz_compress_epi8(bits, places);
  __m512i base = _mm512_set1_epi32((int)offset);
  writeSixteen(_mm512_castsi512_si128(packed), base, edges);
  writeSixteen(_mm512_extracti32x4_epi32(packed, 1), base, edges + 16);
  if (__builtin_expect(_mm_popcnt_u64(bits) > 32, 0)) {
    writeSixteen(_mm512_extracti32x4_epi32(packed, 2), base, edges + 32);
    writeSixteen(_mm512_extracti32x4_epi32(packed, 3), base, edges + 48);
  }
}

#include "WordScan.h"

void scanWordsAVX512(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                     struct WordScan *scan) {
  scanBlocks(text, blocks, offset, copy, scan);
}

#pragma clang attribute pop
#endif
