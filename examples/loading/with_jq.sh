#!/usr/bin/env bash
# Who is quoted how often, and the questions and answers as Markdown.
set -euo pipefail
onrecord extract --type quote harbour-ferry.txt school-bees.md | jq -r 'select(.speaker) | .speaker.name' | sort | uniq -c | sort -k1,1nr -k2 | awk '{$1=$1}1'
onrecord extract --type faq school-bees.md | jq -r '"### \(.question)\n\n\(.answer)\n"'
