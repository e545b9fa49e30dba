/* The record as one image, embedded in the program's read-only data. It is made of the tables beside
   it, which people read: see the DatasetBuilder. Swift does not import incomplete arrays, hence the
   inline functions. */
#pragma once

#include <stddef.h>

/* Embedded bytes; the first lies at a multiple of eight. */
typedef struct {
  const unsigned char *bytes;
  size_t count;
} dataset_bytes;

extern const dataset_bytes dataset_image_bytes;

/* The image. */
static inline dataset_bytes dataset_image(void) { return dataset_image_bytes; }

/* The version: the day of the newest list, and the number of the build for that day. */
static inline const char *dataset_version(void) { return "2026-05-18.2"; }
