#!/usr/bin/env bash
# Prints CPU seconds (user + system) and peak memory of writing a CBOM of 100,000 components with 1,000,000 places, of reading
# it back, and of reading one of that size in another tool's style. Needs GNU time (Debian: time) and a built shell/target/dist.
# Usage: benchmarks/cbom.sh [COMPONENTS] [PLACES] [HEAP]
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
components=${1:-100000}
places=${2:-1000000}
heap=${3:-400m}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mkdir "$work/classes"
${java}c -cp 'shell/target/dist/lib/*' -d "$work/classes" benchmarks/CbomScale.java
run() {
    local name=$1
    shift
    /usr/bin/time -f "%U %S %M" -o "$work/time" "$java" -Xmx"$heap" -XX:+UseSerialGC \
        -cp "$work/classes:shell/target/dist/lib/*" CbomScale "$@" > "$work/said"
    awk -v name="$name" '{ printf "%-28s %6.1f CPU s %6d MB", name, $1 + $2, $3 / 1024 }' "$work/time"
    echo "  $(cat "$work/said")"
}
run 'write' write "$work/own.cdx.json" "$components" "$places"
run 'read' read "$work/own.cdx.json"
"$java" -cp "$work/classes:shell/target/dist/lib/*" CbomScale foreign "$work/foreign.cdx.json" "$components" "$places"
run "read another tool's" read "$work/foreign.cdx.json"
echo "file sizes: $(du -m "$work"/*.json | awk '{ printf "%s MB ", $1 }')"
