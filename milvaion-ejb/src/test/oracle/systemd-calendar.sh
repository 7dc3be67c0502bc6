#!/bin/bash
# Writes what systemd-analyze says of calendar expressions: expression, start and ten instants, between tabs.
#   systemd-calendar.sh > ../resources/imports/systemd-calendar.tsv      (made with systemd 252)
set -eu
export TZ=UTC LC_ALL=C
while IFS= read -r expression; do
    for start in "2027-03-26 22:00:00" "2027-10-30 12:00:00" "2028-02-20 00:00:00"; do
        printf '%s\t%s' "$expression" "${start/ /T}Z"
        systemd-analyze calendar --iterations=10 --base-time="$start UTC" "$expression" |
            sed -nE 's/^ *(Next elapse|Iter. #[0-9]+): [A-Z][a-z]{2} ([0-9-]+) ([0-9:]+) UTC/\2T\3Z/p' |
            while read -r at; do printf '\t%s' "$at"; done
        echo
    done
done <<'EXPRESSIONS'
*-*-* 02:30:00 Europe/Berlin
*-*-* 02:00..03:00/20 Europe/Berlin
*:0/30 Europe/Berlin
*-*-* *:00:00 America/New_York
*-*-* 01..03:15 America/New_York
Mon..Fri *-*-1..7 10:00
Sat,Mon..Wed *-*-* 04:05:06 Europe/Berlin
Sun *-*-* 23:59
*-*-01/2 *:0/20
2027/2-01-01
10-15
*-02~03 12:00
*-*~1 06:00 Europe/Berlin
*-2-29
quarterly
semiannually
weekly
monthly
Monday,Thursday 9:30
*-*-* 0/8:00
2027..2028-12-31 23:00:00 Asia/Tokyo
*-1,4,7,10-1 3:7:9
EXPRESSIONS
