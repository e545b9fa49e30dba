/* A process on a pseudo-terminal of its own, for tests that drive the real prompt. */
#pragma once
#include <sys/types.h>

/* Starts a program on a new pseudo-terminal.
   Returns its process number, or -1; `master` receives the terminal's other end. */
pid_t tally_pty_spawn(
    const char *path, char *const argv[], char *const envp[], int rows, int columns, int *master);

/* Gives the terminal another size; its process is told by SIGWINCH. Returns 0, or -1. */
int tally_pty_resize(int master, int rows, int columns);

/* Whether the terminal waits for whole lines and echoes them, as a shell leaves it. */
int tally_pty_is_cooked(int master);
