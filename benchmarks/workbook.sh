#!/usr/bin/env bash
# Prints CPU seconds (user + system) and peak memory of writing sheets of 200,000 rows of 25 columns and of 500,000 rows of 27 (as
# many as form 2 has), by the workbook's writer and by POI alone with neither styles nor fixed bytes, in turn.
# Needs GNU time (Debian: time) and a built shell/target/dist. Usage: benchmarks/workbook.sh [HEAP]
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
heap=${1:-384m}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mkdir "$work/classes"
"${java}c" -cp 'shell/target/dist/lib/*' -d "$work/classes" benchmarks/WorkbookScale.java
run() {
    /usr/bin/time -f "%U %S %M" -o "$work/time" "$java" -Xmx"$heap" -XX:+UseSerialGC \
        -cp "$work/classes:shell/target/dist/lib/*" WorkbookScale "$1" "$work/out.xlsx" "$2" "$3" 2>"$work/err" || cat "$work/err"
    tail -1 "$work/time" | awk -v name="$1 $2 x $3" '{ printf "%-22s %6.1f CPU s %6d MB", name, $1 + $2, $3 / 1024 }'
    echo "  file $(($(stat -c %s "$work/out.xlsx") / 1048576)) MB"
}
for shape in "200000 25" "500000 27"; do
    # shellcheck disable=SC2086
    for who in ours poi ours poi; do run "$who" $shape; done
done
