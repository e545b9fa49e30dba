// Numbers of bits, by the best instruction that the processor has: found out when it runs.

// The headers of the system name `madvise` and its advice only where this is asked for: the package
// is compiled as strict C.
#define _DEFAULT_SOURCE 1

#include "block_masks.h"

#include <stddef.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#define TALLY_SUM(name, attributes)                                                        \
  attributes static int64_t name(enum tally_operation operation, const uint64_t *a,        \
                                 const uint64_t *b, int64_t words) {                       \
    int64_t sum = 0;                                                                       \
    switch (operation) {                                                                   \
    case tally_both:                                                                       \
      for (int64_t at = 0; at < words; at++) sum += __builtin_popcountll(a[at] & b[at]);   \
      break;                                                                               \
    case tally_either:                                                                     \
      for (int64_t at = 0; at < words; at++) sum += __builtin_popcountll(a[at] | b[at]);   \
      break;                                                                               \
    case tally_minus:                                                                      \
      for (int64_t at = 0; at < words; at++) sum += __builtin_popcountll(a[at] & ~b[at]);  \
      break;                                                                               \
    }                                                                                      \
    return sum;                                                                            \
  }

TALLY_SUM(tally_sum, )

#if defined(__x86_64__)
TALLY_SUM(tally_sum_popcnt, __attribute__((target("popcnt"))))
TALLY_SUM(tally_sum_avx2, __attribute__((target("popcnt,avx2"))))
TALLY_SUM(tally_sum_avx512, __attribute__((target("popcnt,avx2,avx512f,avx512vpopcntdq"))))

int64_t tally_population(enum tally_operation operation, const uint64_t *a, const uint64_t *b,
                         int64_t words) {
  if (__builtin_cpu_supports("avx512vpopcntdq")) return tally_sum_avx512(operation, a, b, words);
  if (__builtin_cpu_supports("avx2")) return tally_sum_avx2(operation, a, b, words);
  if (__builtin_cpu_supports("popcnt")) return tally_sum_popcnt(operation, a, b, words);
  return tally_sum(operation, a, b, words);
}
#else
int64_t tally_population(enum tally_operation operation, const uint64_t *a, const uint64_t *b,
                         int64_t words) {
  return tally_sum(operation, a, b, words);
}
#endif

void tally_prefer_large_pages(void *memory, int64_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  const uintptr_t page = 1 << 21;
  const uintptr_t first = ((uintptr_t)memory + page - 1) & ~(page - 1);
  const uintptr_t end = ((uintptr_t)memory + (uintptr_t)bytes) & ~(page - 1);
  // Only whole large pages within the stretch: what lies beside it belongs to others.
  if (bytes > 0 && end > first && end - first >= 2 * page)
    (void)madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)memory;
  (void)bytes;
#endif
}
