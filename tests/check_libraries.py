#!/usr/bin/env python3
"""Fails when the program loads other libraries at its start than those that are left to the system: each costs a short run time.

check_libraries.py PROGRAM
"""
import re
import subprocess
import sys

LEFT_TO_THE_SYSTEM = {"libc", "libm", "libnettle", "libmd4c", "ld-linux-x86-64", "ld-linux-aarch64"}


def main():
    dynamic = subprocess.run(["readelf", "-dW", sys.argv[1]], capture_output=True, text=True, check=True).stdout
    loaded = set(re.findall(r"\(NEEDED\).*\[([^]]+?)\.so", dynamic))
    for library in sorted(loaded - LEFT_TO_THE_SYSTEM):
        print(f"{library} is loaded at each start: link its archive, or load it when it is first needed")
    return 0 if loaded and loaded <= LEFT_TO_THE_SYSTEM else 1


if __name__ == "__main__":
    sys.exit(main())
