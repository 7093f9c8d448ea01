// WordHasher.hash: eight words at a time, each by the formula of XXH3 for its length. All formulas
// are reckoned for all eight, 60 vector instructions; sorting words by length costs more.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

static inline __m512i all(uint64_t value) { return _mm512_set1_epi64((long long)value); }

static inline __m512i load(const uint8_t *text, __m512i offsets) {
  return _mm512_i64gather_epi64(offsets, text, 1);
}

static inline __m128i sixteen(const uint8_t *text, const uint32_t *edges) {
  return _mm_loadu_si128((const __m128i *)(text + *edges));
}

// The first sixteen bytes of every second word of eight, by loads one by one: two gathers of eight
// bytes, first and last, make hashing a third slower on Zen 4.
static inline __m512i everySecond(const uint8_t *text, const uint32_t *edges) {
  __m256i front = _mm256_set_m128i(sixteen(text, edges + 4), sixteen(text, edges));
  __m256i back = _mm256_set_m128i(sixteen(text, edges + 12), sixteen(text, edges + 8));
  return _mm512_inserti64x4(_mm512_castsi256_si512(front), back, 1);
}

static inline __m512i xorShifted(__m512i hash, unsigned count) {
  return _mm512_xor_si512(hash, _mm512_srli_epi64(hash, count));
}

// The lower and the upper half of each product, one exclusive or the other.
static inline __m512i foldedProduct(__m512i left, __m512i right) {
  __m512i leftUpper = _mm512_srli_epi64(left, 32), rightUpper = _mm512_srli_epi64(right, 32);
  __m512i low = _mm512_mul_epu32(left, right);
  __m512i one = _mm512_mul_epu32(leftUpper, right);
  __m512i other = _mm512_mul_epu32(left, rightUpper);
  __m512i high = _mm512_mul_epu32(leftUpper, rightUpper);
  __m512i middle = _mm512_add_epi64(_mm512_srli_epi64(low, 32), other);
  middle = _mm512_add_epi64(middle, _mm512_and_si512(one, all(0xFFFFFFFF)));
  high = _mm512_add_epi64(high, _mm512_srli_epi64(one, 32));
  high = _mm512_add_epi64(high, _mm512_srli_epi64(middle, 32));
  // The lower half of the middle above the lower half of the low product.
  low = _mm512_mask_shuffle_epi32(low, 0xAAAA, middle, 0xA0);
  return _mm512_xor_si512(low, high);
}

static inline __m512i mixed1To3(__m512i bytes) {
  __m512i hash = xorShifted(_mm512_mullo_epi64(bytes, all(0xC2B2AE3D27D4EB4F)), 29);
  return xorShifted(_mm512_mullo_epi64(hash, all(0x165667B19E3779F9)), 32);
}

// The middle, first and last of up to eight bytes, picked at bit offsets that depend on the length.
static inline __m512i hash1To3(__m512i first, __m512i lengths) {
  const __m512i places = _mm512_setr_epi64(0, 0x00000000, 0x08000008, 0x08000010, 0, 0, 0, 0);
  const __m512i secret = _mm512_setr_epi64(0, 0x87275A9B ^ 0x100, 0x87275A9B ^ 0x200,
                                           0x87275A9B ^ 0x300, 0, 0, 0, 0);
  __m512i bytes = _mm512_maskz_multishift_epi64_epi8(
      0x0D0D0D0D0D0D0D0D, _mm512_permutexvar_epi64(lengths, places), first);
  return mixed1To3(_mm512_xor_si512(bytes, _mm512_permutexvar_epi64(lengths, secret)));
}

// Eight letters of three bytes, which need not be asked for their lengths.
static inline __m512i hashLetters(const uint32_t *edges, const uint8_t *text) {
  __m512i first = _mm512_unpacklo_epi64(everySecond(text, edges), everySecond(text, edges + 2));
  __m512i bytes = _mm512_maskz_multishift_epi64_epi8(0x0D0D0D0D0D0D0D0D, all(0x08000010), first);
  return mixed1To3(_mm512_xor_si512(bytes, all(0x87275A9B ^ 0x300)));
}

static inline __m512i hash4To8(__m512i first, __m512i last, __m512i lengths) {
  const __m512i prime = all(0x9FB21C651E98DF25);
  // The first four bytes above the last four.
  __m512i hash = _mm512_shldi_epi64(first, last, 32);
  hash = _mm512_xor_si512(hash, all(0xC73AB174C5ECD5A2));
  hash = _mm512_ternarylogic_epi64(hash, _mm512_rol_epi64(hash, 49), _mm512_rol_epi64(hash, 24),
                                   0x96);
  hash = _mm512_mullo_epi64(hash, prime);
  __m512i upper = _mm512_add_epi64(_mm512_srli_epi64(hash, 35), lengths);
  return xorShifted(_mm512_mullo_epi64(_mm512_xor_si512(hash, upper), prime), 28);
}

static inline __m512i avalanche(__m512i hash) {
  return xorShifted(_mm512_mullo_epi64(xorShifted(hash, 37), all(0x165667919E3779F9)), 32);
}

