#!/usr/bin/env bash
# Prints CPU seconds, bytes a finding and peak memory of a store of a million findings, and of further snapshots of which two in a
# hundred findings differ, and of the diff of two, on SQLite and on PostgreSQL (the one of the tests, started here with its own settings, ended here).
# Then the commands that count and list them, as whole processes, and what the server of PostgreSQL took for them.
# Wants the program built (shell/target/dist), GNU time, the modules compiled and the tests' dependencies fetched: ./mvnw -pl inventory-model/store -am test-compile
# Usage: [HEAP=448m] benchmarks/store.sh [FINDINGS] [SNAPSHOTS] [sqlite] [postgresql]
set -euo pipefail
cd "$(dirname "$0")/.."
findings=${1:-1000000}
snapshots=${2:-3}
heap=${HEAP:-448m}
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
# CPU seconds of the server and of all that it has ended, in hundredths.
served() { [ -z "$server_pid" ] && echo 0 || awk '{ sub(/.*\) /, ""); print $12 + $13 + $14 + $15 }' "/proc/$server_pid/stat"; }
# The commands as a user starts them: CPU seconds (user + system) and peak memory of the whole process, start-up included, and
# what the server took for it.
command() {
    local name=$1 before
    shift
    before=$(served)
    /usr/bin/time -f "%U %S %M" -o "$work/time" env SHIRUBE_JAVA="${JAVA_HOME:-$java}" SHIRUBE_JAVA_OPTIONS=-Xmx"$heap" \
        ./shirube "$@" >"$work/out.txt" 2>"$work/err.txt" || cat "$work/err.txt"
    [ -z "$server_pid" ] || sleep 0.5 # its process ends after the client's
    awk -v name="$name" -v served=$(($(served) - before)) '{
        printf "%-45s %6.2f CPU s, server %5.2f, %6d MB", name, $1 + $2, served / 100, $3 / 1024 }' "$work/time"
    echo "  $(wc -l <"$work/out.txt") lines"
}
server_pid=
env SHIRUBE_JAVA="${JAVA_HOME:-$java}" ./shirube --version >"$work/out.txt" # makes the archive of the launcher
commands() {
    command "  start-up (--version)" --version
    command "  inventory summary" inventory summary --store "$1"
    command "  inventory list --system (a tenth)" inventory list --system system-3 --store "$1"
    command "  inventory list --algorithm --function" inventory list --algorithm ML-DSA --function sign --store "$1"
    command "  inventory list --format json (all)" inventory list --all --format json --store "$1"
}
if [[ $kinds == *" sqlite "* ]]; then
    echo "SQLite, $findings findings"
    bench "$work/store.db" "$findings" "$snapshots"
    commands "$work/store.db"
fi
if [[ $kinds == *" postgresql "* ]]; then
    mkfifo "$work/in" "$work/out"
    "$java" -Xmx64m -cp "$work:$path" Server <"$work/in" >"$work/out" 2>/dev/null &
    server=$!
    exec 3>"$work/in"
    read -r pid url <"$work/out"
    server_pid=$pid
    echo "PostgreSQL, $findings findings"
    bench "$url" "$findings" "$snapshots" "$pid"
    commands "$url"
fi
