#!/usr/bin/env bash
# -DskipTests skips every test of every module, surefire's and failsafe's, also of a chosen one.
set -euo pipefail
cd "$(dirname "$0")/../../../../.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for choice in "" "-pl payara/embedded -am" "-Dit.test=EmbeddedServicesIT"; do
    # shellcheck disable=SC2086 # words
    ./mvnw -B verify -DskipTests $choice >"$log" 2>&1 || { tail -30 "$log"; exit 1; }
    if grep -E 'Tests run:' "$log"; then
        echo "-DskipTests $choice runs tests"
        exit 1
    fi
done
echo "no test is run with -DskipTests"
