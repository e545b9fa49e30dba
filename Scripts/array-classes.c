/* Makes the classes of Swift's arrays and dictionaries faster: part of the released program, by
   Scripts/release.

   Each type of elements has a class of its own for its arrays, which Swift's runtime makes when the
   first of them is asked for: for some fifty types a seventh of a first answer. Such a class has no
   fields of its own, so that one differs from the next in the types of the elements alone: the
   first is made by the runtime, the others are copies of it. Where the first is not of that form,
   the runtime makes them all. Nothing compares these classes, or asks the runtime for them by
   another way than the function below. */
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
__attribute__((swiftcall)) response swift_getGenericMetadata(
    size_t request, arguments given, const void *description);

/* The descriptions of `_ContiguousArrayStorage` and `_DictionaryStorage`. */
extern const char array_storage __asm__("$ss23_ContiguousArrayStorageCMn");
extern const char dictionary_storage __asm__("$ss18_DictionaryStorageCMn");

enum { most_words = 64, most_arguments = 3, chains = 64 };

/* A copy: its words, among them what it is of. */
typedef struct copy {
  const struct copy *next;
  uintptr_t words[];
} copy;

/* The classes of one description. */
typedef struct {
  const void *description;
  /* How many words say what a class is of, and which is the first of them. */
  size_t arguments, place;
  /* The first class: its words, and the one where it begins. */
  size_t length, start;
  uintptr_t first[most_words];
  _Atomic(const copy *) table[chains];
  /* 0 for nothing seen yet, 1 while the first is looked at or cannot be copied, 2 once it can. */
  _Atomic int state;
} family;

static family families[] = {
  {.description = &array_storage, .arguments = 1},
  {.description = &dictionary_storage, .arguments = most_arguments},
};

/* Whether words name what is given. */
static int names(const family *own, const uintptr_t *words, arguments given) {
  for (size_t at = 0; at < own->arguments; at++)
    if (words[at] != (uintptr_t)given[at]) return 0;
  return 1;
}

/* Takes the first class for an example. Returns whether it can be one. */
static int learn(family *own, const class_metadata *class, arguments given) {
  own->length = class->class_size / sizeof(uintptr_t);
  own->start = class->class_address_point / sizeof(uintptr_t);
  if (class->description != own->description || own->length > most_words) return 0;
  memcpy(own->first, (const uintptr_t *)class - own->start, own->length * sizeof(uintptr_t));
  size_t found = 0;
  for (size_t at = own->start; at + own->arguments <= own->length; at++)
    if (names(own, own->first + at, given)) own->place = at, found++;
  return found == 1;
}

/* The class of what is given; a null pointer where there is no memory. */
static const void *made(family *own, arguments given) {
  uintptr_t hash = 0;
  for (size_t at = 0; at < own->arguments; at++) hash = hash * 31 + ((uintptr_t)given[at] >> 4);
  _Atomic(const copy *) *chain = &own->table[(hash ^ hash >> 8) % chains];
  copy *new = NULL;
  const copy *newest = atomic_load_explicit(chain, memory_order_acquire);
  for (;;) {
    for (const copy *at = newest; at != NULL; at = at->next)
      if (names(own, at->words + own->place, given)) return free(new), at->words + own->start;
    if (new == NULL) {
      new = malloc(sizeof *new + own->length * sizeof(uintptr_t));
      if (new == NULL) return NULL;
      memcpy(new->words, own->first, own->length * sizeof(uintptr_t));
      memcpy(new->words + own->place, given, own->arguments * sizeof(uintptr_t));
    }
    new->next = newest;
    /* Another thread may have been faster, perhaps with the same class. */
    if (atomic_compare_exchange_weak_explicit(chain, &newest, new, memory_order_acq_rel,
                                              memory_order_acquire))
      return new->words + own->start;
  }
}

response __wrap_swift_getCanonicalPrespecializedGenericMetadata(
    size_t request, arguments given, const void *description, void *once) {
  family *own = families;
  while (own->description != description)
    if (++own == families + sizeof families / sizeof *families)
      return __real_swift_getCanonicalPrespecializedGenericMetadata(request, given, description,
                                                                    once);
  if (atomic_load_explicit(&own->state, memory_order_acquire) == 2) {
    const void *class = made(own, given);
    if (class != NULL) return (response){class, 0};
  }
  int none = 0;
  int is_first = atomic_compare_exchange_strong(&own->state, &none, 1);
  response answer = swift_getGenericMetadata(request, given, description);
  if (is_first && answer.state == 0 && learn(own, answer.type, given))
    atomic_store_explicit(&own->state, 2, memory_order_release);
  return answer;
}
