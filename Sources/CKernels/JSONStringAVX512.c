// The strings of JSON with 64 bytes in a register.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

typedef __m512i Block;

static inline __m512i all(uint8_t byte) { return _mm512_set1_epi8((char)byte); }

// The bytes that are another.
static inline uint64_t equal(Block bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, all(byte));
}

// The bytes below a limit.
static inline uint64_t below(Block bytes, uint8_t limit) {
  return _mm512_cmplt_epu8_mask(bytes, all(limit));
}

// The bytes outside ASCII.
static inline uint64_t high(Block bytes) { return _mm512_movepi8_mask(bytes); }

// The bits below a number of bits from 0 to 64.
static inline uint64_t lowBits(size_t count) { return _bzhi_u64(~UINT64_C(0), (uint32_t)count); }

// Up to 64 bytes, and NUL behind the last.
static inline Block load(const uint8_t *text, size_t rest) {
  return rest >= 64 ? _mm512_loadu_si512(text) : _mm512_maskz_loadu_epi8(lowBits(rest), text);
}

// The letters of escapes, by the lower halves of their codes; 'r' has that of 'b'.
static inline uint64_t letters(__m512i bytes) {
  __m512i known = _mm512_broadcast_i32x4(
      _mm_setr_epi8(-1, 0, 'b', 0, 't', 0, 'f', 0, 0, 0, 0, 0, 0, 0, 'n', '/'));
  uint64_t found = _mm512_cmpeq_epi8_mask(_mm512_shuffle_epi8(known, bytes), bytes);
  return found | equal(bytes, 'r');
}

#include "JSONString.h"

size_t skipStringAVX512(const uint8_t *text, size_t length, bool *hasEscapes) {
  return skipString(text, length, hasEscapes);
}

bool isUTF8AVX512(const uint8_t *text, size_t length) { return isUTF8(text, length); }

// Puts what the letters of escapes stand for in their place; most are newlines.
static inline Block lettersUndone(Block bytes, uint64_t escaped) {
  uint64_t newlines = escaped & equal(bytes, 'n');
  uint64_t small = below(_mm512_xor_si512(bytes, all(0x60)), 0x20);
  uint64_t others = escaped & small & ~newlines;
  bytes = _mm512_mask_mov_epi8(bytes, newlines, all('\n'));
  if (others == 0) return bytes;
  bytes = _mm512_mask_mov_epi8(bytes, others & equal(bytes, 't'), all('\t'));
  bytes = _mm512_mask_mov_epi8(bytes, others & equal(bytes, 'r'), all('\r'));
  bytes = _mm512_mask_mov_epi8(bytes, others & equal(bytes, 'b'), all('\b'));
  return _mm512_mask_mov_epi8(bytes, others & equal(bytes, 'f'), all('\f'));
}

struct Unescaped unescapeAVX512(const uint8_t *text, size_t length, uint8_t *target) {
  struct Sequences sequences = {0};
  bool isValid = true;
  uint8_t *next = target;
  uint64_t isEscaped = 0;
  size_t offset = 0;
  while (offset < length) {
    size_t rest = length - offset < 64 ? length - offset : 64;
    __m512i bytes = load(text + offset, rest);
    uint64_t backslashes = equal(bytes, '\\');
    if ((backslashes | isEscaped) == 0) {
      _mm512_storeu_si512(next, bytes);
      isValid &= takeUTF8(bytes, &sequences);
      next += rest;
      offset += rest;
      continue;
    }
    uint64_t wasEscaped = isEscaped;
    uint64_t escaped = escapedBytes(backslashes, &isEscaped);
    uint64_t codes = escaped & equal(bytes, 'u');
    // It stops at the backslash, which may be the last byte of the block before.
    if (wasEscaped & codes) {
      offset -= 1;
      break;
    }
    if (codes != 0) {
      rest = _tzcnt_u64(codes) - 1;
      bytes = _mm512_maskz_mov_epi8(lowBits(rest), bytes);
    }
    isValid &= takeUTF8(bytes, &sequences);
    bytes = lettersUndone(bytes, escaped);
    uint64_t kept = (escaped | ~backslashes) & lowBits(rest);
    _mm512_storeu_si512(next, _mm512_maskz_compress_epi8(kept, bytes));
    next += _mm_popcnt_u64(kept);
    offset += rest;
    if (codes != 0) break;
  }
  return (struct Unescaped){.taken = offset,
                            .written = (size_t)(next - target),
                            .isUTF8 = isValid & (sequences.open == 0)};
}

#pragma clang attribute pop

#endif
