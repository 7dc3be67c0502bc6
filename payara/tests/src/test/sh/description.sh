#!/usr/bin/env bash
# Has public linters read the description of the API, and its TypeScript client used by a program,
# against a start of Milvaion of their own.
set -euo pipefail
cd "$(dirname "$0")/../../../../.."

. payara/tests/src/test/sh/milvaion.sh
fail() { echo "the description: $*"; tail -n 15 "$work/launcher" 2>/dev/null || true; exit 1; }

described=milvaion-web/target/classes/description
[ -s $described/openapi.json ] || fail "it was not built"
cp -r payara/tests/src/test/lint "$work/lint"
cp $described/* "$work/lint"
cd "$work/lint"
npm ci --no-audit --no-fund --loglevel=error || fail "npm gives no packages"
npm run --silent openapi -- openapi.json || fail "redocly finds something in OpenAPI"
npm run --silent spectral -- openapi.json asyncapi.json || fail "spectral finds something"
cd - >/dev/null

export MILVAION_ROOT_PASSWORD="description $RANDOM$RANDOM" # the database of this start is new
start_milvaion
(cd clients/typescript && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build) ||
    fail "the TypeScript client does not fit"
(cd clients/typescript && MILVAION_NODE=$(cat "$work/checkout/.milvaion/address") \
    MILVAION_PASSWORD=$MILVAION_ROOT_PASSWORD npm run --silent example) || fail "the TypeScript client fails"
echo "the description is what linters and clients expect"
