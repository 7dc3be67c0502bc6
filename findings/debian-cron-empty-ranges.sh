#!/usr/bin/env bash
# The cron of Debian 12 (3.0pl1-162, by Vixie) takes a range that ends before it begins, such as 22-2 or FRI-MON, without a word and
# never runs it: the field is empty. And it leaves out what follows a number or name, so that MON#2 runs each Monday, and 5/15 is
# refused. *,13 is "and" with a day of the week, 13,* is "or": the first character decides.
#
# Its own parser and decision are asked for each minute from 1 January 2027 on, five years at most: local times of the next five runs.
# Fails if any of these changes. Needs gcc, patch, curl and the network.
set -euo pipefail
oracle="$(cd "$(dirname "$0")/.." && pwd)/milvaion-ejb/src/test/oracle/vixie.sh" # fetches cron_3.0pl1-162 by its checksums
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

expressions=('0 22-2 * * *' '0 0 * * FRI-MON' '0 0 * * MON#2' '5/15 * * * *' '0 0 *,13 * MON' '0 0 13,* * MON')
printf '%s\n' "${expressions[@]}" | bash "$oracle" - >answers
runs() { grep -F -m1 "$1|" answers | cut -d'|' -f2,3 | sed 's/2026-12-31T23:59|//;s/ $//;s/T00:00//g'; }

expect() {
    local found
    found=$(runs "$1")
    echo "$1: $found"
    [ "$found" = "$2" ] || { echo "it was $2"; exit 1; }
}
expect '0 22-2 * * *' ''
expect '0 0 * * FRI-MON' ''
expect '0 0 * * MON#2' '2027-01-04 2027-01-11 2027-01-18 2027-01-25 2027-02-01'
expect '5/15 * * * *' 'refused'
expect '0 0 *,13 * MON' '2027-01-04 2027-01-11 2027-01-18 2027-01-25 2027-02-01'
expect '0 0 13,* * MON' '2027-01-01 2027-01-02 2027-01-03 2027-01-04 2027-01-05'
