/* The words that the process was started with. The system hands them to functions that run before
   main: Swift reads a file of the system's for them, which takes longer than an answer. */
#pragma once

/* The words, the program's own name first; a null pointer where the system hands none over. They end
   in a null pointer, each is a text that ends in a NUL, and they live as long as the process. */
char *_Nullable *_Nullable tally_arguments(void);
