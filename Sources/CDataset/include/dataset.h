/* The shipped tables, one CSV file each, embedded in the program's read-only data. */
#pragma once
