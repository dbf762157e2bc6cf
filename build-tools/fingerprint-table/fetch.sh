#!/usr/bin/env bash
# Copies the JARs that libraries.txt names into a folder, by Maven. Usage: build-tools/fingerprint-table/fetch.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One module for each JAR, so that one that cannot be had does not keep the others away.
modules=
while read -r kind coordinates slots; do
    [ "$kind" = line ] || continue
    group=${coordinates%%:*} artifact=${coordinates#*:}
    for version in $slots; do
        case $version in *..*) continue ;; esac
        name=$artifact-$version
        [ -e "$folder/$name.jar" ] && continue
        mkdir -p "$work/$name"
        modules="$modules<module>$name</module>"
        cat >"$work/$name/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>$name</artifactId><version>1</version>
<packaging>pom</packaging><build><plugins><plugin><groupId>org.apache.maven.plugins</groupId>
<artifactId>maven-dependency-plugin</artifactId><version>3.8.1</version><executions><execution><phase>validate</phase>
<goals><goal>copy</goal></goals><configuration><outputDirectory>$folder</outputDirectory><artifactItems><artifactItem>
<groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></artifactItem></artifactItems>
</configuration></execution></executions></plugin></plugins></build></project>
POM
    done
done <"$here/libraries.txt"
cat >"$work/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<packaging>pom</packaging><modules>$modules</modules></project>
POM
mvn -B -ntp -fn -f "$work/pom.xml" validate | grep -E 'FAILURE|BUILD' || true
