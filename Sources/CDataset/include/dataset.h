/* The shipped tables, one CSV file each, embedded in the program's read-only data.
   Swift does not import incomplete arrays, hence the inline functions. */
#pragma once

#include <stddef.h>

/* An embedded file. Its bytes are UTF-8 without a terminating zero. */
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} dataset_file;

extern const dataset_file dataset_files[];
extern const size_t dataset_files_count;
extern const dataset_file dataset_hash_file;

/* How many tables there are. */
static inline size_t dataset_table_count(void) { return dataset_files_count; }

/* A table by its place in the order of the names; one past the end has no name and no bytes. */
static inline dataset_file dataset_table(size_t index) {
  if (index < dataset_files_count) return dataset_files[index];
  return (dataset_file){NULL, NULL, 0};
}

/* The SHA-256 of all tables in 64 hexadecimal digits, and a line feed. */
static inline dataset_file dataset_hash(void) { return dataset_hash_file; }

/* The version: the day of the newest list, and the number of the build for that day. */
static inline const char *dataset_version(void) { return "2026-05-18.2"; }
