#!/usr/bin/env python3
"""Fails when a source file includes a header of a layer that it must not know.

check_layers.py ROOT
"""
import pathlib
import re
import sys

# A layer may include itself and these.
MAY_INCLUDE = {
    "base": [],
    "report": ["base"],
    "text": ["base"],
    "rules": ["base", "text"],
    "check": ["base", "report", "text", "rules"],
    "extract": ["base", "text", "rules"],
    "output": ["base", "text", "rules", "extract"],
    "evaluate": ["base", "text", "rules", "extract", "output"],
    "unpack": ["base"],
    "convert": ["base"],
    "input": ["base", "text", "rules", "unpack", "convert"],
    "pipeline": ["base", "report", "text", "rules", "extract", "output", "unpack", "convert", "input"],
    "workbench": ["base", "report", "text", "rules", "check", "extract", "output", "evaluate", "unpack", "convert", "input", "pipeline"],
    "app": ["base", "report", "text", "rules", "check", "extract", "output", "evaluate", "unpack", "convert", "input", "pipeline", "workbench"],
}
# The folders of a layer, from what knows nothing of the others to what may know all before it. What stands in no folder
# may know all of them, and none of them may know it.
FOLDERS = {
    "extract": ["record", "matching", "page", "faq", "structure", "names", "statements", "speakers", "records"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]onrecord/([a-z_]+)/(?:([a-z_]+)/)?', re.MULTILINE)


def rank(layer, folder):
    """The place of a folder in its layer; an unknown folder raises."""
    return FOLDERS[layer].index(folder) if folder else len(FOLDERS[layer])


def problems(root):
    for top in ("include/onrecord", "src"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            layer, *folders = path.relative_to(root / top).parts[:-1] or (path.name,)
            folder = folders[0] if folders else ""
            if layer in ("main.cpp", "embed_rules.cpp"):
                layer = "app"
            if layer not in MAY_INCLUDE:
                yield f"{path.relative_to(root)}: '{layer}' is no layer"
                continue
            for included, their_folder in INCLUDE.findall(path.read_text(encoding="utf-8")):
                if included != layer and included not in MAY_INCLUDE[layer]:
                    yield f"{path.relative_to(root)}: {layer} must not include {included}"
                if included == layer and layer in FOLDERS and rank(layer, their_folder) > rank(layer, folder):
                    yield f"{path.relative_to(root)}: {layer}/{folder} must not include {layer}/{their_folder}"


def main():
    found = list(problems(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "all includes run from app towards base")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
