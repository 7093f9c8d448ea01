// The strings of JSON by blocks of 64 bytes: PlainRun, JSONEscapes and UTF8Validity.
//
// Whoever includes it says before what a Block is, and defines load, equal, below, high and
// letters.
#include "Kernels.h"

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

static inline size_t skipString(const uint8_t *text, size_t length, bool *hasEscapes) {
  uint64_t carried = 0;
  for (size_t offset = 0; offset < length; offset += 64) {
    Block bytes = load(text + offset, length - offset);
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
static bool takeRareUTF8(Block bytes, struct Sequences *sequences) {
  uint64_t beyond = high(bytes), limits = sequences->limits;
  uint64_t below90 = below(bytes, 0x90), belowA0 = below(bytes, 0xA0);
  uint64_t leads = ~below(bytes, 0xC2), longer = ~below(bytes, 0xE0), longest = ~below(bytes, 0xF0);
  uint64_t e0 = equal(bytes, 0xE0), ed = equal(bytes, 0xED);
  uint64_t f0 = equal(bytes, 0xF0), f4 = equal(bytes, 0xF4);
  uint64_t continuations = beyond & below(bytes, 0xC0);
  uint64_t wrong = (beyond & ~(continuations | leads)) | ~below(bytes, 0xF5);
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
static inline bool takeUTF8(Block bytes, struct Sequences *sequences) {
  uint64_t beyond = high(bytes);
  if ((beyond | sequences->open) == 0) return true;
  // Most of what is not ASCII needs no rule but the number of continuations.
  uint64_t rare = equal(bytes, 0xE0) | equal(bytes, 0xED) | ~below(bytes, 0xF0);
  rare |= equal(bytes, 0xC0) | equal(bytes, 0xC1);
  if ((rare | sequences->limits) != 0) return takeRareUTF8(bytes, sequences);
  uint64_t continuations = beyond & below(bytes, 0xC0);
  uint64_t leads = beyond ^ continuations, longer = ~below(bytes, 0xE0);
  uint64_t expected = leads << 1 | longer << 2 | sequences->open;
  sequences->open = leads >> 63 | longer >> 62;
  return expected == continuations;
}

static inline bool isUTF8(const uint8_t *text, size_t length) {
  struct Sequences sequences = {0};
  for (size_t offset = 0; offset < length; offset += 64) {
    if (!takeUTF8(load(text + offset, length - offset), &sequences)) return false;
  }
  return sequences.open == 0;
}
