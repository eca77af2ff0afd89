#!/bin/sh
# Writes a program anew: write_in_large_pieces.sh FILE
#
# Linkers and CMake write files in small pieces, and the kernel keeps a file in memory as it was written, until it reads it from the disk again. Of
# one written in large pieces, large stretches are mapped at once: onrecord takes a quarter less time on an article of 4 KB.
set -eu
{ cp -p --reflink=never "$1" "$1.copy" 2> /dev/null || cp -p "$1" "$1.copy"; }
mv -f "$1.copy" "$1"
