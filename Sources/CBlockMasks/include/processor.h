// What the processor has beyond the instructions of its family, asked for when it is first needed.

#ifndef TALLY_PROCESSOR_H
#define TALLY_PROCESSOR_H

/// Instructions that only some processors of the family have.
enum tally_instructions {
  /// Numbers of bits.
  tally_popcnt = 1,
  /// 32 bytes at once, and choosing bits.
  tally_avx2 = 2,
  /// 64 bytes at once, and packing them.
  tally_avx512 = 4,
  /// Numbers of bits of 64 bytes at once.
  tally_avx512_popcnt = 8,
};

/// What the processor has and the system lets programs use; 0 for another family.
///
/// To ask a processor takes some microseconds in a virtual machine, each time, and the compiler's
/// own way asks a dozen times at each start of a program, used or not. This one asks three times,
/// and remembers.
int tally_processor(void);

#endif
