// The strings of JSON with 64 bytes in a register: PlainRun, JSONEscapes and UTF8Validity.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

static inline __m512i all(uint8_t byte) { return _mm512_set1_epi8((char)byte); }

static inline uint64_t equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, all(byte));
}

static inline uint64_t below(__m512i bytes, uint8_t limit) {
  return _mm512_cmplt_epu8_mask(bytes, all(limit));
}

// The bits below a number of bits from 0 to 64.
static inline uint64_t lowBits(size_t count) { return _bzhi_u64(~UINT64_C(0), (uint32_t)count); }

// Up to 64 bytes, and NUL behind the last.
static inline __m512i load(const uint8_t *text, size_t rest) {
  return rest >= 64 ? _mm512_loadu_si512(text) : _mm512_maskz_loadu_epi8(lowBits(rest), text);
}

// The bytes behind a backslash that is not escaped itself; `carried` tells whether the first is one
// and becomes what is true of the byte behind the last (the carry of an addition runs through a row
// of backslashes: Langdale, Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 28, 2019,
// DOI 10.1007/s00778-019-00578-5).
static inline uint64_t escapedBytes(uint64_t backslashes, uint64_t *carried) {
  const uint64_t even = UINT64_C(0x5555555555555555);
  backslashes &= ~*carried;
  uint64_t behind = backslashes << 1 | *carried;
  uint64_t oddBegins = backslashes & ~even & ~behind;
  unsigned long long ends;
  *carried = __builtin_uaddll_overflow(oddBegins, backslashes, &ends);
  return (even ^ (uint64_t)ends << 1) & behind;
}

// The letters of escapes, by the lower halves of their codes; 'r' has that of 'b'.
static inline uint64_t letters(__m512i bytes) {
  __m512i known = _mm512_broadcast_i32x4(
      _mm_setr_epi8(-1, 0, 'b', 0, 't', 0, 'f', 0, 0, 0, 0, 0, 0, 0, 'n', '/'));
  uint64_t found = _mm512_cmpeq_epi8_mask(_mm512_shuffle_epi8(known, bytes), bytes);
  return found | equal(bytes, 'r');
}

size_t skipStringAVX512(const uint8_t *text, size_t length, bool *hasEscapes) {
  uint64_t carried = 0;
  for (size_t offset = 0; offset < length; offset += 64) {
    __m512i bytes = load(text + offset, length - offset);
    uint64_t quotes = equal(bytes, '"');
    uint64_t backslashes = equal(bytes, '\\');
    uint64_t stops = below(bytes, 0x20);
    if ((backslashes | carried) == 0) {
      stops |= quotes;
      if (stops != 0) return offset + _tzcnt_u64(stops);
      continue;
    }
    bool wasCarried = carried != 0;
    uint64_t escaped = escapedBytes(backslashes, &carried);
    uint64_t wrong = escaped & ~(quotes | backslashes | letters(bytes));
    // It stops at the backslash, which may be the last byte of the block before.
    if (wasCarried && wrong & 1) return offset - 1;
    stops |= (quotes & ~escaped) | wrong >> 1;
    *hasEscapes |= (escaped & (stops ^ (stops - 1))) != 0;
    if (stops != 0) return offset + _tzcnt_u64(stops);
  }
  return length - carried;
}

// What a block of UTF-8 leaves to the next.
struct Sequences {
  // The first bytes that have to be continuations.
  uint64_t open;
  // Which limits the first byte has: bits for E0, ED, F0 and F4 (Unicode 3.9, table 3-7).
  uint64_t limits;
};

