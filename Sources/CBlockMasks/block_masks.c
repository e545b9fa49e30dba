// A target needs a source; what it offers is inlined from the header.

#include "block_masks.h"
