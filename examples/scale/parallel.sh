#!/usr/bin/env bash
# GNU parallel on one machine: a stream cut into blocks, and many files with a log that tells what is left to do.
. "$(dirname "${BASH_SOURCE[0]}")/same.sh"
trap 'rm -r "$work"' EXIT
cd "$work"

# A stream. -k keeps the order, so the bytes are the same, too. Exit code 4 says that some lines failed.
extract='onrecord extract -q -j 1 --from jsonl --pass url || [ $? = 4 ]'
parallel --pipe -k -j 2 --block 50k "$extract" < in.jsonl > stream
cmp want stream
same 'parallel --pipe' stream

# Files. Each is written whole or not at all; -o and the log together make a second run do only what is left.
split -n l/8 -d in.jsonl part.
mv part.03 away
extract_file='onrecord extract -q -j 1 --from jsonl --pass url -o {}.ndjson - < {} || [ $? = 4 ]'
parallel -j 2 --joblog log "$extract_file" ::: part.00 part.01 part.02 part.03 part.04 part.05 part.06 part.07 2> /dev/null && exit 1
mv away part.03
touch -d '1 hour ago' part.*.ndjson
parallel -j 2 --joblog log --resume-failed "$extract_file" ::: part.00 part.01 part.02 part.03 part.04 part.05 part.06 part.07
test "$(find . -name 'part.*.ndjson' -mmin -30 | wc -l)" = 1 || { echo 'more than the failed file was done again'; exit 1; }
cat part.*.ndjson > files
same 'parallel --resume-failed' files
