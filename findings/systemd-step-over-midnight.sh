#!/usr/bin/env bash
# systemd 252 leaves out midnight when a step of minutes does not divide the hour: after 23:56, *:0/7 goes on at 00:07, not at
# 00:00 as it does at any other full hour; */15 goes on at 00:00. Likewise 0/5:00 leaves out 00:00 of the first of a month.
#
# Seen with systemd-analyze calendar of 252.38-1~deb12u1, in UTC. Fails if any of these changes. Needs Debian 12 on amd64 or arm64.
set -euo pipefail
version=252.38-1~deb12u1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
chmod 755 .
for package in systemd libsystemd-shared; do
    apt-get download -q "$package=$version" >apt.log 2>&1 || { cat apt.log; exit 1; }
    dpkg-deb -x "$package"_*.deb root
done
libraries=$(dirname "$(find root -name 'libsystemd-shared-252.so')")
next() {
    TZ=UTC LD_LIBRARY_PATH="$libraries" root/usr/bin/systemd-analyze calendar --iterations=1 --base-time="$1 UTC" "$2" |
        grep 'Next elapse' | grep -oE '[0-9]{4}-[0-9-]+ [0-9:]+'
}

expect() { echo "$1: $2"; [ "$2" = "$3" ] || { echo "it was $3"; exit 1; }; }
expect "*:0/7 before 11:00" "$(next '2026-12-30 10:57:00' '*:0/7')" "2026-12-30 11:00:00"
expect "*:0/7 before midnight" "$(next '2026-12-30 23:57:00' '*:0/7')" "2026-12-31 00:07:00"
expect "*:0/15 before midnight" "$(next '2026-12-30 23:57:00' '*:0/15')" "2026-12-31 00:00:00"
expect "0/5:00 before a midnight" "$(next '2026-12-30 23:57:00' '0/5:00')" "2026-12-31 00:00:00"
expect "0/5:00 before a new month" "$(next '2026-12-31 23:57:00' '0/5:00')" "2027-01-01 05:00:00"
