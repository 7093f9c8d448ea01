// Which kernels a processor gets.
#include "Kernels.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)

// Asks also whether the system saves the registers.
static int32_t kernelsOfProcessor(void) {
  __builtin_cpu_init();
  bool hasAVX2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                 __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt") &&
                 __builtin_cpu_supports("popcnt");
  bool hasAVX512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                   __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                   __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2");
  return !hasAVX2 ? kernelsPortable : hasAVX512 ? kernelsAVX512 : kernelsAVX2;
}

static const struct KernelTable tables[] = {
    [kernelsPortable] = {0},
    [kernelsAVX2] = {.scanWords = scanWordsAVX2,
                     .skipString = skipStringAVX2,
                     .isUTF8 = isUTF8AVX2},
    [kernelsAVX512] = {.scanWords = scanWordsAVX512,
                       .hashWords = hashWordsAVX512,
                       .hashLatinWords = hashLatinWordsAVX512,
                       .hashShingles = hashShinglesAVX512,
                       .throwShingles = throwShinglesAVX512,
                       .winnow = winnowAVX512,
                       .skipString = skipStringAVX512,
                       .unescape = unescapeAVX512,
                       .isUTF8 = isUTF8AVX512,
                       .hash = hashAVX512},
};

#else

static int32_t kernelsOfProcessor(void) { return kernelsPortable; }

static const struct KernelTable tables[] = {[kernelsPortable] = {0}};

#endif

static int32_t kernelsAskedFor(void) {
  const char *name = getenv("DEDUPE_KERNELS");
  if (name == NULL) return kernelsAVX512;
  if (strcmp(name, "portable") == 0) return kernelsPortable;
  if (strcmp(name, "avx2") == 0) return kernelsAVX2;
  return kernelsAVX512;
}

int32_t bestKernels(void) {
  int32_t known = kernelsOfProcessor(), asked = kernelsAskedFor();
  return asked < known ? asked : known;
}

const struct KernelTable *kernelTable(int32_t kind) { return &tables[kind]; }
