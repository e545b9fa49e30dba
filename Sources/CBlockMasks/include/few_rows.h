// Some rows of a block as a list of their places: what takes instructions that Swift does not use.

#ifndef TALLY_FEW_ROWS_H
#define TALLY_FEW_ROWS_H

#include <stdint.h>

/// Asks for memory that will be read soon; any address will do.
static inline void tally_fetch(const void *memory) { __builtin_prefetch(memory, 0, 3); }

/// How many places ahead values are asked for: they lie far apart, and memory takes longer than
/// adding them up does.
enum { tally_fetched_ahead = 32 };

/// How many places `tally_places` may write behind the last one.
enum { tally_places_ahead = 16 };

/// Writes the places of the bits of some words in order, and returns how many there are. There is
/// room for all of them and for `tally_places_ahead` more.
int64_t tally_places(const uint64_t *rows, int64_t words, uint32_t *places);

/// Counts the rows of a part of a set by slot: the slot of a row stands at the number of rows of
/// the whole set before it. Slots that there are not are left out.
void tally_count_among(const uint64_t *part, const uint64_t *whole, int64_t words,
                       const uint32_t *slots, int64_t slot_count, intptr_t *counts,
                       int64_t count_count);

/// Adds numbers of some places to the sums of their slots, each as two whole numbers: the number
/// times 2^13 without its fraction, and the fraction times 2^47. Both are exact for 0 and for what
/// lies between 2^-8 and 2^34; sums of 65,536 of them fit. Rows that are not in a set are left out.
/// Returns where it stops: at the first number that does not fit, at a place or slot that there is
/// not, or at the end.
int64_t tally_sum_places(const double *values, int64_t value_count, const uint64_t *rows,
                         const uint32_t *places, const uint32_t *slots, int64_t first,
                         int64_t count, int64_t *pairs, int64_t pair_count);

#endif
