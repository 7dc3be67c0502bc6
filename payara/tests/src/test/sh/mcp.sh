#!/usr/bin/env bash
# The endpoint for language models with the protocol's own inspector, against a start of Milvaion of its own.
set -euo pipefail
cd "$(dirname "$0")/../../../../.."

. payara/tests/src/test/sh/milvaion.sh
fail() { echo "mcp: $*"; tail -n 15 "$work"/{out,launcher} 2>/dev/null || true; exit 1; }

start_milvaion
node=$(cat "$work/checkout/.milvaion/address")
key=$(cat "$work/checkout/.milvaion/api-key")
npm install --silent --no-fund --no-audit --prefix "$work/npm" @modelcontextprotocol/inspector@2.12.0 >"$work/out" 2>&1 ||
    fail "the inspector cannot be installed"

inspect() {
    "$work/npm/node_modules/.bin/mcp-inspector" --cli "$node/mcp" --transport http --header "Authorization: Bearer $key" \
        "$@" >"$work/out" 2>&1 || fail "the inspector ends with $?: $*"
}
says() { grep -q -- "$1" "$work/out" || fail "it does not say: $1"; }

inspect --method tools/list --strict
says '"why_job"'
says '"destructiveHint": true'
inspect --method tools/call --tool-name list_jobs --tool-arg q=Hello
says '"displayName": "Hello"'
inspect --method resources/templates/list
says 'milvaion://runs/{id}/log'
inspect --method prompts/get --prompt-name diagnose_job --prompt-args jobName=Hello
says 'why_job'
echo "mcp: all as it should be"
