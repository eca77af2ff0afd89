# Sourced by the scripts beside it: a folder to work in, the input, what one process makes of it, and the comparison.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
count=${COUNT:-400}
python3 "$here/make_input.py" "$count" > "$work/in.jsonl"

# The single run that all others must equal. Exit code 4 tells of the lines without text.
one_process() { onrecord extract -q --from jsonl --pass url "$@" || [ $? = 4 ]; }
one_process < "$work/in.jsonl" > "$work/want"

# same NAME FILE: the same records, in any order.
same() {
  if cmp -s <(LC_ALL=C sort "$work/want") <(LC_ALL=C sort "$2"); then
    echo "$1: $(wc -l < "$2") records, those of one process"
  else
    echo "$1: other records than those of one process ($(wc -l < "$2"), not $(wc -l < "$work/want"))"
    exit 1
  fi
}
