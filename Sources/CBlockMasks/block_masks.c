// Numbers of bits, by the best instruction that the processor has: found out when it runs.

#include "block_masks.h"

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
