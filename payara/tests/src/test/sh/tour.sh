#!/usr/bin/env bash
# Runs the README's tour as it is printed, command by command, against a start of its own with
# nothing stored, and looks at the answers.
#   tour.sh [directory of a checkout that has been built or can be]
set -euo pipefail
cd "${1:-$(dirname "$0")/../../../../..}"

. payara/tests/src/test/sh/milvaion.sh
fail() { echo "the README's tour: $*"; tail -n 15 "$work"/{answers,errors,launcher} 2>/dev/null || true; exit 1; }

# What the README prints, without the command that starts everything.
for section in "Five minutes with curl" "When runs end badly"; do
    awk -v heading="## $section" '
        /^## / { inside = $0 == heading }
        inside && /^```bash$/ { code = 1; next }
        /^```$/ { code = 0 }
        inside && code' README.md
done >"$work/tour"
[ "$(grep -c curl "$work/tour")" -ge 20 ] || fail "it has lost its commands"

start_milvaion
grep -q "$(cat "$work/checkout/.milvaion/address")/ " "$work/launcher" || fail "the address is not the one printed"
[ "$(stat -c %a "$work/checkout/.milvaion" "$work/checkout/.milvaion/worker.env" | xargs)" = "700 600" ] ||
    fail "others may read the data directory"
grep -q '^  export MILVAION_REDIS_URL=redis://milvaion:' "$work/launcher" || fail "no line exports Redis' address"
grep -q '^  export MILVAION_RABBITMQ_URL=amqp://milvaion:' "$work/launcher" || fail "no line exports the broker's address"

# curl that fails for a refusal, and writes each answer down with its request also inside $(…).
cat >"$work/around" <<'END'
set -euo pipefail
curl() {
    printf '\n$ curl %s\n' "$*" >>"$ANSWERS"
    command curl --fail-with-body "$@" | tee -a "$ANSWERS"
}
END
(cd "$work/checkout" && ANSWERS=$work/answers bash -c '. "$1"; . "$2"' tour "$work/around" "$work/tour") \
    >"$work/out" 2>"$work/errors" || fail "a command fails"
[ -s "$work/errors" ] && fail "a command complains"

# The answer to the last request that matches holds this.
answered() {
    local answer
    answer=$(awk -v request="$1" '/^\$ curl/ { found = $0 ~ request; if (found) text = "" } found { text = text $0 } END { print text }' \
        "$work/answers")
    grep -Eq -- "$2" <<<"$answer" || fail "the answer to $1 does not hold $2: $answer"
}
grep -F '"items":[]' "$work/answers" && fail "a list is empty"
answered '/occurrences[?]jobId=[0-9a-f-]+' '"state":"completed"'
answered 'skipped-runs' '"reason'
answered '"active": false}$' '"active":false'
answered '/occurrences/[0-9a-f-]+/logs' 'you'
answered '/failed-occurrences/groups' 'bad luck'
answered '/missed-runs' '"reason'
answered '/cron/preview' 'Europe/Berlin|\+0[12]:00'
answered '/health/ready' '"status":"UP"'
answered '/versions' '"version":3'
grep -Eq '"state":"failed"' "$work/answers" || fail "no run has failed"
grep -Eq '"state":"cancelled"' "$work/answers" || fail "no run was cancelled"
grep -q 'bad luck in attempt 2' "$work/answers" || fail "nothing was tried again"

echo "stopping Milvaion"
stop_milvaion
echo "the README's tour runs as printed: $(grep -c '^\$ curl' "$work/answers") requests"
