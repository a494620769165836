#!/usr/bin/env bash
# Writes .env beside docker-compose.yml: the defaults of .env.example with passwords made here. Does
# nothing if it is there.
set -euo pipefail
umask 077
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -e .env ]; then
  echo ".env is there already; delete it for a new one (the broker's data keep no passwords)"
  exit
fi
password() { head -c 24 /dev/urandom | base64 | tr '+/' 'Kr'; }
while IFS= read -r line; do
  case $line in
    KAFKA_PASSWORD_*=) echo "$line$(password)" ;;
    *) echo "$line" ;;
  esac
done <deploy/.env.example >.env.new
mv .env.new .env
echo ".env written, readable by you alone"
