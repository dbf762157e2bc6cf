#!/usr/bin/env bash
# Measures a scan of a source tree: the prefilter beside ripgrep with the same anchors, then whole processes with a heap of
# 512 MB: a first scan, a second one of the same tree, and one with --rehash. CPU seconds (user +
# system) and peak memory, medians of RUNS (3) after a warm-up. Needs GNU time and ripgrep (Debian: time, ripgrep), and a build
# (./mvnw -DskipTests package). Usage: benchmarks/source.sh TREE
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 TREE"; exit 2; }
tree=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
runs=${RUNS:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/empty" "$work/one"
printf 'class Plain { }\n' >"$work/one/Plain.java"
touch -d '2 days ago' "$work/one/Plain.java"

times() { # LABEL: the median CPU seconds and the largest memory of what was measured
    grep -E '^[0-9.]+ [0-9.]+ [0-9]+$' "$work/times" | awk '{ print $1 + $2, $3 }' | sort -n |
        awk -v label="$1" '{ cpu[NR] = $1; if ($2 > peak) peak = $2 }
            END { printf "%-58s %7.2f CPU s  %6d MB\n", label, cpu[int((NR + 1) / 2)], peak / 1024 }'
    rm -f "$work/times"
}
measured() { /usr/bin/time -a -o "$work/times" -f '%U %S %M' "$@" >/dev/null 2>>"$work/said" || true; }
scan() { SHIRUBE_JAVA_OPTIONS=-Xmx512m measured ./shirube scan "$@" --quiet; }

classpath="shell/target/dist/shirube.jar:shell/target/dist/lib/*"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -cp "$classpath" benchmarks/Prefilter.java anchors >"$work/anchors"
find "$tree" -type f -print0 | xargs -0 cat >/dev/null # the tree is warm for all
printf '%s: %s files, %s MB, %s anchors\n\n' "$tree" "$(find "$tree" -type f | wc -l)" \
    "$(du -sm --apparent-size "$tree" | cut -f 1)" "$(wc -l <"$work/anchors")"

for mode in '' engine; do
    for _ in $(seq "$runs"); do
        "$java" -XX:+UseSerialGC -cp "$classpath" benchmarks/Prefilter.java $mode "$tree"
    done | awk '{ at = match($0, /[0-9.]+ CPU s/); print substr($0, at) + 0 "\t" $0 }' | sort -n | cut -f 2 |
        sed -n "$(((runs + 1) / 2))p"
done
for _ in $(seq "$runs"); do
    measured rg -j1 -uuu --text -l -F -f "$work/anchors" "$tree" -g '!.git'
done
times "ripgrep -j1, the same anchors, the same files"

printf '\nwhole processes, -Xmx512m\n'
scan "$work/one" --store none
rm -f "$work/times"
for _ in $(seq "$runs"); do scan "$work/one" --store none; done
times "start-up: one file without cryptography"
for _ in $(seq "$runs"); do
    rm -rf "$work/cache"
    scan "$tree" --store none --cache "$work/cache" --out "$work/first.jsonl"
done
times "first scan"
for _ in $(seq "$runs"); do scan "$tree" --store none --cache "$work/cache" --out "$work/second.jsonl"; done
times "second scan, nothing changed"
for _ in $(seq "$runs"); do scan "$tree" --store none --cache "$work/cache" --rehash --out "$work/rehash.jsonl"; done
times "second scan, --rehash"
for other in second rehash; do
    cmp "$work/first.jsonl" "$work/$other.jsonl" && echo "the $other scan wrote the same bytes"
done
du -sk "$work/cache" | awk '{ printf "%-58s %7.2f MB\n", "what is kept for the next scan", $1 / 1024 }'
