// The words of the command line, kept when the process starts.

#include "arguments.h"

// Has the macro that says which C library this is.
#include <stdlib.h>

static char **words;

// These two hand the arguments of `main` to functions that run before it; others need not.
#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep(int count, char **given) {
  if (count > 0) words = given;
}
#endif

char **tally_arguments(void) { return words; }
