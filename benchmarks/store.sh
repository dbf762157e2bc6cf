#!/usr/bin/env bash
# Prints CPU seconds, bytes a finding and peak memory of a store of a million findings, and of further snapshots of which two in a
# hundred findings differ, and of the diff of two, on SQLite and on PostgreSQL (the one of the tests, started here with its own settings, ended here).
# Wants the modules compiled and the tests' dependencies fetched: ./mvnw -pl inventory-model/store -am test-compile
# Usage: benchmarks/store.sh [FINDINGS] [SNAPSHOTS] [sqlite] [postgresql]
set -euo pipefail
cd "$(dirname "$0")/.."
findings=${1:-1000000}
snapshots=${2:-3}
kinds=" ${*:3} "
[ -n "${*:3}" ] || kinds=" sqlite postgresql "
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || { exec 3>&- || true; wait "$server" 2>/dev/null || true; }
    rm -rf "$work"
}
trap finish EXIT
classes=
for module in store domain data-table; do classes=$classes:inventory-model/$module/target/classes; done
mvn -q -B -o -ntp -pl inventory-model/store -am -DskipTests -Dmdep.outputFile="$work/path" -Dmdep.includeScope=test \
    test-compile dependency:build-classpath >"$work/maven" 2>&1 || { cat "$work/maven" >&2; exit 1; }
path=$classes:$(cat "$work/path")
"$javac" -cp "$path" -d "$work" benchmarks/store/*.java
bench() { "$java" -XX:+UseSerialGC -Xmx384m -cp "$work:$path" StoreBench "$@" 2> >(grep -v SLF4J >&2); }
if [[ $kinds == *" sqlite "* ]]; then
    echo "SQLite, $findings findings"
    bench "$work/store.db" "$findings" "$snapshots"
fi
if [[ $kinds == *" postgresql "* ]]; then
    mkfifo "$work/in" "$work/out"
    "$java" -Xmx64m -cp "$work:$path" Server <"$work/in" >"$work/out" 2>/dev/null &
    server=$!
    exec 3>"$work/in"
    read -r pid url <"$work/out"
    echo "PostgreSQL, $findings findings"
    bench "$url" "$findings" "$snapshots" "$pid"
fi
