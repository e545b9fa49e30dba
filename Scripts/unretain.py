#!/usr/bin/env python3
"""Copies of static libraries whose functions a linker may leave out.

usage: unretain.py FOLDER LIBRARY...

Swift's own libraries mark each function as one to be kept, used or not: they make a third of a
program. The copies in FOLDER are the same but for that mark on code and data. What describes types
and conformances, which is looked up when a program runs, stays marked.
"""
import os
import struct
import sys

RETAIN = 0x200000
ALLOCATED = 0x2
KEPT = ("swift5_", ".init_array", ".fini_array", ".ctors", ".dtors", ".preinit_array")


def text(data, at):
    return data[at:data.index(b"\0", at)].decode()


def clear(data, start):
    """Clears the mark in the object file that begins at a place of an archive."""
    if data[start:start + 6] != b"\x7fELF\x02\x01":
        return 0
    table = start + struct.unpack_from("<Q", data, start + 0x28)[0]
    count, names = struct.unpack_from("<HH", data, start + 0x3C)
    # Where there are too many sections for these fields, the first section has the numbers.
    if count == 0:
        count = struct.unpack_from("<Q", data, table + 0x20)[0]
    if names == 0xFFFF:
        names = struct.unpack_from("<I", data, table + 0x28)[0]
    strings = start + struct.unpack_from("<Q", data, table + names * 64 + 0x18)[0]
    cleared = 0
    for number in range(count):
        header = table + number * 64
        flags = struct.unpack_from("<Q", data, header + 8)[0]
        if not flags & RETAIN or not flags & ALLOCATED:
            continue
        if text(data, strings + struct.unpack_from("<I", data, header)[0]).startswith(KEPT):
            continue
        struct.pack_into("<Q", data, header + 8, flags & ~RETAIN)
        cleared += 1
    return cleared


def members(data):
    """Where each member of an archive begins."""
    at = 8
    while at + 60 <= len(data):
        size = int(data[at + 48:at + 58])
        yield at + 60
        at += 60 + size + size % 2


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    os.makedirs(sys.argv[1], exist_ok=True)
    for path in sys.argv[2:]:
        with open(path, "rb") as file:
            data = bytearray(file.read())
        if data[:8] != b"!<arch>\n":
            continue
        for start in members(data):
            clear(data, start)
        with open(os.path.join(sys.argv[1], os.path.basename(path)), "wb") as file:
            file.write(data)


main()
