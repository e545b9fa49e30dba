// Bit masks of comparisons and numbers of bits: what processors have and Swift's vectors lack.

#ifndef TALLY_BLOCK_MASKS_H
#define TALLY_BLOCK_MASKS_H

#include <stdint.h>

#include "few_rows.h"
#include "processor.h"
#include "record_scan.h"

#if defined(__SSE2__)
#include <emmintrin.h>

/// The bits of the bytes that equal a byte; the lowest bit is the first byte. Reads 64 bytes.
static inline uint64_t tally_mask_of_equal(const uint8_t *block, uint8_t byte) {
  const __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(block + 16 * part));
    const uint64_t bits = (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted));
    mask |= bits << (16 * part);
  }
  return mask;
}

// The bits of the numbers between two ends, both included; the lowest bit is the first number.
// Each reads 64 numbers. A number lies outside where the low end is above it or it is above the
// high end, and saturation keeps these marks when they are packed into narrower ones.

static inline uint64_t tally_mask_within_8(const int8_t *block, int8_t low, int8_t high) {
  const __m128i least = _mm_set1_epi8(low), most = _mm_set1_epi8(high);
  uint64_t outside = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(block + 16 * part));
    const __m128i out = _mm_or_si128(_mm_cmpgt_epi8(least, v), _mm_cmpgt_epi8(v, most));
    outside |= (uint64_t)(uint16_t)_mm_movemask_epi8(out) << (16 * part);
  }
  return ~outside;
}

static inline __m128i tally_outside_16(const int16_t *at, __m128i least, __m128i most) {
  const __m128i v = _mm_loadu_si128((const __m128i *)at);
  return _mm_or_si128(_mm_cmpgt_epi16(least, v), _mm_cmpgt_epi16(v, most));
}

static inline uint64_t tally_mask_within_16(const int16_t *block, int16_t low, int16_t high) {
  const __m128i least = _mm_set1_epi16(low), most = _mm_set1_epi16(high);
  uint64_t outside = 0;
  for (int part = 0; part < 4; part++) {
    const int16_t *at = block + 16 * part;
    const __m128i out = _mm_packs_epi16(
        tally_outside_16(at, least, most), tally_outside_16(at + 8, least, most));
    outside |= (uint64_t)(uint16_t)_mm_movemask_epi8(out) << (16 * part);
  }
  return ~outside;
}

static inline __m128i tally_outside_32(const int32_t *at, __m128i least, __m128i most) {
  const __m128i v = _mm_loadu_si128((const __m128i *)at);
  return _mm_or_si128(_mm_cmpgt_epi32(least, v), _mm_cmpgt_epi32(v, most));
}

static inline uint64_t tally_mask_within_32(const int32_t *block, int32_t low, int32_t high) {
  const __m128i least = _mm_set1_epi32(low), most = _mm_set1_epi32(high);
  uint64_t outside = 0;
  for (int part = 0; part < 4; part++) {
    const int32_t *at = block + 16 * part;
    const __m128i first = _mm_packs_epi32(
        tally_outside_32(at, least, most), tally_outside_32(at + 4, least, most));
    const __m128i second = _mm_packs_epi32(
        tally_outside_32(at + 8, least, most), tally_outside_32(at + 12, least, most));
    const __m128i out = _mm_packs_epi16(first, second);
    outside |= (uint64_t)(uint16_t)_mm_movemask_epi8(out) << (16 * part);
  }
  return ~outside;
}

/// What is no number lies between no two ends.
static inline uint64_t tally_mask_within_double(const double *block, double low, double high) {
  const __m128d least = _mm_set1_pd(low), most = _mm_set1_pd(high);
  uint64_t inside = 0;
  for (int part = 0; part < 32; part++) {
    const __m128d v = _mm_loadu_pd(block + 2 * part);
    const __m128d in = _mm_and_pd(_mm_cmpge_pd(v, least), _mm_cmple_pd(v, most));
    inside |= (uint64_t)_mm_movemask_pd(in) << (2 * part);
  }
  return inside;
}

// The bits of the codes in a run, from the first one to `more` above it; each reads 64 codes. A
// code less the first one is at most `more`, without signs: so a code below the first lies outside.

