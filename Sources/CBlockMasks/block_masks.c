// Numbers of bits, by the best instruction that the processor has: found out when it runs.

#include "block_masks.h"

#include <stdatomic.h>
#include <stddef.h>

#if defined(__x86_64__)
#include <immintrin.h>
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

/// So many words are counted the plain way before the processor is asked what it has: that takes
/// longer than they do.
enum { words_before_asking = 4096 };

int64_t tally_population(enum tally_operation operation, const uint64_t *a, const uint64_t *b,
                         int64_t words) {
  static _Atomic int64_t counted;
  const int64_t before = atomic_load_explicit(&counted, memory_order_relaxed);
  if (before < words_before_asking && words < words_before_asking) {
    atomic_store_explicit(&counted, before + words, memory_order_relaxed);
    return tally_sum(operation, a, b, words);
  }
  const int has = tally_processor();
  if (has & tally_avx512_popcnt) return tally_sum_avx512(operation, a, b, words);
  if (has & tally_avx2) return tally_sum_avx2(operation, a, b, words);
  if (has & tally_popcnt) return tally_sum_popcnt(operation, a, b, words);
  return tally_sum(operation, a, b, words);
}
#else
int64_t tally_population(enum tally_operation operation, const uint64_t *a, const uint64_t *b,
                         int64_t words) {
  return tally_sum(operation, a, b, words);
}
#endif

#if defined(__x86_64__)
/// The bits of 32 codes. Four pairs of registers hold the table; two bits of a code say which pair.
__attribute__((target("avx512f,avx512bw"))) static inline uint32_t
tally_accepted_32_codes(const uint16_t *codes, const __m512i table[8]) {
  const __m512i code = _mm512_loadu_si512(codes);
  const __m512i place = _mm512_srli_epi16(code, 4);
  const __mmask32 second = _mm512_test_epi16_mask(place, _mm512_set1_epi16(64));
  const __mmask32 upper = _mm512_test_epi16_mask(place, _mm512_set1_epi16(128));
  const __m512i low = _mm512_mask_blend_epi16(
      second, _mm512_permutex2var_epi16(table[0], place, table[1]),
      _mm512_permutex2var_epi16(table[2], place, table[3]));
  const __m512i high = _mm512_mask_blend_epi16(
      second, _mm512_permutex2var_epi16(table[4], place, table[5]),
      _mm512_permutex2var_epi16(table[6], place, table[7]));
  const __m512i bit = _mm512_sllv_epi16(
      _mm512_set1_epi16(1), _mm512_and_si512(code, _mm512_set1_epi16(15)));
  return _mm512_test_epi16_mask(_mm512_mask_blend_epi16(upper, low, high), bit) &
         _mm512_cmplt_epu16_mask(code, _mm512_set1_epi16(tally_most_looked));
}

__attribute__((target("avx512f,avx512bw"))) static void
tally_accepted_bw(const uint16_t *codes, const uint16_t *accepted, uint64_t *out, int64_t words) {
  __m512i table[8];
  for (int at = 0; at < 8; at++) table[at] = _mm512_loadu_si512(accepted + 32 * at);
  for (int64_t word = 0; word < words; word++) {
    const uint64_t low = tally_accepted_32_codes(codes + 64 * word, table);
    out[word] = low | (uint64_t)tally_accepted_32_codes(codes + 64 * word + 32, table) << 32;
  }
}

int tally_accepted_16(const uint16_t *codes, const uint16_t *accepted, uint64_t *out,
                      int64_t words) {
  if (!(tally_processor() & tally_avx512)) return 0;
  tally_accepted_bw(codes, accepted, out, words);
  return 1;
}
#else
int tally_accepted_16(const uint16_t *codes, const uint16_t *accepted, uint64_t *out,
                      int64_t words) {
  (void)codes, (void)accepted, (void)out, (void)words;
  return 0;
}
#endif
