// What the processor has beyond the instructions of its family.

#include "processor.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <stdatomic.h>
#include <stdint.h>

/// The parts of the processor's state that the system keeps for programs.
static uint32_t kept_state(void) {
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

static int look(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  int found = c & bit_POPCNT ? tally_popcnt : 0;
  const uint32_t state = c & bit_OSXSAVE ? kept_state() : 0;
  // The halves of the wide registers: 2 and 4. Then the masks and the rest of the widest.
  if ((state & 0x06) != 0x06 || !__get_cpuid_count(7, 0, &a, &b, &c, &d)) return found;
  if (b & bit_AVX2 && b & bit_BMI && b & bit_BMI2) found |= tally_avx2;
  if ((state & 0xe6) != 0xe6 || !(found & tally_avx2) || !(b & bit_AVX512F)) return found;
  if (b & bit_AVX512BW && c & bit_AVX512VBMI2) found |= tally_avx512;
  if (c & bit_AVX512VPOPCNTDQ) found |= tally_avx512_popcnt;
  return found;
}

int tally_processor(void) {
  // Two threads that look at the same time find the same.
  static _Atomic int known = -1;
  int found = atomic_load_explicit(&known, memory_order_relaxed);
  if (found < 0) {
    found = look();
    atomic_store_explicit(&known, found, memory_order_relaxed);
  }
  return found;
}
#else
int tally_processor(void) { return 0; }
#endif
