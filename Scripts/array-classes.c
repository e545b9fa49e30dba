/* Makes the classes of Swift's arrays faster: part of the released program, by Scripts/release.

   Each type of elements has a class of its own for its arrays, which Swift's runtime makes when the
   first of them is asked for: for some fifty types a seventh of a first answer. The class has no
   fields of its own, so that one differs from the next in one word, the type of the elements: the
   first is made by the runtime, the others are copies of it. Where the first is not of that form,
   the runtime makes them all. Nothing compares these classes, and all that asks the runtime whether
   one of them is finished asks here. */
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
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

/* A type, and how far it is made: all of it, where the second is 0. */
typedef struct {
  const void *type;
  size_t state;
} response;

typedef const void *const *arguments;

__attribute__((swiftcall)) response __real_swift_getCanonicalPrespecializedGenericMetadata(
    size_t request, arguments given, const void *description, void *once);
__attribute__((swiftcall)) response __wrap_swift_getCanonicalPrespecializedGenericMetadata(
    size_t request, arguments given, const void *description, void *once);
__attribute__((swiftcall)) response __real_swift_checkMetadataState(size_t request,
                                                                    const class_metadata *type);
__attribute__((swiftcall)) response __wrap_swift_checkMetadataState(size_t request,
                                                                    const class_metadata *type);
__attribute__((swiftcall)) response swift_getGenericMetadata(
    size_t request, arguments given, const void *description);

/* The description of the class of arrays, `_ContiguousArrayStorage`. */
extern const char array_storage __asm__("$ss23_ContiguousArrayStorageCMn");

enum { most_words = 64, chains = 64 };

/* A copy: the type of its elements, and its words from the first on. */
typedef struct copy {
  const struct copy *next;
  const void *elements;
  uintptr_t words[];
} copy;

static _Atomic(const copy *) table[chains];
/* The first class: its words, the one that names the elements, and the one where it begins. */
static uintptr_t first[most_words];
static size_t length, place, start;
/* 0 for nothing seen yet, 1 while the first class is looked at or cannot be copied, 2 once it can. */
static _Atomic int state;

/* Takes the first class for an example. Returns whether it can be one. */
static int learn(const class_metadata *class, const void *elements) {
  length = class->class_size / sizeof(uintptr_t);
  start = class->class_address_point / sizeof(uintptr_t);
  if (class->description != &array_storage || length > most_words || start >= length) return 0;
  memcpy(first, (const uintptr_t *)class - start, length * sizeof(uintptr_t));
  size_t found = 0;
  for (size_t at = start; at < length; at++)
    if (first[at] == (uintptr_t)elements) place = at, found++;
  return found == 1;
}

static _Atomic(const copy *) *chain_of(const void *elements) {
  return &table[((uintptr_t)elements >> 4 ^ (uintptr_t)elements >> 10) % chains];
}

/* The copy for a type of elements among some; a null pointer where it is not there. */
static const copy *find(const copy *among, const void *elements) {
  while (among != NULL && among->elements != elements) among = among->next;
  return among;
}

/* The class for a type of elements; a null pointer where there is no memory. */
static const void *made(const void *elements) {
  _Atomic(const copy *) *chain = chain_of(elements);
  const copy *newest = atomic_load_explicit(chain, memory_order_acquire);
  copy *own = NULL;
  for (;;) {
    const copy *found = find(newest, elements);
    if (found != NULL) return free(own), found->words + start;
    if (own == NULL) {
      own = malloc(sizeof *own + length * sizeof(uintptr_t));
      if (own == NULL) return NULL;
      own->elements = elements;
      memcpy(own->words, first, length * sizeof(uintptr_t));
      own->words[place] = (uintptr_t)elements;
    }
    own->next = newest;
    /* Another thread may have been faster, perhaps with the same type. */
    if (atomic_compare_exchange_weak_explicit(chain, &newest, own, memory_order_acq_rel,
                                              memory_order_acquire))
      return own->words + start;
  }
}

/* Whether a type is a copy, of which the runtime knows nothing. */
static int is_copy(const class_metadata *type) {
  /* The numbers up to the last kind are of types that are no classes; a class has 0. */
  if (type->kind != 0 || type->description != &array_storage) return 0;
  if (atomic_load_explicit(&state, memory_order_acquire) != 2) return 0;
  const void *elements = (const void *)((const uintptr_t *)type)[place - start];
  const copy *found =
      find(atomic_load_explicit(chain_of(elements), memory_order_acquire), elements);
  return found != NULL && found->words + start == (const uintptr_t *)type;
}

response __wrap_swift_checkMetadataState(size_t request, const class_metadata *type) {
  if (is_copy(type)) return (response){type, 0};
  return __real_swift_checkMetadataState(request, type);
}

response __wrap_swift_getCanonicalPrespecializedGenericMetadata(
    size_t request, arguments given, const void *description, void *once) {
  if (description != &array_storage)
    return __real_swift_getCanonicalPrespecializedGenericMetadata(request, given, description, once);
  if (atomic_load_explicit(&state, memory_order_acquire) == 2) {
    const void *class = made(given[0]);
    if (class != NULL) return (response){class, 0};
  }
  int none = 0;
  int is_first = atomic_compare_exchange_strong(&state, &none, 1);
  response answer = swift_getGenericMetadata(request, given, description);
  if (is_first && answer.state == 0 && learn(answer.type, given[0]))
    atomic_store_explicit(&state, 2, memory_order_release);
  return answer;
}
