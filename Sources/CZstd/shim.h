#include <zstd.h>

// Swift has no word for it: brings the cache line at an address closer, and waits for nothing.
static inline void dedupe_prefetch(const void *address) { __builtin_prefetch(address); }
