#include "pty_session.h"
