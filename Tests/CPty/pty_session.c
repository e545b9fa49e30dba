/* forkpty and the signal sets are beyond strict C. */
#define _GNU_SOURCE
#include "pty_session.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

pid_t tally_pty_spawn(
    const char *path, char *const argv[], char *const envp[], int rows, int columns, int *master) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t pid = forkpty(master, NULL, NULL, &size);
  if (pid == 0) {
    /* Only what is safe after a fork of a process with threads. */
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    execve(path, argv, envp);
    _exit(127);
  }
  if (pid > 0) fcntl(*master, F_SETFD, FD_CLOEXEC);
  return pid;
}

int tally_pty_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

int tally_pty_is_cooked(int master) {
  struct termios modes;
  if (tcgetattr(master, &modes) != 0) return 0;
  return (modes.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG);
}
