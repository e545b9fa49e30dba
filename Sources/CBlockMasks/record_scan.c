// Where cells and records end among plain bytes, by the widest instructions of the processor.

#include "record_scan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include "block_masks.h"
#endif

/// The positions of the bits, four at a time: up to three more are written than there are.
#define TALLY_PUT_BITS(into, bits, base)                         \
  for (uint64_t left = (bits), put = 0; left != 0; put += 4)     \
    for (int ahead = 0; ahead < 4; ahead++) {                    \
      (into)[put + ahead] = (uint32_t)(base) + (uint32_t)(left != 0 ? __builtin_ctzll(left) : 0); \
      left &= left - 1;                                          \
    }

/// The scan; `masks` sets four masks from a block, `put` writes the positions of bits.
#define TALLY_SCAN(name, attributes, masks, put)                                               \
  attributes static int64_t name(struct tally_records *into, const uint8_t *bytes,             \
                                 int64_t from, int64_t to, uint8_t delimiter) {                \
    uint32_t *const ends = into->ends, *const cells = into->cells, *const starts = into->starts; \
    const int64_t end_most = into->end_room - 80, record_most = into->record_room - 64;        \
    int64_t at = from, count = into->end_count, records = into->record_count;                  \
    int64_t start = into->start, longest = into->longest;                                      \
    uint64_t all_returns = 0;                                                                  \
    for (; at + 64 <= to && count <= end_most && records <= record_most; at += 64) {           \
      uint64_t quotes, delimiters, feeds, returns;                                             \
      masks(bytes + at);                                                                       \
      if ((quotes | (returns & ~(feeds >> 1))) != 0) break;                                    \
      all_returns |= returns;                                                                  \
      const uint64_t found = delimiters | feeds;                                               \
      put(ends + count, found, at);                                                            \
      for (uint64_t lines = feeds; lines != 0; lines &= lines - 1) {                           \
        const uint64_t through = lines ^ (lines - 1);                                          \
        const int64_t next = at + __builtin_ctzll(lines) + 1;                                  \
        cells[records] = (uint32_t)(count + __builtin_popcountll(found & through));            \
        starts[records++] = (uint32_t)start;                                                   \
        longest = next - start > longest ? next - start : longest;                             \
        start = next;                                                                          \
      }                                                                                        \
      count += __builtin_popcountll(found);                                                    \
    }                                                                                          \
    into->end_count = count;                                                                   \
    into->record_count = records;                                                              \
    into->start = start;                                                                       \
    into->longest = longest;                                                                   \
    into->has_returns |= all_returns != 0;                                                     \
    return at;                                                                                 \
  }

#if defined(__x86_64__)
#define TALLY_MASKS_16(block)                       \
  quotes = tally_mask_of_equal(block, '"');         \
  delimiters = tally_mask_of_equal(block, delimiter); \
  feeds = tally_mask_of_equal(block, '\n');         \
  returns = tally_mask_of_equal(block, '\r')

#define TALLY_EQUAL_32(byte)                                                                \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, _mm256_set1_epi8(byte))) | \
   (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, _mm256_set1_epi8(byte)))  \
       << 32)

#define TALLY_MASKS_32(block)                                             \
  const __m256i low = _mm256_loadu_si256((const __m256i *)(block));       \
  const __m256i high = _mm256_loadu_si256((const __m256i *)(block) + 1);  \
  quotes = TALLY_EQUAL_32('"');                                           \
  delimiters = TALLY_EQUAL_32((char)delimiter);                           \
  feeds = TALLY_EQUAL_32('\n');                                           \
  returns = TALLY_EQUAL_32('\r')

#define TALLY_MASKS_64(block)                                                    \
  const __m512i all = _mm512_loadu_si512(block);                                 \
  quotes = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('"'));                   \
  delimiters = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)delimiter));   \
  feeds = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\n'));                   \
  returns = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\r'))

/// The places of the bits are gathered as bytes and widened sixteen at a time.
#define TALLY_PUT_16(into, packed, part, base)                                              \
  _mm512_storeu_si512((into) + 16 * (part),                                                 \
                      _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(      \
                                           packed, part)),                                  \
                                       _mm512_set1_epi32((int)(base))))

#define TALLY_PUT_PACKED(into, bits, base)                                                  \
  const int number = (int)__builtin_popcountll(bits);                                       \
  const __m512i packed = _mm512_maskz_compress_epi8(bits, places);                          \
  TALLY_PUT_16(into, packed, 0, base);                                                      \
  if (number > 16) {                                                                        \
    TALLY_PUT_16(into, packed, 1, base);                                                    \
    if (number > 32) {                                                                      \
      TALLY_PUT_16(into, packed, 2, base);                                                  \
      TALLY_PUT_16(into, packed, 3, base);                                                  \
    }                                                                                       \
  }

#define TALLY_PUT_WIDE(into, bits, base)                                                    \
  const __m512i places = _mm512_set_epi8(                                                   \
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43,   \
      42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22,   \
      21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);        \
  TALLY_PUT_PACKED(into, bits, base)

TALLY_SCAN(tally_scan_16, , TALLY_MASKS_16, TALLY_PUT_BITS)
TALLY_SCAN(tally_scan_32, __attribute__((target("avx2,bmi,bmi2,popcnt"))), TALLY_MASKS_32,
           TALLY_PUT_BITS)
TALLY_SCAN(tally_scan_64,
           __attribute__((target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512vbmi2"))),
           TALLY_MASKS_64, TALLY_PUT_WIDE)

int64_t tally_scan_records(struct tally_records *into, const uint8_t *bytes, int64_t from,
                           int64_t to, uint8_t delimiter, int level) {
  const int has = tally_processor();
  if (level > 1 && has & tally_avx512)
    return tally_scan_64(into, bytes, from, to, delimiter);
  if (level > 0 && has & tally_avx2)
    return tally_scan_32(into, bytes, from, to, delimiter);
  return tally_scan_16(into, bytes, from, to, delimiter);
}
#else
int64_t tally_scan_records(struct tally_records *into, const uint8_t *bytes, int64_t from,
                           int64_t to, uint8_t delimiter, int level) {
  (void)into;
  (void)bytes;
  (void)to;
  (void)delimiter;
  (void)level;
  return from;
}
#endif
