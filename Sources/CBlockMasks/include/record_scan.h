// Where cells and records end among plain bytes: the index of a table of text.

#ifndef TALLY_RECORD_SCAN_H
#define TALLY_RECORD_SCAN_H

#include <stdint.h>

/// What has been found of a stretch of bytes, and where more is written.
struct tally_records {
  /// Where each cell ends: at its delimiter or line feed.
  uint32_t *ends;
  /// For each record how many cells end up to its last, and where it starts.
  uint32_t *cells;
  uint32_t *starts;
  /// How many there are of each, and how many there may be.
  int64_t end_count, end_room;
  int64_t record_count, record_room;
  /// Where the record starts that has not ended yet.
  int64_t start;
  /// The most bytes of a record.
  int64_t longest;
  /// Whether there are returns, each before a feed.
  int64_t has_returns;
};

/// Finds the ends in whole blocks of 64 bytes, up to a block that has a quote or a return that no
/// feed follows within it, or for which there is no room: it writes up to 64 ends of cells and
/// records for a block, and 16 more that count for nothing. It reads no byte at or behind `to`.
///
/// Returns where the first block that was not looked at begins. `level` is the widest kind of
/// instructions that may be used: 0 for those that every processor of the family has, 1 and 2 for
/// 32 and 64 bytes at once; what the processor lacks is not used.
int64_t tally_scan_records(struct tally_records *into, const uint8_t *bytes, int64_t from,
                           int64_t to, uint8_t delimiter, int level);

/// The widest kind.
#define TALLY_WIDEST 2

#endif
