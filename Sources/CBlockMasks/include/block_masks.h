// Which bytes of sixty-four equal one byte, as a bit mask: what SSE2 has and Swift's vectors lack.

#ifndef TALLY_BLOCK_MASKS_H
#define TALLY_BLOCK_MASKS_H

#include <stdint.h>

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
#endif

#endif
