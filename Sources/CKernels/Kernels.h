// What the files of this target share.
#ifndef KERNELS_H
#define KERNELS_H

#include "CKernels.h"

// What each kind of processor is asked for.
#define TARGET_AVX2 "avx2,bmi,bmi2,lzcnt,popcnt"
#define TARGET_AVX512 TARGET_AVX2 ",avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2"

void scanWordsAVX2(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                   struct WordScan *scan);
void scanWordsAVX512(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                     struct WordScan *scan);
bool hashWordsAVX512(uint32_t *edges, size_t count, const uint8_t *text, uint64_t *hashes,
                     uint64_t *irregularWords);
// hashWords without letters of three bytes; what stands behind the last word is lost.
bool hashPlainWordsAVX512(uint32_t *edges, size_t count, const uint8_t *text, uint64_t *hashes,
                          uint64_t *irregularWords);
bool hashLatinWordsAVX512(const uint32_t *edges, size_t count, const uint8_t *text,
                          const uint8_t *folds, uint64_t *hashes, uint64_t *irregularWords);
void hashShinglesAVX512(const uint64_t *tokens, size_t count, size_t size, uint64_t *shingles);
void throwShinglesAVX512(const uint64_t *shingles, size_t count, const struct Throws *throws,
                         uint32_t *slots);
size_t winnowAVX512(const uint64_t *shingles, size_t count, uint32_t *picks);
size_t skipStringAVX2(const uint8_t *text, size_t length, bool *hasEscapes);
bool isUTF8AVX2(const uint8_t *text, size_t length);
size_t skipStringAVX512(const uint8_t *text, size_t length, bool *hasEscapes);
struct Unescaped unescapeAVX512(const uint8_t *text, size_t length, uint8_t *target);
bool isUTF8AVX512(const uint8_t *text, size_t length);
uint64_t hashAVX512(const void *bytes, size_t count);

#endif
