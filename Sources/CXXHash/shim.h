// The header-only form: XXH3 of a short key inlines into its Swift caller (measured 1.5 times the
// rate of calls into the shared library).
#define XXH_INLINE_ALL
#include <xxhash.h>
