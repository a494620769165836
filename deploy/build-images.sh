#!/usr/bin/env bash
# Builds the images of docker-compose.yml: jars by Maven, one folder for each image, then the engine.
#
#   deploy/build-images.sh [--skip-maven] [service ...]
#
# The bases are the official images; where none can be pulled, make them first (make-base-image.sh)
# and name them:
#
#   BASE_IMAGE=rapporteur-base:25 PROXY_BASE_IMAGE=rapporteur-base:nginx deploy/build-images.sh
#
# COMPOSE is the command to use ("docker-compose"; "docker compose" is found if that is missing).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

modules=(identity ingest-service comments-service aggregation-service broker)

if [ "${1:-}" = --skip-maven ]; then
  shift
else
  list=$(IFS=, && echo "${modules[*]}")
  # Both goals in one run: a module finds the others of the same build.
  # shellcheck disable=SC2016 # Maven's variable
  ./mvnw -B -q -DskipTests -Dspotless.check.skip -pl "$list" -am package \
    dependency:copy-dependencies -DincludeScope=runtime \
    '-DoutputDirectory=${project.build.directory}/image/lib'
  ./mvnw -B -q -Dspotless.check.skip -f deploy/pom.xml package
fi

for module in "${modules[@]}"; do
  jars=("$module/target/$module"-[0-9]*.jar)
  [ -f "${jars[0]}" ] && [ "${#jars[@]}" = 1 ] && [ -d "$module/target/image/lib" ] || {
    echo "$module/target: ${jars[*]} (expected: one jar of the module, and image/lib)" >&2
    exit 1
  }
  name=${module%-service}
  image=deploy/service/${name/broker/topics}
  rm -rf "$image/lib"
  cp -R "$module/target/image/lib" "$image/lib"
  cp "${jars[0]}" "$image/app.jar"
  cp deploy/service/logback.xml "$image/"
done

if [ -n "${COMPOSE:-}" ]; then
  read -ra compose <<<"$COMPOSE"
elif command -v docker-compose >/dev/null; then
  compose=(docker-compose)
else
  compose=(docker compose)
fi
# Building needs no passwords, but the file is read whole.
env_file=.env
[ -f "$env_file" ] || env_file=deploy/.env.example
"${compose[@]}" --env-file "$env_file" build "$@"
