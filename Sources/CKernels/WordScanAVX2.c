// WordScanner.scan with 64 bytes in two registers.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX2))), apply_to = function)

typedef struct {
  __m256i low, high;
} Bytes;

static inline __m256i all(uint8_t byte) { return _mm256_set1_epi8((char)byte); }

static inline Bytes load(const uint8_t *start) {
  return (Bytes){_mm256_loadu_si256((const __m256i *)start),
                 _mm256_loadu_si256((const __m256i *)(start + 32))};
}

static inline void store(uint8_t *start, Bytes bytes) {
  _mm256_storeu_si256((__m256i *)start, bytes.low);
  _mm256_storeu_si256((__m256i *)(start + 32), bytes.high);
}

// The uppermost bit of each byte.
static inline uint64_t outside(Bytes bytes) {
  uint32_t low = (uint32_t)_mm256_movemask_epi8(bytes.low);
  return low | (uint64_t)(uint32_t)_mm256_movemask_epi8(bytes.high) << 32;
}

static inline uint64_t equal(Bytes bytes, uint8_t byte) {
  return outside((Bytes){_mm256_cmpeq_epi8(bytes.low, all(byte)),
                         _mm256_cmpeq_epi8(bytes.high, all(byte))});
}

static inline uint64_t equalUnder(uint8_t mask, Bytes bytes, uint8_t byte) {
  return equal((Bytes){_mm256_and_si256(bytes.low, all(mask)),
                       _mm256_and_si256(bytes.high, all(mask))}, byte);
}

// All ones or zeros in each byte. Without a comparison of numbers without sign: what the lesser of
// two is.
static inline __m256i lanesWithin(__m256i bytes, uint8_t first, uint8_t count) {
  __m256i places = _mm256_sub_epi8(bytes, all(first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(places, all(count - 1)), places);
}

// `count` bytes from `first` on.
static inline uint64_t within(Bytes bytes, uint8_t first, uint8_t count) {
  return outside((Bytes){lanesWithin(bytes.low, first, count),
                         lanesWithin(bytes.high, first, count)});
}

static inline __m256i lettersOf(__m256i bytes) {
  return lanesWithin(_mm256_or_si256(bytes, all(0x20)), 'a', 26);
}

static inline Bytes smallLetters(Bytes bytes, uint64_t *letters) {
  Bytes lanes = {lettersOf(bytes.low), lettersOf(bytes.high)};
  *letters = outside(lanes);
  return (Bytes){_mm256_or_si256(bytes.low, _mm256_and_si256(lanes.low, all(0x20))),
                 _mm256_or_si256(bytes.high, _mm256_and_si256(lanes.high, all(0x20)))};
}

// All ones or zeros in each byte by the bits of a number.
static inline __m256i lanesOf(uint32_t bits) {
  const __m256i byteOfBit = _mm256_setr_epi64x(0, 0x0101010101010101, 0x0202020202020202,
                                               0x0303030303030303);
  const __m256i bitOfByte = _mm256_set1_epi64x((long long)0x8040201008040201);
  __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32((int)bits), byteOfBit);
  return _mm256_cmpeq_epi8(_mm256_and_si256(spread, bitOfByte), bitOfByte);
}

static inline Bytes toggled(Bytes bytes, uint64_t which, uint8_t bits) {
  __m256i low = _mm256_and_si256(lanesOf((uint32_t)which), all(bits));
  __m256i high = _mm256_and_si256(lanesOf((uint32_t)(which >> 32)), all(bits));
  return (Bytes){_mm256_xor_si256(bytes.low, low), _mm256_xor_si256(bytes.high, high)};
}

// Eight at a time without asking, since a branch for each is mispredicted; behind the last bit the
// place is 64.
static inline void writeEdges(uint64_t bits, uint32_t offset, uint32_t *edges) {
  uint32_t *end = edges + _mm_popcnt_u64(bits);
  for (; edges < end; edges += 8) {
    for (int index = 0; index < 8; index++) {
      edges[index] = offset + (uint32_t)_tzcnt_u64(bits);
      bits = _blsr_u64(bits);
    }
  }
}

#include "WordScan.h"

void scanWordsAVX2(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                   struct WordScan *scan) {
  scanBlocks(text, blocks, offset, copy, scan, false);
}

#pragma clang attribute pop
#endif