static inline uint64_t tally_mask_run_8(const uint8_t *codes, uint8_t first, uint8_t more) {
  const __m128i least = _mm_set1_epi8((char)first), most = _mm_set1_epi8((char)more);
  const __m128i zero = _mm_setzero_si128();
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(codes + 16 * part));
    const __m128i over = _mm_subs_epu8(_mm_sub_epi8(v, least), most);
    mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(over, zero)) << (16 * part);
  }
  return mask;
}

static inline __m128i tally_in_run_16(const uint16_t *at, __m128i least, __m128i most) {
  const __m128i v = _mm_loadu_si128((const __m128i *)at);
  const __m128i over = _mm_subs_epu16(_mm_sub_epi16(v, least), most);
  return _mm_cmpeq_epi16(over, _mm_setzero_si128());
}

static inline uint64_t tally_mask_run_16(const uint16_t *codes, uint16_t first, uint16_t more) {
  const __m128i least = _mm_set1_epi16((short)first), most = _mm_set1_epi16((short)more);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const uint16_t *at = codes + 16 * part;
    const __m128i in = _mm_packs_epi16(
        tally_in_run_16(at, least, most), tally_in_run_16(at + 8, least, most));
    mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(in) << (16 * part);
  }
  return mask;
}

/// There is no comparison without signs: both sides are moved by half of the range.
static inline __m128i tally_beyond_run_32(const uint32_t *at, __m128i least, __m128i most) {
  const __m128i half = _mm_set1_epi32(INT32_MIN);
  const __m128i v = _mm_loadu_si128((const __m128i *)at);
  return _mm_cmpgt_epi32(_mm_xor_si128(_mm_sub_epi32(v, least), half), most);
}

static inline uint64_t tally_mask_run_32(const uint32_t *codes, uint32_t first, uint32_t more) {
  const __m128i least = _mm_set1_epi32((int)first);
  const __m128i most = _mm_xor_si128(_mm_set1_epi32((int)more), _mm_set1_epi32(INT32_MIN));
  uint64_t beyond = 0;
  for (int part = 0; part < 4; part++) {
    const uint32_t *at = codes + 16 * part;
    const __m128i a = _mm_packs_epi32(
        tally_beyond_run_32(at, least, most), tally_beyond_run_32(at + 4, least, most));
    const __m128i b = _mm_packs_epi32(
        tally_beyond_run_32(at + 8, least, most), tally_beyond_run_32(at + 12, least, most));
    beyond |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_packs_epi16(a, b)) << (16 * part);
  }
  return ~beyond;
}
#endif

// The bits of the codes that a table accepts: it has 1 or 0 for each code up to `last`, and its
// last place stands for every code above. Each reads 64 codes.

#define TALLY_ACCEPTED(name, code_type)                                                         \
  static inline uint64_t name(const code_type *codes, const uint8_t *accepted, uint32_t last) { \
    uint64_t mask = 0;                                                                          \
    for (int part = 0; part < 8; part++) {                                                      \
      uint64_t bits = 0;                                                                        \
      _Pragma("unroll") for (int row = 0; row < 8; row++) {                                     \
        const uint32_t code = codes[8 * part + row];                                            \
        bits |= (uint64_t)accepted[code < last ? code : last] << row;                           \
      }                                                                                         \
      mask |= bits << (8 * part);                                                               \
    }                                                                                           \
    return mask;                                                                                \
  }

/// How many codes `tally_accepted_16` knows, and how many words of 16 bits these are.
enum { tally_most_looked = 4096, tally_looked_words = tally_most_looked / 16 };

/// The same of many codes below `tally_most_looked`, of which the accepted ones are bits of a table
/// that the registers of the processor hold: a word of bits for each 64 codes. 0 where it has no
/// such registers; nothing is written then.
int tally_accepted_16(const uint16_t *codes, const uint16_t *accepted, uint64_t *out,
                      int64_t words);

TALLY_ACCEPTED(tally_mask_accepted_8, uint8_t)
TALLY_ACCEPTED(tally_mask_accepted_16, uint16_t)
TALLY_ACCEPTED(tally_mask_accepted_32, uint32_t)

/// What two sets of bits are made into before their bits are counted.
enum tally_operation { tally_both, tally_either, tally_minus };

/// The number of bits in what some words of two sets make. Where the processor can count the bits
/// of several words at once, it does.
int64_t tally_population(
    enum tally_operation operation, const uint64_t *a, const uint64_t *b, int64_t words);

#endif
