# Sourced: a start of Milvaion of the test's own, with nothing stored, in $work, which ends with the script.
# The script gives a function `fail` that ends it.
work=$(mktemp -d)
launcher=

stop_milvaion() {
    [ -n "$launcher" ] && kill "$launcher" 2>/dev/null && wait "$launcher" 2>/dev/null || true
    launcher=
}
trap 'stop_milvaion; rm -rf "$work"' EXIT

# Takes more options of ./mvnw -Prun. Leaves its data, with its address, in $work/checkout/.milvaion, and what it prints in $work/launcher.
start_milvaion() {
    mkdir "$work/checkout"
    echo "starting Milvaion"
    env -u MILVAION_DB_URL -u MILVAION_REDIS_URL -u MILVAION_RABBITMQ_URL \
        ./mvnw -B -q -Prun "-Dmilvaion.data=$work/checkout/.milvaion" "$@" >"$work/launcher" 2>&1 &
    launcher=$!
    local i
    for ((i = 0; ; i++)); do
        grep -q 'Milvaion is running' "$work/launcher" && break
        [ "$i" -lt 600 ] && kill -0 "$launcher" 2>/dev/null || fail "./mvnw -Prun does not start"
        sleep 1
    done
}
