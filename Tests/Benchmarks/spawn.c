// Times whole processes with little noise: starts the commands in turn (A B C A B C ...), and prints
// the least and the median wall time of each, from start to exit, in milliseconds, with its peak
// memory and the ratio of medians to the first command.
//
// usage: spawn ROUNDS FILE    FILE: a line "label<TAB>words" for each command; '..' holds blanks
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { most_commands = 32, most_rounds = 2000, most_words = 64 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int order(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static char **words(char *text) {
  char **found = calloc(most_words + 1, sizeof *found);
  for (int count = 0; count < most_words;) {
    while (*text == ' ') text++;
    if (!*text) break;
    char end = ' ';
    if (*text == '\'') end = *text++;
    found[count++] = text;
    while (*text && *text != end) text++;
    if (*text) *text++ = 0;
  }
  return found;
}

struct command {
  char *label;
  char **words;
  double times[most_rounds];
  long memory;
  int failures;
};

static void run(struct command *command, posix_spawn_file_actions_t *files, int round) {
  pid_t child;
  int status;
  struct rusage usage;
  double start = now();
  if (posix_spawnp(&child, command->words[0], files, 0, command->words, environ)) {
    command->failures++;
    return;
  }
  wait4(child, &status, 0, &usage);
  double end = now();
  if (!WIFEXITED(status) || WEXITSTATUS(status)) command->failures++;
  if (round < 0) return;
  command->times[round] = end - start;
  if (usage.ru_maxrss > command->memory) command->memory = usage.ru_maxrss;
}

int main(int count, char **arguments) {
  static struct command commands[most_commands];
  static char line[4096];
  int rounds = count > 2 ? atoi(arguments[1]) : 0, number = 0;
  FILE *file = count > 2 ? fopen(arguments[2], "r") : NULL;
  if (rounds < 1 || rounds > most_rounds || !file) {
    fprintf(stderr, "usage: spawn ROUNDS FILE\n");
    return 2;
  }
  while (number < most_commands && fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    char *tab = strchr(line, '\t');
    if (!tab) continue;
    *tab = 0;
    commands[number].label = strdup(line);
    commands[number++].words = words(strdup(tab + 1));
  }
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  for (int round = -1; round < rounds; round++)
    for (int at = 0; at < number; at++) run(&commands[at], &files, round);
  double base = 0;
  printf("%-36s %9s %9s %9s %7s\n", "command", "least ms", "median ms", "peak MiB", "ratio");
  for (int at = 0; at < number; at++) {
    struct command *command = &commands[at];
    qsort(command->times, rounds, sizeof(double), order);
    double median = command->times[rounds / 2];
    if (!at) base = median;
    printf("%-36s %9.3f %9.3f %9.1f %7.2f%s\n", command->label, command->times[0], median,
           command->memory / 1024.0, median / base, command->failures ? "  FAILED" : "");
  }
  return 0;
}
