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

#if defined(__GLIBC__)
// The standard library's own names for the same. In a static program these stand in place of its own
// functions, beside which a file of the system's is searched for the words at each start, asked for
// or not.

char **_swift_stdlib_getUnsafeArgvArgc(int *count);
void _swift_stdlib_overrideUnsafeArgvArgc(char **given, int count);

char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
  *count = 0;
  while (words != NULL && words[*count] != NULL) ++*count;
  return words;
}

void _swift_stdlib_overrideUnsafeArgvArgc(char **given, int count) {
  if (count > 0) words = given;
}
#endif
