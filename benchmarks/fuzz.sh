#!/usr/bin/env bash
# Fuzzes the archive readers and the class file readers with Jazzer (fetched from the Maven registry, pinned; its driver for
# Linux, macOS and Windows comes in the artefact). Usage: benchmarks/fuzz.sh [SECONDS_FOR_EACH_TARGET] [WORK_FOLDER]
#
# What Jazzer learns stays in the work folder, so that the next run goes on from there. It stops at the first input that
# breaks something and leaves it there as crash-…: put it among the seeds of the target, where the tests run it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
work=${2:-target/fuzz}
version=0.30.0
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mkdir -p "$work/lib" "$work/classes.seeds"
work=$(cd "$work" && pwd)

for artefact in jazzer jazzer-api; do
    [ -s "$work/lib/$artefact-$version.jar" ] ||
        ./mvnw -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
            -Dartifact="com.code-intelligence:$artefact:$version" -DoutputDirectory="$work/lib"
done
[ -d shell/target/dist/lib ] || ./mvnw -q -B -ntp -DskipTests -pl shell -am package
./mvnw -q -B -ntp -pl scanner/bytecode -am -DskipTests test-compile

classpath="scanner/engine/target/test-classes:scanner/bytecode/target/test-classes:shell/target/dist/lib/*"
classpath="scanner/engine/target/classes:scanner/bytecode/target/classes:$classpath:$work/lib/*"

# The tests' own classes are good seeds: small, and full of calls.
find scanner/bytecode/target/test-classes -name '*.class' -size -8k -exec cp -n {} "$work/classes.seeds" \;

fuzz() { # TARGET FOLDER_OF_SEEDS...
    local target=$1 corpus=$work/${1##*.}
    shift
    mkdir -p "$corpus"
    printf '\n== %s, %s seconds\n' "$target" "$seconds"
    "$java" -Xmx1g -cp "$classpath" com.code_intelligence.jazzer.Jazzer --target_class="$target" \
        --instrumentation_includes='dev.shirube.engine.**:dev.shirube.bytecode.**:org.objectweb.asm.**' \
        --reproducer_path="$work" -artifact_prefix="$work/" -max_len=20000 -timeout=120 -rss_limit_mb=0 -print_final_stats=1 \
        -max_total_time="$seconds" "$corpus" "$@" 2>&1 | grep -vE '^#[0-9]+.(NEW|REDUCE|pulse)|^(INFO|WARN)'
}
fuzz dev.shirube.engine.fuzz.ArchiveFuzz scanner/engine/src/test/resources/dev/shirube/engine/fuzz
fuzz dev.shirube.bytecode.ClassFuzz scanner/bytecode/src/test/resources/dev/shirube/bytecode/fuzz "$work/classes.seeds"
