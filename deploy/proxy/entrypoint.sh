#!/usr/bin/env bash
# Starts nginx and makes it look up the services again when one of them has moved: nginx reads an
# address once, and a container that is made anew has another one.
set -euo pipefail

services=(identity ingest comments aggregation)
nginx=(nginx -c /etc/rapporteur/nginx.conf -e stderr)

addresses() {
  local service
  for service in "${services[@]}"; do
    # A service that is away keeps the address it had.
    getent ahostsv4 "$service" | awk '{print $1}' | sort -u | tr '\n' ' ' || true
    echo "$service"
  done
}

"${nginx[@]}" &
server=$!
trap 'kill -QUIT "$server" 2>/dev/null || true' TERM INT
known=$(addresses)
while kill -0 "$server" 2>/dev/null; do
  sleep 5 &
  wait -n "$server" $! || true
  found=$(addresses)
  if [ "$found" != "$known" ] && "${nginx[@]}" -t -q 2>/dev/null; then
    echo "services have moved; addresses are read again" >&2
    kill -HUP "$server" 2>/dev/null || true
    known=$found
  fi
done
wait "$server"
