"""What the tests share that try thousands of plain passages: records of many texts in one run, and failures compared with those that are known."""
import json
import subprocess
import sys
from collections import Counter


def records_of(program, texts):
    """The quotes and claims that somebody says, by text."""
    lines = "\n".join(json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts))
    out = subprocess.run([program, "extract", "-j2", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    found = [[] for _ in texts]
    for line in out.decode().splitlines():
        record = json.loads(line)
        if record["type"] in ("quote", "claim") and record.get("attribution") != "narrator":
            found[int(record["doc"])].append(record)
    return found


def speaker_of(record):
    """The name in small letters; empty: nobody."""
    return (record["speaker"] or {"name": ""})["name"].lower()


def compare_with_known(asked, failed, path, at_least):
    """Prints what fails and is not known to, and the other way round; `asked` are the sorts of all passages, `failed` maps "sort: passage"
    to what came out. Returns the exit status: 0 where both agree and enough was asked. With --update the known ones are written anew."""
    if "--update" in sys.argv[2:]:
        path.write_text("".join(line + "\n" for line in sorted(failed)))
    known = set(path.read_text().splitlines())
    for line in sorted(failed.keys() - known):
        print(f"{line} -> {failed[line]}")
    for line in sorted(known - failed.keys()):
        print(f"{line} -> known to fail, and does not (or is not asked)")
    of_sort = Counter(line.split(":")[0] for line in failed)
    for sort, count in Counter(asked).items():
        print(f"{sort}: {of_sort[sort]} of {count} fail")
    return 0 if len(asked) > at_least and failed.keys() == known else 1
