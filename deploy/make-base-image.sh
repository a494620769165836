#!/usr/bin/env bash
# Makes the two base images where no registry of images can be reached: a minimal Debian with a Java
# 25 runtime (rapporteur-base:25) and one with nginx (rapporteur-base:nginx). Needs root, debootstrap,
# a Docker engine, a Debian mirror and a JDK 25 in JAVA_HOME.
#
#   sudo JAVA_HOME=/path/to/jdk-25 deploy/make-base-image.sh
#
# Settings: SUITE (bookworm), MIRROR and SECURITY_MIRROR (Debian's own).
set -euo pipefail

suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
security=${SECURITY_MIRROR:-http://deb.debian.org/debian-security}
jdk=${JAVA_HOME:?JAVA_HOME: not set (expected: the folder of a JDK 25)}

# What a Java runtime has: everything but the tools of developers.
modules=java.se,jdk.accessibility,jdk.attach,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec
modules+=,jdk.dynalink,jdk.httpserver,jdk.incubator.vector,jdk.jcmd,jdk.jdwp.agent,jdk.jfr
modules+=,jdk.localedata,jdk.management,jdk.management.agent,jdk.management.jfr,jdk.naming.dns
modules+=,jdk.naming.rmi,jdk.net,jdk.nio.mapmode,jdk.sctp,jdk.security.auth,jdk.security.jgss
modules+=,jdk.unsupported,jdk.xml.dom,jdk.zipfs

grep -q '^JAVA_VERSION="25' "$jdk/release" 2>/dev/null || {
  echo "JAVA_HOME: $jdk (expected: the folder of a JDK 25)" >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
root=$work/root

in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 "$@"; }

# Indexes and caches go; licences (/usr/share/doc/*/copyright) stay.
image() { # tag, then the changes of docker import
  local tag=$1
  shift
  in_root apt-get clean
  rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/* "$root"/var/log/* "$root"/tmp/*
  tar -C "$root" --numeric-owner --one-file-system -c . | docker import "$@" - "$tag"
}

echo "Debian $suite ..."
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/log" 2>&1 || {
  tail -n 20 "$work/log" >&2
  exit 1
}
printf 'deb %s %s main\ndeb %s %s-security main\n' \
  "$mirror" "$suite" "$security" "$suite" >"$root/etc/apt/sources.list"
# No service is started while packages are installed.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
in_root apt-get -qq update
in_root apt-get -qq -y --no-install-recommends upgrade
in_root apt-get -qq -y --no-install-recommends install ca-certificates tzdata
cp -a "$root" "$work/plain"

echo "rapporteur-base:25 ..."
mkdir -p "$root/opt/java"
"$jdk/bin/jlink" --add-modules "$modules" --output "$root/opt/java/openjdk"
[ ! -f "$jdk/NOTICE" ] || cp "$jdk/NOTICE" "$root/opt/java/openjdk/"
# The same places as in eclipse-temurin, which is the base elsewhere.
image rapporteur-base:25 \
  --change 'ENV JAVA_HOME=/opt/java/openjdk LANG=C.UTF-8' \
  --change 'ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

echo "rapporteur-base:nginx ..."
rm -rf --one-file-system "$root"
mv "$work/plain" "$root"
in_root apt-get -qq update
in_root apt-get -qq -y --no-install-recommends install nginx-light
image rapporteur-base:nginx --change 'ENV LANG=C.UTF-8'
