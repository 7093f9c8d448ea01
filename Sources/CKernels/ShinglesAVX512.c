// ShingleHasher, the throws of SimilaritySketcher and Winnower, eight shingles at a time.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

static inline __m512i all(uint64_t value) { return _mm512_set1_epi64((long long)value); }

// The lanes of a group of eight of which only `rest` are there.
static inline __mmask8 lanesOf(size_t rest) {
  return rest < 8 ? (__mmask8)((1u << rest) - 1) : (__mmask8)0xFF;
}

// The hashes of the shingles that begin at eight tokens in a row: RollingShingle.hash, from the
// tokens themselves, each rotated by thirteen more than the one before.
static inline __m512i hashEight(const uint64_t *tokens, __mmask8 taken, size_t size) {
  __m512i state = _mm512_maskz_loadu_epi64(taken, tokens);
  for (size_t place = 1; place < size; place++) {
    __m512i token = _mm512_maskz_loadu_epi64(taken, tokens + place);
    token = _mm512_rolv_epi64(token, all(13 * place % 64));
    state = _mm512_xor_si512(state, token);
  }
  state = _mm512_xor_si512(state, _mm512_srli_epi64(state, 32));
  state = _mm512_mullo_epi64(state, all(0x9E3779B97F4A7C15));
  return _mm512_xor_si512(state, _mm512_srli_epi64(state, 29));
}

static inline void hashAll(const uint64_t *tokens, size_t count, size_t size, uint64_t *shingles) {
  size_t index = 0;
  for (; index + 8 <= count; index += 8) {
    _mm512_storeu_si512(shingles + index, hashEight(tokens + index, 0xFF, size));
  }
  __mmask8 taken = lanesOf(count - index);
  __m512i last = hashEight(tokens + index, taken, size);
  _mm512_mask_storeu_epi64(shingles + index, taken, last);
}

void hashShinglesAVX512(const uint64_t *tokens, size_t count, size_t size, uint64_t *shingles) {
  // The sizes of sketches and of passages, with the loop over the places unrolled.
  if (size == 5) {
    hashAll(tokens, count, 5, shingles);
  } else if (size == 8) {
    hashAll(tokens, count, 8, shingles);
  } else {
    hashAll(tokens, count, size, shingles);
  }
}

// Throws eight shingles: slots and values at once, but the least of each slot one by one, since two
// may fall into the same.
static inline void throwEight(__m512i shingles, size_t lanes, const struct Throws *throws,
                              uint32_t *slots) {
  __m512i bits = _mm512_mullo_epi64(shingles, all(throws->multiplier));
  bits = _mm512_add_epi64(bits, all(throws->addend));
  __m512i values = _mm512_and_si512(_mm512_srli_epi64(bits, 33), all(throws->valueMask));
  uint64_t slot[8], value[8];
  _mm512_storeu_si512(slot, _mm512_srl_epi64(bits, _mm_cvtsi32_si128((int)throws->slotShift)));
  _mm512_storeu_si512(value, _mm512_or_si512(values, all(throws->round)));
  for (size_t lane = 0; lane < lanes; lane++) {
    uint32_t least = slots[slot[lane]], thrown = (uint32_t)value[lane];
    slots[slot[lane]] = thrown < least ? thrown : least;
  }
}

void throwShinglesAVX512(const uint64_t *shingles, size_t count, const struct Throws *throws,
                         uint32_t *slots) {
  size_t index = 0;
  for (; index + 8 <= count; index += 8) {
    throwEight(_mm512_loadu_si512(shingles + index), 8, throws, slots);
  }
  size_t rest = count - index;
  throwEight(_mm512_maskz_loadu_epi64(lanesOf(rest), shingles + index), rest, throws, slots);
}

// Eight ranks as in RankedShingle: the upper half of a shingle's hash, and its index negated; those
// behind the last shingle are in no window.
static inline __m512i ranks(const uint64_t *shingles, size_t first, size_t count) {
  const __m512i lanes = _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7);
  size_t rest = first < count ? count - first : 0;
  __m512i indices = _mm512_sub_epi64(all(UINT32_MAX - first), lanes);
  __m512i hashes = _mm512_maskz_loadu_epi64(lanesOf(rest), shingles + (count - rest));
  return _mm512_ternarylogic_epi64(hashes, all(0xFFFFFFFF00000000), indices, 0xEA);
}

size_t winnowAVX512(const uint64_t *shingles, size_t count, uint32_t *picks) {
  size_t windows = count - 4, picked = 0;
  __m512i group = ranks(shingles, 0, count), before = all(0);
  for (size_t first = 0; first < windows; first += 8) {
    __m512i next = ranks(shingles, first + 8, count);
    __m512i least = _mm512_min_epu64(group, _mm512_alignr_epi64(next, group, 1));
    least = _mm512_min_epu64(least, _mm512_alignr_epi64(next, group, 2));
    least = _mm512_min_epu64(least, _mm512_alignr_epi64(next, group, 3));
    least = _mm512_min_epu64(least, _mm512_alignr_epi64(next, group, 4));
    // A window has a pick of its own unless it is that of the window before.
    __m512i previous = _mm512_alignr_epi64(least, before, 7);
    __mmask8 isNew = _mm512_cmpneq_epi64_mask(least, previous) & lanesOf(windows - first);
    __m512i places = _mm512_andnot_si512(least, all(UINT32_MAX));
    __m512i packed = _mm512_maskz_compress_epi64(isNew, places);
    _mm256_storeu_si256((__m256i *)(picks + picked), _mm512_cvtepi64_epi32(packed));
    picked += (size_t)_mm_popcnt_u32(isNew);
    before = least;
    group = next;
  }
  return picked;
}

#pragma clang attribute pop
#endif
