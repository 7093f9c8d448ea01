// The strings of JSON with 32 bytes in a register, two of them a block.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX2))), apply_to = function)

typedef struct {
  __m256i first, second;
} Block;

static inline uint64_t bits(__m256i first, __m256i second) {
  uint32_t low = (uint32_t)_mm256_movemask_epi8(first);
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32 | low;
}

static inline __m256i all(uint8_t byte) { return _mm256_set1_epi8((char)byte); }

// The bytes that are another.
static inline uint64_t equal(Block bytes, uint8_t byte) {
  return bits(_mm256_cmpeq_epi8(bytes.first, all(byte)),
              _mm256_cmpeq_epi8(bytes.second, all(byte)));
}

// The bytes below a limit, which is not 0.
static inline uint64_t below(Block bytes, uint8_t limit) {
  __m256i largest = all(limit - 1);
  return bits(_mm256_cmpeq_epi8(_mm256_min_epu8(bytes.first, largest), bytes.first),
              _mm256_cmpeq_epi8(_mm256_min_epu8(bytes.second, largest), bytes.second));
}

// The bytes outside ASCII.
static inline uint64_t high(Block bytes) { return bits(bytes.first, bytes.second); }

// Up to 64 bytes, and NUL behind the last.
static inline Block load(const uint8_t *text, size_t rest) {
  uint8_t end[64];
  if (rest < 64) {
    memset(end, 0, sizeof end);
    text = memcpy(end, text, rest);
  }
  return (Block){.first = _mm256_loadu_si256((const __m256i *)text),
                 .second = _mm256_loadu_si256((const __m256i *)(text + 32))};
}

// The letters of escapes.
static inline uint64_t letters(Block bytes) {
  return equal(bytes, 'n') | equal(bytes, 't') | equal(bytes, '/') | equal(bytes, 'r') |
         equal(bytes, 'b') | equal(bytes, 'f');
}

#include "JSONString.h"

size_t skipStringAVX2(const uint8_t *text, size_t length, bool *hasEscapes) {
  return skipString(text, length, hasEscapes);
}

bool isUTF8AVX2(const uint8_t *text, size_t length) { return isUTF8(text, length); }

#pragma clang attribute pop

#endif
