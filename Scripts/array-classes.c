/* Makes the classes of Swift's arrays faster: part of the released program, by Scripts/release.

   Each type of elements has a class of its own for its arrays, which Swift's runtime finishes when
   the first of them is made: for some forty types a tenth of a first answer. What it writes does not
   depend on the elements, for the class has no fields of its own: of the first class it is seen
   which words change, and the others get the same ones. Where anything is not as it was for the
   first class, the runtime finishes the class itself. */
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What a class is, as far as its layout is fixed for the platform. */
typedef struct {
  uintptr_t kind;
  uintptr_t superclass;
  uint32_t flags;
  uint32_t instance_address_point;
  uint32_t instance_size;
  uint16_t instance_align;
  uint16_t reserved;
  uint32_t class_size;
  uint32_t class_address_point;
  const void *description;
} class_metadata;

/* What a class still waits for: nothing, where the first is null. */
typedef struct {
  const void *metadata;
  size_t requirement;
} dependency;

enum { most_words = 64 };

__attribute__((swiftcall)) dependency __real_swift_initClassMetadata2(
    class_metadata *class, size_t flags, size_t fields, const void *types, size_t *offsets);
__attribute__((swiftcall)) dependency __wrap_swift_initClassMetadata2(
    class_metadata *class, size_t flags, size_t fields, const void *types, size_t *offsets);

/* The description of the class of arrays, `_ContiguousArrayStorage`. */
extern const char array_storage __asm__("$ss23_ContiguousArrayStorageCMn");

static uintptr_t before[most_words], after[most_words];
static size_t length, first_flags;
static dependency outcome;
/* 0 for nothing seen yet, 1 while the first class is looked at, 2 once that is done. */
static _Atomic int state;

/* The words of a class from its address on; 0 where they are too many. */
static size_t words(const class_metadata *class) {
  if (class->class_size <= class->class_address_point) return 0;
  size_t count = (class->class_size - class->class_address_point) / sizeof(uintptr_t);
  return count <= most_words ? count : 0;
}

/* Writes what changed of the first class. Returns whether this one was as the first was before. */
static int copy(class_metadata *class, size_t flags) {
  uintptr_t *own = (uintptr_t *)class;
  if (words(class) != length || flags != first_flags) return 0;
  for (size_t at = 0; at < length; at++)
    if (before[at] != after[at] && own[at] != before[at]) return 0;
  for (size_t at = 0; at < length; at++)
    if (before[at] != after[at]) own[at] = after[at];
  return 1;
}

dependency __wrap_swift_initClassMetadata2(class_metadata *class, size_t flags, size_t fields,
                                           const void *types, size_t *offsets) {
  if (class->description != &array_storage || fields != 0)
    return __real_swift_initClassMetadata2(class, flags, fields, types, offsets);
  if (atomic_load_explicit(&state, memory_order_acquire) == 2 && copy(class, flags)) return outcome;
  int none = 0;
  int is_first = words(class) != 0 && atomic_compare_exchange_strong(&state, &none, 1);
  if (is_first) {
    length = words(class);
    first_flags = flags;
    memcpy(before, class, length * sizeof(uintptr_t));
  }
  dependency made = __real_swift_initClassMetadata2(class, flags, fields, types, offsets);
  if (is_first) {
    memcpy(after, class, length * sizeof(uintptr_t));
    outcome = made;
    /* A class that waits for something is no example for others. */
    atomic_store_explicit(&state, made.metadata == NULL ? 2 : 1, memory_order_release);
  }
  return made;
}
