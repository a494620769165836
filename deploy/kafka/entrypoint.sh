#!/usr/bin/env bash
# Starts one Kafka node on /data, which is formatted at the first start. Every client gives a user and
# a password (SASL/PLAIN) and may do what an access rule allows; the user broker may do all.
#
#   KAFKA_PASSWORD_<USER>   password of a user; KAFKA_PASSWORD_BROKER is needed, the others as wanted
#   KAFKA_ADVERTISED_HOST   name under which clients and other nodes reach this one (kafka)
#   KAFKA_NODE_ID           number of this node (1)
#   KAFKA_QUORUM_VOTERS     all nodes, <id>@<host>:9093, comma separated (this one alone)
#   KAFKA_REPLICATION       copies of Kafka's own topics (1); from 3 on, 2 of them must be in sync
#   KAFKA_CLUSTER_ID        id of the cluster, the same on all nodes (made at the first start)
#   KAFKA_JAVA_OPTIONS      options of the Java machine (-Xmx512m)
set -euo pipefail
umask 077

fail() {
  echo "$1" >&2
  exit 1
}

host=${KAFKA_ADVERTISED_HOST:-kafka}
node=${KAFKA_NODE_ID:-1}
voters=${KAFKA_QUORUM_VOTERS:-$node@$host:9093}
replication=${KAFKA_REPLICATION:-1}
in_sync=$((replication > 2 ? 2 : 1))

[ -n "${KAFKA_PASSWORD_BROKER:-}" ] || fail 'KAFKA_PASSWORD_BROKER: missing (expected: a password)'
users=
for variable in "${!KAFKA_PASSWORD_@}"; do
  user=$(tr '[:upper:]' '[:lower:]' <<<"${variable#KAFKA_PASSWORD_}")
  [ -n "${!variable}" ] || fail "$variable: empty (expected: a password)"
  # What would end the quoted value of the login module is not taken; the value is not printed.
  [[ ${!variable} =~ ^[A-Za-z0-9._~+/=-]+$ ]] ||
    fail "$variable: refused (expected: letters, digits and . _ ~ + / = -)"
  users+=" user_$user=\"${!variable}\""
done
login="org.apache.kafka.common.security.plain.PlainLoginModule required \
username=\"broker\" password=\"$KAFKA_PASSWORD_BROKER\""

settings=$(mktemp /tmp/server.XXXXXX.properties)
cat >"$settings" <<END
process.roles=broker,controller
node.id=$node
controller.quorum.voters=$voters
controller.listener.names=CONTROLLER
inter.broker.listener.name=CLIENTS
listeners=CLIENTS://:9092,CONTROLLER://:9093
advertised.listeners=CLIENTS://$host:9092
listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
listener.name.clients.plain.sasl.jaas.config=$login$users;
listener.name.controller.plain.sasl.jaas.config=$login user_broker="$KAFKA_PASSWORD_BROKER";
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:broker
allow.everyone.if.no.acl.found=false
auto.create.topics.enable=false
log.dirs=/data/log
default.replication.factor=$replication
min.insync.replicas=$in_sync
offsets.topic.replication.factor=$replication
transaction.state.log.replication.factor=$replication
transaction.state.log.min.isr=$in_sync
share.coordinator.state.topic.replication.factor=$replication
share.coordinator.state.topic.min.isr=$in_sync
group.initial.rebalance.delay.ms=0
END

java_options=(
  -Dfile.encoding=UTF-8 -Djava.awt.headless=true -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -Dlog4j2.configurationFile=/opt/kafka/log4j2.properties -cp '/opt/kafka/libs/*')

if [ ! -f /data/log/meta.properties ]; then
  # 16 bytes in base64url; without - and _, so that none can stand first.
  made=$(head -c 16 /dev/urandom | base64 | tr '+/' 'Kr' | tr -d '=')
  java "${java_options[@]}" kafka.tools.StorageTool format \
    --cluster-id "${KAFKA_CLUSTER_ID:-$made}" --config "$settings"
fi

# shellcheck disable=SC2086 # several options in one variable
exec java -XX:+UseG1GC -XX:MaxGCPauseMillis=20 ${KAFKA_JAVA_OPTIONS:--Xmx512m} \
  "${java_options[@]}" kafka.Kafka "$settings"
