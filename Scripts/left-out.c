/* Stands in for what a first answer would wait for and tally never uses: part of the released
   program, by Scripts/release.

   Swift's tasks run on the queues of libdispatch, which looks at the processors when a program
   starts. The argument parser can start tasks, so they are linked, but tally starts none: its
   threads are its own. The names below are all of libdispatch that tasks ask for; a toolchain whose
   tasks ask for more does not link. */
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

/* Where a helper program of the toolchain lies, which prints the stack of a program that crashed:
   nowhere. Swift's runtime looks for it in eight folders at each start. */
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name);
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name) {
  (void)name;
  return NULL;
}

/* A task was started after all: better no answer than one that waits for ever. */
#define LEFT_OUT(name)                                                              \
  _Noreturn void name(void);                                                        \
  void name(void) {                                                                 \
    static const char text[] = "tally: " #name " is left out of this program\n";    \
    (void)!write(STDERR_FILENO, text, sizeof text - 1);                             \
    abort();                                                                        \
  }

LEFT_OUT(dispatch_activate)
LEFT_OUT(dispatch_after_f)
LEFT_OUT(dispatch_assert_queue)
LEFT_OUT(dispatch_async_f)
LEFT_OUT(dispatch_main)
LEFT_OUT(dispatch_queue_attr_make_with_qos_class)
LEFT_OUT(dispatch_queue_create)
LEFT_OUT(dispatch_queue_set_width)
LEFT_OUT(dispatch_release)
LEFT_OUT(dispatch_set_context)
LEFT_OUT(dispatch_source_create)
LEFT_OUT(dispatch_source_set_event_handler_f)
LEFT_OUT(dispatch_source_set_timer)
LEFT_OUT(dispatch_walltime)

/* Values that are only handed to the functions above. */
const char _dispatch_main_q, _dispatch_queue_attr_concurrent, _dispatch_source_type_timer;
