// Some rows of a block as a list of their places, by the best instructions that the processor has.

#include "few_rows.h"
#include "processor.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Four places at a time; what is written beyond the last one of a word is written over.
#define TALLY_PLACES(name, attributes)                                                      \
  attributes static int64_t name(const uint64_t *rows, int64_t words, uint32_t *places) {   \
    int64_t count = 0;                                                                      \
    for (int64_t word = 0; word < words; word++) {                                          \
      uint64_t bits = rows[word];                                                           \
      const uint32_t first = (uint32_t)(word * 64);                                         \
      const int64_t end = count + __builtin_popcountll(bits);                               \
      for (; count < end; count += 4)                                                       \
        for (int ahead = 0; ahead < 4; ahead++) {                                           \
          places[count + ahead] = first + (bits != 0 ? (uint32_t)__builtin_ctzll(bits) : 0); \
          bits &= bits - 1;                                                                 \
        }                                                                                   \
      count = end;                                                                          \
    }                                                                                       \
    return count;                                                                           \
  }

#define TALLY_COUNT_AMONG(name, attributes)                                                 \
  attributes static void name(const uint64_t *part, const uint64_t *whole, int64_t words,   \
                              const uint32_t *slots, int64_t slot_count, intptr_t *counts,  \
                              int64_t count_count) {                                        \
    int64_t before = 0;                                                                     \
    for (int64_t word = 0; word < words; word++) {                                          \
      const uint64_t all = whole[word];                                                     \
      for (uint64_t rest = part[word] & all; rest != 0; rest &= rest - 1) {                 \
        const uint64_t lower = (rest & (0 - rest)) - 1;                                     \
        const int64_t place = before + __builtin_popcountll(all & lower);                   \
        if (place < slot_count && slots[place] < count_count) counts[slots[place]]++;       \
      }                                                                                     \
      before += __builtin_popcountll(all);                                                  \
    }                                                                                       \
  }

TALLY_PLACES(tally_places_plain, )
TALLY_COUNT_AMONG(tally_count_plain, )

#if defined(__x86_64__)
TALLY_PLACES(tally_places_bmi, __attribute__((target("popcnt,bmi"))))
TALLY_COUNT_AMONG(tally_count_bmi, __attribute__((target("popcnt,bmi"))))

/// Four places of a word without a question asked, and sixteen rows at a time where it has more.
__attribute__((target("popcnt,bmi,avx512f"))) static int64_t
tally_places_avx512(const uint64_t *rows, int64_t words, uint32_t *places) {
  const __m512i order =
      _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  int64_t count = 0;
  for (int64_t word = 0; word < words; word++) {
    const uint64_t bits = rows[word];
    const uint32_t first = (uint32_t)(word * 64);
    const int64_t found = __builtin_popcountll(bits);
    if (found <= 4) {
      uint64_t rest = bits;
      for (int ahead = 0; ahead < 4; ahead++) {
        places[count + ahead] = first + (uint32_t)_tzcnt_u64(rest);
        rest &= rest - 1;
      }
      count += found;
      continue;
    }
    for (uint32_t part = 0; part < 64; part += 16) {
      const __mmask16 own = (__mmask16)(bits >> part);
      const __m512i all = _mm512_add_epi32(order, _mm512_set1_epi32((int)(first + part)));
      _mm512_storeu_si512(places + count, _mm512_maskz_compress_epi32(own, all));
      count += __builtin_popcount(own);
    }
  }
  return count;
}

int64_t tally_places(const uint64_t *rows, int64_t words, uint32_t *places) {
  const int has = tally_processor();
  if (has & tally_avx512) return tally_places_avx512(rows, words, places);
  if (has & tally_avx2) return tally_places_bmi(rows, words, places);
  return tally_places_plain(rows, words, places);
}

void tally_count_among(const uint64_t *part, const uint64_t *whole, int64_t words,
                       const uint32_t *slots, int64_t slot_count, intptr_t *counts,
                       int64_t count_count) {
  // Who has these has the smaller bit instructions too.
  if (tally_processor() & tally_avx2)
    tally_count_bmi(part, whole, words, slots, slot_count, counts, count_count);
  else
    tally_count_plain(part, whole, words, slots, slot_count, counts, count_count);
}
#else
int64_t tally_places(const uint64_t *rows, int64_t words, uint32_t *places) {
  return tally_places_plain(rows, words, places);
}

void tally_count_among(const uint64_t *part, const uint64_t *whole, int64_t words,
                       const uint32_t *slots, int64_t slot_count, intptr_t *counts,
                       int64_t count_count) {
  tally_count_plain(part, whole, words, slots, slot_count, counts, count_count);
}
#endif

int64_t tally_sum_places(const double *values, int64_t value_count, const uint64_t *rows,
                         const uint32_t *places, const uint32_t *slots, int64_t first,
                         int64_t count, int64_t *pairs, int64_t pair_count) {
  for (int64_t at = first; at < count; at++) {
    if (at + tally_fetched_ahead < count) tally_fetch(values + places[at + tally_fetched_ahead]);
    const int64_t place = places[at], slot = slots[at];
    if (place >= value_count || slot >= pair_count) return at;
    if ((rows[place >> 6] >> (place & 63) & 1) == 0) continue;
    const double value = values[place], size = __builtin_fabs(value);
    if (!(size < 0x1p34) || (size < 0x1p-8 && size != 0)) return at;
    const double scaled = value * 0x1p13;
    const int64_t whole = (int64_t)scaled;
    pairs[2 * slot] += whole;
    pairs[2 * slot + 1] += (int64_t)((scaled - (double)whole) * 0x1p47);
  }
  return count;
}