// Checks a block by all rules.
static bool takeRareUTF8(__m512i bytes, struct Sequences *sequences) {
  uint64_t high = _mm512_movepi8_mask(bytes), limits = sequences->limits;
  uint64_t below90 = below(bytes, 0x90), belowA0 = below(bytes, 0xA0);
  uint64_t leads = ~below(bytes, 0xC2), longer = ~below(bytes, 0xE0), longest = ~below(bytes, 0xF0);
  uint64_t e0 = equal(bytes, 0xE0), ed = equal(bytes, 0xED);
  uint64_t f0 = equal(bytes, 0xF0), f4 = equal(bytes, 0xF4);
  uint64_t continuations = high & below(bytes, 0xC0);
  uint64_t wrong = (high & ~(continuations | leads)) | ~below(bytes, 0xF5);
  wrong |= (e0 << 1 | (limits & 1)) & belowA0;
  wrong |= (ed << 1 | (limits >> 1 & 1)) & ~belowA0;
  wrong |= (f0 << 1 | (limits >> 2 & 1)) & below90;
  wrong |= (f4 << 1 | limits >> 3) & ~below90;
  uint64_t expected = leads << 1 | longer << 2 | longest << 3 | sequences->open;
  sequences->open = leads >> 63 | longer >> 62 | longest >> 61;
  sequences->limits = e0 >> 63 | ed >> 63 << 1 | f0 >> 63 << 2 | f4 >> 63 << 3;
  return (wrong | (expected ^ continuations)) == 0;
}

// Checks a block, with NUL behind the end.
static inline bool takeUTF8(__m512i bytes, struct Sequences *sequences) {
  uint64_t high = _mm512_movepi8_mask(bytes);
  if ((high | sequences->open) == 0) return true;
  // Most of what is not ASCII needs no rule but the number of continuations.
  uint64_t rare = equal(bytes, 0xE0) | equal(bytes, 0xED) | ~below(bytes, 0xF0);
  rare |= _mm512_cmpeq_epi8_mask(_mm512_and_si512(bytes, all(0xFE)), all(0xC0));
  if ((rare | sequences->limits) != 0) return takeRareUTF8(bytes, sequences);
  uint64_t continuations = high & below(bytes, 0xC0);
  uint64_t leads = high ^ continuations, longer = ~below(bytes, 0xE0);
  uint64_t expected = leads << 1 | longer << 2 | sequences->open;
  sequences->open = leads >> 63 | longer >> 62;
  return expected == continuations;
}

bool isUTF8AVX512(const uint8_t *text, size_t length) {
  struct Sequences sequences = {0};
  for (size_t offset = 0; offset < length; offset += 64) {
    if (!takeUTF8(load(text + offset, length - offset), &sequences)) return false;
  }
  return sequences.open == 0;
}

struct Unescaped unescapeAVX512(const uint8_t *text, size_t length, uint8_t *target) {
  struct Sequences sequences = {0};
  bool isUTF8 = true;
  uint8_t *next = target;
  uint64_t isEscaped = 0;
  size_t offset = 0;
  while (offset < length) {
    size_t rest = length - offset < 64 ? length - offset : 64;
    __m512i bytes = load(text + offset, rest);
    uint64_t backslashes = equal(bytes, '\\');
    if ((backslashes | isEscaped) == 0) {
      _mm512_storeu_si512(next, bytes);
      isUTF8 &= takeUTF8(bytes, &sequences);
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
    isUTF8 &= takeUTF8(bytes, &sequences);
    uint64_t newlines = escaped & equal(bytes, 'n');
    uint64_t letters = _mm512_cmplt_epu8_mask(_mm512_xor_si512(bytes, all(0x60)), all(0x20));
    uint64_t others = escaped & letters & ~newlines & ~backslashes;
    bytes = _mm512_mask_mov_epi8(bytes, newlines, all('\n'));
    if (others != 0) {
      bytes = _mm512_mask_mov_epi8(bytes, others & equal(bytes, 't'), all('\t'));
      bytes = _mm512_mask_mov_epi8(bytes, others & equal(bytes, 'r'), all('\r'));
      bytes = _mm512_mask_mov_epi8(bytes, others & equal(bytes, 'b'), all('\b'));
      bytes = _mm512_mask_mov_epi8(bytes, others & equal(bytes, 'f'), all('\f'));
    }
    uint64_t kept = (escaped | ~backslashes) & lowBits(rest);
    _mm512_storeu_si512(next, _mm512_maskz_compress_epi8(kept, bytes));
    next += _mm_popcnt_u64(kept);
    offset += rest;
    if (codes != 0) break;
  }
  return (struct Unescaped){.taken = offset,
                            .written = (size_t)(next - target),
                            .isUTF8 = isUTF8 & (sequences.open == 0)};
}

#pragma clang attribute pop

#endif
