#!/usr/bin/env bash
# The same from CSV: speakers, and how sure each rule is.
set -euo pipefail
onrecord extract --format csv --type quote harbour-ferry.txt school-bees.md > "${TMPDIR:-/tmp}/quotes.$$.csv"
trap 'rm -f "${TMPDIR:-/tmp}/quotes.$$.csv"' EXIT
mlr --icsv --opprint filter 'is_not_empty($speaker)' then count-distinct -f speaker then sort -nr count -f speaker "${TMPDIR:-/tmp}/quotes.$$.csv"
onrecord extract --format tsv --type claim harbour-ferry.txt | mlr --itsv --ojson head -n 1 then cut -f text,attribution,span_start,span_end
