#!/usr/bin/env bash
# Draws the pages of the console anew into docs/screenshots, with jobs that look like somebody's: about five minutes.
set -euo pipefail
cd "$(dirname "$0")/../../../../.."

. payara/tests/src/test/sh/milvaion.sh
fail() { echo "the screenshots: $*"; tail -n 15 "$work/launcher" 2>/dev/null || true; exit 1; }

export MILVAION_ROOT_PASSWORD="screenshots $RANDOM$RANDOM" # the database of this start is new
start_milvaion
MILVAION_NODE=$(cat "$work/checkout/.milvaion/address")
MILVAION_ROOT_API_KEY=$(cat "$work/checkout/.milvaion/api-key")
export MILVAION_NODE MILVAION_ROOT_API_KEY
cd payara/tests/src/test/browser
npm ci --no-audit --no-fund --loglevel=error
node screenshots.mjs ../../../../../docs/screenshots
