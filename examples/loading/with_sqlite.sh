#!/usr/bin/env bash
# Tables of quotes and claims: which quotes stand in a claim of the same speaker.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
for kind in quote claim; do onrecord extract --format csv --type $kind harbour-ferry.txt school-bees.md > "$work/$kind.csv"; done
sqlite3 "$work/news.db" <<SQL
.import --csv $work/quote.csv quotes
.import --csv $work/claim.csv claims
.mode list
SELECT q.doc, q.speaker, q.text FROM quotes q JOIN claims c ON c.id = q.claim AND c.speaker_id = q.speaker_id ORDER BY q.doc, q.span_start + 0;
SELECT attribution, count(*) FROM claims GROUP BY attribution ORDER BY attribution;
SQL