static inline __m512i bytesReversed(__m512i numbers) {
  const __m128i order = _mm_set_epi8(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
  return _mm512_shuffle_epi8(numbers, _mm512_broadcast_i32x4(order));
}

static inline __m512i hash9To16(__m512i first, __m512i last, __m512i lengths) {
  __m512i low = _mm512_xor_si512(first, all(0x6782737BEA4239B9));
  __m512i high = _mm512_xor_si512(last, all(0xAF56BC3B0996523A));
  __m512i hash = _mm512_add_epi64(_mm512_add_epi64(lengths, bytesReversed(low)), high);
  return avalanche(_mm512_add_epi64(hash, foldedProduct(low, high)));
}

static inline __m512i hash17To32(__m512i first, __m512i second, __m512i lastButOne, __m512i last,
                                 __m512i lengths) {
  __m512i front = foldedProduct(_mm512_xor_si512(first, all(0xBE4BA423396CFEB8)),
                                _mm512_xor_si512(second, all(0x1CAD21F72C81017C)));
  __m512i back = foldedProduct(_mm512_xor_si512(lastButOne, all(0xDB979083E96DD4DE)),
                               _mm512_xor_si512(last, all(0x1F67B3B7A4A44072)));
  __m512i hash = _mm512_mullo_epi64(lengths, all(0x9E3779B185EBCA87));
  return avalanche(_mm512_add_epi64(_mm512_add_epi64(hash, front), back));
}

// Hashes eight words, and returns a bit for each that is longer than 32 bytes.
__attribute__((always_inline)) static inline uint8_t hashEight(const uint32_t *edges,
                                                               const uint8_t *text,
                                                               uint64_t *hashes, bool hasLetters) {
  __m512i bounds = _mm512_loadu_si512(edges);
  if (hasLetters) {
    if (_mm512_movepi64_mask(bounds) == 0xFF) {
      _mm512_storeu_si512(hashes, hashLetters(edges, text));
      return 0;
    }
    bounds = _mm512_and_si512(bounds, all(0x7FFFFFFFFFFFFFFF));
  }
  __m512i begins = _mm512_and_si512(bounds, all(0xFFFFFFFF));
  __m512i ends = _mm512_srli_epi64(bounds, 32);
  __m512i lengths = _mm512_sub_epi64(ends, begins);
  __m512i even = everySecond(text, edges), odd = everySecond(text, edges + 2);
  __m512i first = _mm512_unpacklo_epi64(even, odd), second = _mm512_unpackhi_epi64(even, odd);
  // The last eight bytes, of shorter words above what does not matter.
  __mmask8 isLong = _mm512_cmpgt_epu64_mask(lengths, all(8));
  __m512i behind = _mm512_slli_epi64(_mm512_sub_epi64(all(16), lengths), 3);
  __m512i last = _mm512_shldv_epi64(_mm512_mask_mov_epi64(first, isLong, second), first, behind);
  __m512i hash = hash4To8(first, last, lengths);
  hash = _mm512_mask_mov_epi64(hash, _mm512_cmplt_epu64_mask(lengths, all(4)),
                               hash1To3(first, lengths));
  hash = _mm512_mask_mov_epi64(hash, isLong, hash9To16(first, last, lengths));
  __mmask8 longer = _mm512_cmpgt_epu64_mask(lengths, all(16));
  if (__builtin_expect(longer != 0, 0)) {
    __m512i lastButOne = load(text - 16, ends);
    last = load(text - 8, ends);
    hash = _mm512_mask_mov_epi64(hash, longer,
                                 hash17To32(first, second, lastButOne, last, lengths));
    longer = _mm512_cmpgt_epu64_mask(lengths, all(32));
  }
  _mm512_storeu_si512(hashes, hash);
  return longer;
}

// Whether an end has the uppermost bit, as those of letters have.
static bool haveLetters(const uint32_t *edges, size_t count) {
  __m512i any = _mm512_setzero_si512();
  for (size_t index = 0; index < count; index += 8) {
    any = _mm512_or_si512(any, _mm512_loadu_si512(edges + 2 * index));
  }
  return _mm512_movepi64_mask(any) != 0;
}

// Returns whether no word is longer than 32 bytes.
__attribute__((always_inline)) static inline bool hashAll(const uint32_t *edges, size_t count,
                                                          const uint8_t *text, uint64_t *hashes,
                                                          uint64_t *irregularWords,
                                                          bool hasLetters) {
  uint64_t anyLonger = 0;
  for (size_t index = 0; index < count; index += 8) {
    uint64_t longer = hashEight(edges + 2 * index, text, hashes + index, hasLetters);
    if (__builtin_expect(longer != 0, 0)) {
      if (count - index < 8) longer &= (1u << (count - index)) - 1;
      irregularWords[index / 64] |= longer << index % 64;
      anyLonger |= longer;
    }
  }
  return anyLonger == 0;
}

// Places behind the last word stand for the first one once more.
static inline void repeatFirst(uint32_t *edges, size_t count) {
  __m512i first = _mm512_broadcastq_epi64(_mm_loadl_epi64((const __m128i *)edges));
  _mm512_storeu_si512(edges + 2 * count, first);
}

bool hashPlainWordsAVX512(uint32_t *edges, size_t count, const uint8_t *text, uint64_t *hashes,
                          uint64_t *irregularWords) {
  if (count == 0) return true;
  repeatFirst(edges, count);
  return hashAll(edges, count, text, hashes, irregularWords, false);
}

bool hashWordsAVX512(uint32_t *edges, size_t count, const uint8_t *text, uint64_t *hashes,
                     uint64_t *irregularWords) {
  if (count == 0) return true;
  // What stands behind the last word is kept.
  uint32_t open = edges[2 * count];
  repeatFirst(edges, count);
  // Words alone are hashed without asking each eight: that made English a tenth slower.
  bool areShort = haveLetters(edges, count)
                      ? hashAll(edges, count, text, hashes, irregularWords, true)
                      : hashAll(edges, count, text, hashes, irregularWords, false);
  edges[2 * count] = open;
  return areShort;
}

#pragma clang attribute pop
#endif
