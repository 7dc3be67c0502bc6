#!/usr/bin/env bash
# Writes systemd.txt: what systemd-analyze makes of systemd-expressions.txt, one line for each expression, zone and start, with
# the next five instants (fewer if there are no more), or "refused". Made with systemd 252 of Debian 12 and tzdata 2026f.
set -euo pipefail
cd "$(dirname "$0")"
instants() { # of the lines on the input, whose local times are in UTC
    grep -oE '[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC' | sed -E 's/(.*) (.*) UTC/\1T\2Z/' | tr '\n' ' '
}
while IFS= read -r expression; do
    for zone in UTC Europe/Berlin America/New_York; do
        for from in 2026-12-31T23:59:59Z 2028-02-27T11:30:00Z; do
            base="${from/T/ }"
            if ! answer=$(TZ=$zone systemd-analyze calendar --iterations=5 --base-time="${base/Z/ UTC}" "$expression" 2>&1); then
                echo "$expression|refused"
                continue 3
            fi
            echo "$expression|$zone|$from|$(grep -E 'Next elapse|Iter|\(in UTC\)' <<<"$answer" | { instants || true; })"
        done
    done
done <systemd-expressions.txt >../resources/io/milvaion/scheduler/time/dialect/systemd.txt
