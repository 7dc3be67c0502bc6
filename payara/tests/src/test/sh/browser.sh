#!/usr/bin/env bash
# Runs the browser tests in Debian's Chromium against a start of Milvaion of their own.
#   browser.sh [file of tests…]
set -euo pipefail
cd "$(dirname "$0")/../../../../.."

. payara/tests/src/test/sh/milvaion.sh
fail() { echo "the browser tests: $*"; tail -n 15 "$work/launcher" 2>/dev/null || true; exit 1; }

cp -r payara/tests/src/test/browser "$work/browser"
(cd "$work/browser" && npm ci --no-audit --no-fund --loglevel=error) || fail "npm gives no packages"
MILVAION_ROUTES=$PWD/milvaion-web/src/main/console/src/frame/routes.ts
export MILVAION_ROUTES
export MILVAION_ROOT_PASSWORD="browser tests $RANDOM$RANDOM" # the database of this start is new
free_port() { node -e 's = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'; }
port=$(free_port)
# The tests start the provider there.
export MILVAION_OIDC_ISSUER="http://127.0.0.1:$(free_port)" MILVAION_OIDC_CLIENT_ID=milvaion MILVAION_OIDC_CLIENT_SECRET="s+e c:r%t"
export MILVAION_OIDC_REDIRECT_URI="http://127.0.0.1:$port/api/v1/auth/oidc/callback" MILVAION_OIDC_ROLES=ops=Operator
start_milvaion "-Dmilvaion.port=$port"
MILVAION_ROOT_API_KEY=$(cat "$work/checkout/.milvaion/api-key")
export MILVAION_ROOT_API_KEY
cd "$work/browser"
MILVAION_NODE=$(cat "$work/checkout/.milvaion/address") npm test --silent -- "$@"
