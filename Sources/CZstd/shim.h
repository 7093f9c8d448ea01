#include <zstd.h>

// Swift has no word for it: brings the cache line at an address closer, and waits for nothing.
static inline void dedupe_prefetch(const void *address) { __builtin_prefetch(address); }

#if defined(__GLIBC__)
#include <malloc.h>
#endif

// So many heaps for all threads together: threads that come and go leave holes in one each.
static inline void dedupe_limit_heaps(int count) {
#if defined(__GLIBC__)
  mallopt(M_ARENA_MAX, count);
#else
  (void)count;
#endif
}

// Gives pages that the heaps hold and nobody uses back to the system.
static inline void dedupe_trim_heaps(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}
