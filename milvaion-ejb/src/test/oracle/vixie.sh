#!/usr/bin/env bash
# Writes unix.txt: at which local times the cron of Debian 12 (3.0pl1-162, by Vixie) would run crontab-expressions.txt, one line
# for each expression and start, with the next five (fewer if there are no more within five years), or "refused". Its own parser
# and its own decision are asked, minute by minute: find_jobs of cron.c with a job_add that only notes that it was called.
# With "-" it answers the expressions on its input instead.
# Needs gcc, make, patch and curl; fetches the source of the package.
set -euo pipefail
cd "$(dirname "$0")"
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
pool=http://deb.debian.org/debian/pool/main/c/cron
curl -sSfO "$pool/cron_3.0pl1.orig.tar.gz"
curl -sSfO "$pool/cron_3.0pl1-162.debian.tar.xz"
sha256sum --quiet --check <<'SUMS'
d931e0688005dfa85cfdb60e19bf0a3848ebfa3ee3415bf2a6ea3ea9e5bcfd21  cron_3.0pl1.orig.tar.gz
72790571714030f0ba9acd98a14ad1cef835d3cc7056f013f67182adf1a83d3a  cron_3.0pl1-162.debian.tar.xz
SUMS
tar xf cron_3.0pl1.orig.tar.gz
tar xf cron_3.0pl1-162.debian.tar.xz
cd cron-3.0pl1.orig
grep -v '^#' ../debian/patches/series | while read -r name; do patch -s -p1 <"../debian/patches/$name"; done
cp "$here/vixie.c" .
gcc -w -std=gnu99 -D_GNU_SOURCE -DPOSIX -DDEBUGGING=0 -I. -o vixie vixie.c entry.c env.c misc.c user.c database.c compat.c 2>"$work/gcc.log" || { cat "$work/gcc.log"; exit 1; }
if [ "${1:-}" = - ]; then
    ./vixie
else
    ./vixie <"$here/crontab-expressions.txt" >"$here/../resources/io/milvaion/scheduler/time/dialect/unix.txt"
fi
