#!/usr/bin/env bash
# Measures the class scanner on real JARs: fetches those of jar-corpus.txt that FOLDER lacks, compares all call sites with
# those of an independent reader (classfile_oracle.py), and prints how many are resolved and what that costs.
# Needs python3 and, for the JARs, the Maven repository that is set up here. Usage: benchmarks/corpus.sh FOLDER
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 FOLDER"; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
list=benchmarks/jar-corpus.txt

coordinates() { # of each line: group artifact version classifier bytes
    grep -v '^#' "$list" | while read -r name bytes _; do
        IFS=: read -r group artifact version classifier <<<"$name"
        echo "$group $artifact $version ${classifier:--} $bytes"
    done
}
file() { echo "$folder/$1-$2$([ "$3" = - ] || echo "-$3").jar"; }

{
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
    echo '<groupId>corpus</groupId><artifactId>corpus</artifactId><version>1</version><packaging>pom</packaging>'
    echo '<build><plugins><plugin><artifactId>maven-dependency-plugin</artifactId><version>3.8.1</version><configuration>'
    echo "<outputDirectory>$folder</outputDirectory><artifactItems>"
    coordinates | while read -r group artifact version classifier _; do
        if [ ! -f "$(file "$artifact" "$version" "$classifier")" ]; then
            echo "<artifactItem><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version>"
            [ "$classifier" = - ] || echo "<classifier>$classifier</classifier>"
            echo '</artifactItem>'
        fi
    done
    echo '</artifactItems></configuration></plugin></plugins></build></project>'
} >"$work/pom.xml"
if grep -q '<artifactItem>' "$work/pom.xml"; then
    ./mvnw -q -B -ntp -f "$work/pom.xml" dependency:copy
fi

jars=
while read -r _ artifact version classifier bytes; do
    jar=$(file "$artifact" "$version" "$classifier")
    [ "$(wc -c <"$jar")" -eq "$bytes" ] || { echo "$jar does not have $bytes bytes"; exit 1; }
    jars=$jars${jars:+:}$jar
done < <(coordinates)

printf '== sites that the independent reader lists, and Shirube: none missing, none more, every constant equal\n'
IFS=: read -ra each <<<"$jars"
python3 benchmarks/classfile_oracle.py --extended "${each[@]}" 2>&1 >/dev/null
./mvnw -q -B -ntp -pl scanner/standard -am test -Dtest=OracleTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dshirube.excluded.groups= -Dshirube.oracle.jars="$jars"
echo "all equal"

./mvnw -q -B -ntp -pl shell -am -DskipTests package
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
run() { "$java" -Xmx1g -XX:+UseSerialGC -cp "shell/target/dist/shirube.jar:shell/target/dist/lib/*" "$@"; }

printf '\n== asymmetric and TLS factories in application classes\n'
run benchmarks/ResolvedSites.java "$folder"

printf '\n== CPU, warm, one thread, 1 GB heap\n'
run benchmarks/CorpusCpu.java "$folder"

printf '\n== whole processes, median of nine\n'
mkdir -p "$work/empty" "$work/plain"
printf 'class Plain { }\n' >"$work/Plain.java"
"${java}c" -d "$work/plain" "$work/Plain.java"
(cd "$work/plain" && python3 -m zipfile -c ../plain.jar Plain.class)
process() { # LABEL TARGET
    ./shirube scan "$2" --store none --quiet >/dev/null
    for _ in 1 2 3 4 5 6 7 8 9; do
        TIMEFORMAT='%R %U %S'
        { time ./shirube scan "$2" --store none --quiet >/dev/null; } 2>>"$work/times"
    done
    awk '{ print $1, $2 + $3 }' "$work/times" | sort -n | sed -n 5p |
        awk -v label="$1" '{ printf "%-62s %7.2f s, %.2f CPU s\n", label, $1, $2 }'
    rm "$work/times"
}
process "scan of an empty folder" "$work/empty"
process "scan of a JAR of one plain class" "$work/plain.jar"
process "scan of java-jwt, 66 KB" "$folder/java-jwt-4.6.2.jar"
