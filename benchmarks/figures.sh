#!/usr/bin/env bash
# Prints CPU seconds (user + system) and peak memory of whole processes, medians of five runs after a warm-up.
# Needs GNU time and ripgrep (Debian: time, ripgrep). Usage: benchmarks/figures.sh [SOURCE_TREE] [JAR]
set -euo pipefail
cd "$(dirname "$0")/.."
tree=${1:-.}
jar=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/empty"

median() { # LABEL COMMAND...: five runs, their median CPU seconds and largest memory
    local label=$1
    shift
    "$@" >/dev/null 2>&1 || true
    for _ in 1 2 3 4 5; do
        /usr/bin/time -a -o "$work/$$.times" -f '%U %S %M' "$@" >/dev/null 2>&1 || true
    done
    grep -E '^[0-9.]+ [0-9.]+ [0-9]+$' "$work/$$.times" | awk '{ print $1 + $2, $3 }' | sort -n |
        awk -v label="$label" '{ cpu[NR] = $1; if ($2 > peak) peak = $2 }
            END { printf "%-58s %7.2f CPU s  %6d MB\n", label, cpu[int((NR + 1) / 2)], peak / 1024 }'
    rm -f "$work/$$.times"
}

median "shirube --help" ./shirube --help
median "shirube --version" ./shirube --version
median "scan of an empty directory, store opened" ./shirube scan "$work/empty" --store "$work/empty.db" --quiet

classpath="shell/target/dist/shirube.jar:shell/target/dist/lib/*"
java -cp "$classpath" benchmarks/Prefilter.java anchors >"$work/anchors"
printf '\nprefilter over %s, walk and read included\n' "$tree"
for _ in 1 2 3 4 5; do java -XX:+UseSerialGC -cp "$classpath" benchmarks/Prefilter.java "$tree"; done |
    sort -n -k 5 | sed -n 3p
median "ripgrep -j1, the same anchors, the same files" rg -j1 -uuu --text -l -F -f "$work/anchors" "$tree" -g '!.git'

if [ -n "$jar" ]; then
    printf '\n%s\n' "$jar"
    java -XX:+UseSerialGC -cp "$classpath" benchmarks/JarScan.java "$jar"
fi
printf '\n'
median "the demo" ./shirube demo --out "$work/demo"
