// XXH3 with 64 bytes a step: the header's own code for AVX-512, whatever the rest is built for.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target(TARGET_AVX512))), apply_to = function)

#define XXH_INLINE_ALL
#define XXH_VECTOR 3 // XXH_AVX512
#include <xxhash.h>

uint64_t hashAVX512(const void *bytes, size_t count) { return XXH3_64bits(bytes, count); }

#pragma clang attribute pop

#endif
