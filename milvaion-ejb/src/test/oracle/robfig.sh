#!/usr/bin/env bash
# Writes kubernetes.txt: what robfig/cron makes of crontab-expressions.txt, one line for each expression, zone and start,
# with the next five instants (fewer if it finds no more within five years), or "refused".
# Made with Debian 12's golang-go 1.19 and golang-github-robfig-cron-dev 3.0.1-1 (robfig/cron v3.0.1), tzdata 2026f.
# Needs both packages.
set -euo pipefail
cd "$(dirname "$0")"
GO111MODULE=off GOPATH=/usr/share/gocode go run robfig.go <crontab-expressions.txt \
    >../resources/io/milvaion/scheduler/time/dialect/kubernetes.txt
