#!/usr/bin/env bash
# The command line as its users have it: the jar and its script, through Debian's nginx below a path,
# against a start of Milvaion of its own.
set -euo pipefail
cd "$(dirname "$0")/../../../../.."

. payara/tests/src/test/sh/milvaion.sh
fail() { echo "the command line: $*"; tail -n 15 "$work"/{out,launcher,nginx/error.log} 2>/dev/null || true; exit 1; }

start_milvaion
password=$(sed -n 's/.*with the password \([^ ]*\) .*/\1/p' "$work/launcher") # must be changed
node=$(cat "$work/checkout/.milvaion/address")

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
mkdir "$work/nginx"
cat >"$work/nginx/conf" <<EOF
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $work/nginx/body; proxy_temp_path $work/nginx/proxy;
    fastcgi_temp_path $work/nginx/f; uwsgi_temp_path $work/nginx/u; scgi_temp_path $work/nginx/s;
    map \$http_upgrade \$connection_upgrade { default upgrade; '' close; }
    server {
        listen 127.0.0.1:$port;
        location /sched/ {
            proxy_pass $node/;
            proxy_http_version 1.1;
            proxy_set_header Host \$host;
            proxy_set_header Upgrade \$http_upgrade;
            proxy_set_header Connection \$connection_upgrade;
        }
    }
}
EOF
nginx -c "$work/nginx/conf" -g 'daemon off;' >"$work/nginx/out" 2>&1 &
nginx=$!
trap 'kill $nginx 2>/dev/null || true; stop_milvaion; rm -rf "$work"' EXIT

milvaion() { MILVAION_CONFIG="$work/config.yaml" milvaion-cli/milvaion "$@" >"$work/out" 2>&1; }
ok() { milvaion "$@" || fail "milvaion $* ends with $?"; }
ends() { local code=0; milvaion "${@:2}" || code=$?; [ "$code" = "$1" ] || fail "milvaion ${*:2} ends with $code, not $1"; }
says() { grep -q -- "$1" "$work/out" || fail "it does not say: $1"; }

address=http://127.0.0.1:$port/sched
printf '%s\n%s\n' "$password" "chosen $password" | ok login --address "$address" --name here
ok whoami; says root
ok doctor; says 'live events  *true'
ok jobs list; says 'Hello'
ok jobs trigger Hello --wait; says 'Hello, Ada!'
ends 4 jobs get 'No such job'
ends 2 jobs trigger
ends 6 --address http://127.0.0.1:1 whoami
ok runs list --limit 1 -o json
run=$(sed -n 's/.*"id" : "\(.*\)",/\1/p' "$work/out" | head -1)
ok runs logs -f "$run"
ok completion
(source "$work/out" && complete -p milvaion) | grep -q milvaion || fail "bash does not complete"

# Once done, though the node goes away in the middle: what is lost is sent again.
kill -STOP "$nginx"
(sleep 2; kill -CONT "$nginx") &
ok jobs trigger Hello -o json
ok logout
ends 1 whoami
echo "the command line: all as it should be"
