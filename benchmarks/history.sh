#!/usr/bin/env bash
# Prints CPU seconds (user + system) and peak memory of a scan of a whole Git history, medians of three runs, beside Git's own
# walks. Needs Git and GNU time (Debian: git, time). Usage: benchmarks/history.sh [REPOSITORY] [HEAP]
# Without a repository, one of 10,000 commits is made up (HistoryRepository.java).
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
repository=${1:-$work/made.git}
heap=${2:-128m}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classpath="shell/target/dist/shirube.jar:shell/target/dist/lib/*"

if [ ! -e "$repository" ]; then
    git init -q --bare -b main "$repository"
    "$java" benchmarks/HistoryRepository.java 10000 | git -C "$repository" fast-import --quiet
    git -C "$repository" repack -adq
fi

median() { # LABEL COMMAND...: three runs, their median CPU seconds and largest memory
    local label=$1
    shift
    : >"$work/times"
    for _ in 1 2 3; do
        /usr/bin/time -a -o "$work/times" -f '%U %S %M' "$@" >"$work/out" 2>"$work/err" || true
    done
    grep -E '^[0-9.]+ [0-9.]+ [0-9]+$' "$work/times" | awk '{ print $1 + $2, $3 }' | sort -n |
        awk -v label="$label" '{ cpu[NR] = $1; if ($2 > peak) peak = $2 }
            END { printf "%-58s %7.2f CPU s  %6d MB\n", label, cpu[int((NR + 1) / 2)], peak / 1024 }'
}

scan() {
    "$java" "-Xmx$heap" -XX:+UseSerialGC -cp "$classpath" dev.shirube.shell.Main \
        scan "$repository" --quiet --lang en --threads 1 "$@"
}

printf '%s: %s commits, %s objects\n' "$repository" "$(git -C "$repository" rev-list --all --count)" \
    "$(git -C "$repository" rev-list --objects --all | wc -l)"
export -f scan
export java heap classpath repository
median "git rev-list --objects --all" git -C "$repository" rev-list --objects --all
median "git log --all -p --raw" git -C "$repository" log --all -p --raw
median "git cat-file --batch of all objects" bash -c \
    'git -C "$repository" cat-file --batch-all-objects --batch --unordered >/dev/null'
median "scan of HEAD alone" bash -c 'scan --store none'
median "scan --history, heap of $heap" bash -c 'scan --store none --history'
grep 'still in the history' "$work/out" || true
bash -c 'scan --store "$0" --history' "$work/s.db" >/dev/null 2>&1 || true
median "scan --history, again, with a cache" bash -c 'scan --store "$0" --history' "$work/s.db"
