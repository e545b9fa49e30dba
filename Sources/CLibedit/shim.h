/* What Swift cannot import from libedit: its variadic calls, each as an inline function. */
#pragma once
#include <histedit.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <wchar.h>

/* A command that a key is bound to, and the function that reads one character. */
typedef unsigned char (*tally_key_function)(EditLine *, int);
typedef int (*tally_read_function)(EditLine *, wchar_t *);

/* libedit's own drawing goes to `sink`; keys and terminal modes belong to `terminal`. */
static inline EditLine *tally_edit_open(const char *program, FILE *in, FILE *sink, int terminal) {
  return el_init_fd(program, in, sink, sink, terminal, terminal, terminal);
}
static inline int tally_edit_set_editor(EditLine *e, const char *mode) {
  return el_set(e, EL_EDITOR, mode);
}
static inline const char *tally_edit_editor(EditLine *e) {
  const char *mode = NULL;
  el_get(e, EL_EDITOR, &mode);
  return mode;
}
static inline int tally_edit_set_raw(EditLine *e, int raw) { return el_set(e, EL_PREP_TERM, raw); }
static inline int tally_edit_add(
    EditLine *e, const char *name, const char *help, tally_key_function f) {
  return el_set(e, EL_ADDFN, name, help, f);
}
static inline int tally_edit_bind(EditLine *e, const char *key, const char *command) {
  return el_set(e, EL_BIND, key, command, NULL);
}
/* Binds in the second map: the command mode of vi. */
static inline int tally_edit_bind_command(EditLine *e, const char *key, const char *command) {
  return el_set(e, EL_BIND, "-a", key, command, NULL);
}
static inline int tally_edit_set_tty(EditLine *e, const char *mode, const char *flag) {
  return el_set(e, EL_SETTY, mode, flag, NULL);
}
/* Tells how large libedit is to think its screen; `name` is `co` or `li`. */
static inline int tally_edit_set_size(EditLine *e, const char *name, const char *count) {
  return el_set(e, EL_SETTC, name, count, NULL);
}
static inline int tally_edit_set_client(EditLine *e, void *client) {
  return el_set(e, EL_CLIENTDATA, client);
}
static inline void *tally_edit_client(EditLine *e) {
  void *client = NULL;
  el_get(e, EL_CLIENTDATA, &client);
  return client;
}
static inline int tally_edit_set_history(EditLine *e, History *h) {
  return el_set(e, EL_HIST, history, h);
}
static inline int tally_edit_set_reader(EditLine *e, tally_read_function f) {
  return el_set(e, EL_GETCFN, f);
}

/* Waits until `descriptor` or `other` can be read (`other` may be -1), with the signals of `mask` let
   through meanwhile; for ever where `milliseconds` is negative. Returns 1 for `descriptor`, else 2
   for `other`, 0 when the time is over, -1 after a signal. Swift cannot fill an fd_set. */
static inline int tally_wait(int descriptor, int other, long milliseconds, const sigset_t *mask) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(descriptor, &set);
  if (other >= 0) FD_SET(other, &set);
  struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  int highest = descriptor > other ? descriptor : other;
  int found = pselect(highest + 1, &set, NULL, NULL, milliseconds < 0 ? NULL : &limit, mask);
  return found <= 0 ? found : FD_ISSET(descriptor, &set) ? 1 : 2;
}

/* <wchar.h> declares it only under _XOPEN_SOURCE, which Swift's Glibc module is not built with. */
extern int wcwidth(wchar_t c);
