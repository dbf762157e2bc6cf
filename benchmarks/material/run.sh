#!/bin/sh
# Makes the corpora, scans them and scores the scans: benchmarks/material/run.sh [FOLDER]. Needs a built ./shirube.
# VARIANTS names what to run: "first second" by default.
set -u
here=$(cd "$(dirname "$0")" && pwd)
shirube=$here/../../shirube
work=${1:-$(mktemp -d)}
mkdir -p "$work"
worst=0
for variant in ${VARIANTS:-first second}; do
    case $variant in
    first) "$here/make.sh" "$work/first" "$work/first-history" >/dev/null || exit 2; expected=$here/expected.csv ;;
    second) "$here/second.sh" "$work/second" || exit 2; expected=$here/second-expected.csv ;;
    *) echo "run.sh: no variant $variant" >&2; exit 2 ;;
    esac
    rm -f "$work/$variant.jsonl" "$work/$variant-history.jsonl"
    "$shirube" scan "$work/$variant" --store none --quiet --password-file "$here/passwords.txt" --out "$work/$variant.jsonl" >/dev/null 2>"$work/$variant.log" || exit 2
    history=
    if [ -d "$work/$variant-history" ]; then
        # A scanner without --history is scored without that part, which is said.
        if "$shirube" scan "$work/$variant-history" --history --store none --quiet --out "$work/$variant-history.jsonl" >/dev/null 2>>"$work/$variant.log"; then
            history="--history $work/$variant-history.jsonl"
        else
            echo "run.sh: no history was scanned: $(tail -n 1 "$work/$variant.log")" >&2
        fi
    fi
    echo "== $variant set"
    # shellcheck disable=SC2086
    python3 "$here/score.py" "$work/$variant" "$expected" "$work/$variant.jsonl" $history --misses "$work/$variant-misses.txt" || worst=1
    echo "misses and extras: $work/$variant-misses.txt"
done
exit $worst
