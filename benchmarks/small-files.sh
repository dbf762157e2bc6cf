#!/usr/bin/env bash
# Prints CPU seconds (user + system) and peak memory of a scan of 100,000 small files of which one in a hundred is a key or a
# certificate, medians of three runs, beside reading them all with ripgrep. Needs ripgrep and GNU time (Debian: ripgrep, time).
# Encrypted keys are left out: there the tries of passwords would be what is measured.
# Usage: benchmarks/small-files.sh [FILES] [HEAP]
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files=${1:-100000}
heap=${2:-128m}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# A few thousand distinct contents are enough: nothing is kept from one file to the next but the index of words.
python3 - "$work/tree" "$files" <<'MAKE'
import os, pathlib, random, sys
tree, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
random.seed(2035)
words = "the of and to in system office tax citizen record form number date name table value list user file host port".split()
material = sorted(p for p in pathlib.Path("scanner/material/src/test/resources/dev/shirube/material").iterdir()
                  if p.suffix in (".pem", ".der", ".pub", ".csr") and p.stat().st_size < 8192
                  and not any(locked in p.name for locked in ("pbe", "scrypt", "traditional", "locked")))
endings = [".txt", ".md", ".json", ".xml", ".html", ".css", ".yaml", ".properties", ".log", ".csv", ".py", ".sql"]
for i in range(count):
    folder = tree / f"d{i // 1000:03}" / f"e{i // 50 % 20:02}"
    folder.mkdir(parents=True, exist_ok=True)
    if i % 100 == 0:
        source = material[i // 100 % len(material)]
        (folder / f"k{i}{source.suffix}").write_bytes(source.read_bytes())
    else:
        text = "\n".join(" ".join(random.choices(words, k=10)) for _ in range(random.randint(5, 40)))
        (folder / f"f{i}{random.choice(endings)}").write_text(text, encoding="utf-8")
MAKE

median() { # LABEL COMMAND...: three runs, their median CPU seconds and largest memory
    local label=$1
    shift
    : >"$work/times"
    for _ in 1 2 3; do
        /usr/bin/time -a -o "$work/times" -f '%U %S %M' "$@" >"$work/out" 2>"$work/err" || true
    done
    grep -E '^[0-9.]+ [0-9.]+ [0-9]+$' "$work/times" | awk '{ print $1 + $2, $3 }' | sort -n |
        awk -v label="$label" '{ cpu[NR] = $1; if ($2 > peak) peak = $2 }
            END { printf "%-44s %7.2f CPU s  %6d MB\n", label, cpu[int((NR + 1) / 2)], peak / 1024 }'
}

printf '%s files, %s\n' "$files" "$(du -sh "$work/tree" | cut -f1)"
median "ripgrep -j1 of one PEM marker" rg -j1 -uuu -c -F -e '-----BEGIN ' "$work/tree"
median "scan, heap of $heap" "$java" "-Xmx$heap" -XX:+UseSerialGC -cp "shell/target/dist/shirube.jar:shell/target/dist/lib/*" \
    dev.shirube.shell.Main scan "$work/tree" --store none --out "$work/x.jsonl" --quiet --lang en --threads 1
printf 'findings: %s\n' "$(grep -c '"kind":"finding"' "$work/x.jsonl")"
