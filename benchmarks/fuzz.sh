#!/usr/bin/env bash
# Fuzzes the readers of archives, class files, key material, settings, manifests, dialogues before TLS, and what SSH and IKE
# peers send with Jazzer (fetched from the Maven registry, pinned; its driver for Linux, macOS and Windows comes in the artefact).
# Usage: benchmarks/fuzz.sh [SECONDS_FOR_EACH_TARGET] [WORK_FOLDER] [NAME...]
# Names are archives, classes, starttls, ssh, ike, or file names like key.p12 (see the end of this file); all where none is given.
#
# What Jazzer learns stays in the work folder, so that the next run goes on from there. It stops at the first input that
# breaks something and leaves it there as crash-…: put it among the seeds of the target, where the tests run it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
work=${2:-target/fuzz}
shift $(($# < 2 ? $# : 2))
chosen=" $* "
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
./mvnw -q -B -ntp -pl scanner/standard -am -DskipTests test-compile

classpath="scanner/standard/target/test-classes:scanner/engine/target/test-classes:scanner/bytecode/target/test-classes:scanner/endpoint/target/test-classes:shell/target/dist/lib/*"
for classes in inventory-model/*/target/classes scanner/*/target/classes; do
    classpath=$classes:$classpath # what was just compiled stands before the last distribution
done
classpath="$classpath:$work/lib/*"

# The tests' own classes are good seeds: small, and full of calls.
find scanner/bytecode/target/test-classes -name '*.class' -size -8k -exec cp -n {} "$work/classes.seeds" \;

fuzz() { # NAME TARGET FOLDER_OF_SEEDS...
    local name=$1 target=$2 corpus=$work/$1.corpus
    shift 2
    [ "$chosen" = "  " ] || [ -z "${chosen##* $name *}" ] || return 0
    mkdir -p "$corpus"
    printf '\n== %s, %s seconds\n' "$name" "$seconds"
    "$java" -Xmx1g -Dshirube.fuzz.name="$name" -cp "$classpath" com.code_intelligence.jazzer.Jazzer --target_class="$target" \
        --instrumentation_includes='dev.shirube.**:org.objectweb.asm.**' \
        --reproducer_path="$work" -artifact_prefix="$work/$name." -max_len=20000 -timeout=120 -rss_limit_mb=0 \
        -print_final_stats=1 -max_total_time="$seconds" "$corpus" "$@" 2>&1 |
        grep -vE '^#[0-9]+.(NEW|REDUCE|pulse)|^(INFO|WARN)'
}

material() { # NAME PATTERN...: the fixtures of these names are the seeds
    local name=$1 seeds=$work/$1.seeds
    shift
    mkdir -p "$seeds"
    for pattern in "$@"; do
        find scanner/material/src/test/resources scanner/standard/src/test/resources -name "$pattern" -size -40k \
            -exec cp -n {} "$seeds" \;
    done
    fuzz "$name" dev.shirube.standard.MaterialFuzz "$seeds"
}

received() { # NAME TARGET FOLDER_OF_TRANSCRIPTS: what recorded peers sent are the seeds
    local seeds=$work/$1.seeds at=0
    mkdir -p "$seeds"
    while read -r hex; do
        printf '%b' "$(sed 's/../\\x&/g' <<<"$hex")" >"$seeds/$((at += 1))"
    done < <(sed -n 's/^received //p' "$3"/*.transcript)
    fuzz "$1" "$2" "$seeds"
}

fuzz archives dev.shirube.engine.fuzz.ArchiveFuzz scanner/engine/src/test/resources/dev/shirube/engine/fuzz
fuzz classes dev.shirube.bytecode.ClassFuzz scanner/bytecode/src/test/resources/dev/shirube/bytecode/fuzz "$work/classes.seeds"
tls=$work/tls.seeds
mkdir -p "$tls"
"$java" -cp "$classpath" dev.shirube.endpoint.TlsFuzzSeeds "$tls"
fuzz tls dev.shirube.endpoint.TlsFuzz "$tls"
fuzz starttls dev.shirube.endpoint.starttls.StartTlsFuzz scanner/endpoint/src/test/resources/dev/shirube/endpoint/starttls/fuzz
received ssh dev.shirube.endpoint.ssh.SshFuzz scanner/endpoint/src/test/resources/dev/shirube/endpoint/ssh
received ike dev.shirube.endpoint.ike.IkeFuzz scanner/endpoint/src/test/resources/dev/shirube/endpoint/ike
material key.der '*.der' '*.ocsp' '*.tsr' '*.crl' '*.p7*'
material key.pem '*.pem' '*.sshsig' 'ssh_*'
material key.p12 '*.p12'
material key.jks '*.jks' '*.jceks' '*.bks' '*.uber' '*.bcfks'
material authorized_keys '*.pub' authorized_keys known_hosts moduli
material key.ppk '*.ppk'
material key.gpg '*.gpg' '*.kbx' '*.pgp'
material key.asc '*.asc'
material keys.json '*.json' '*.jwk*'
material cert9.db '*.db'
material mail.eml '*.eml'
material signed.pdf '*.pdf'
material signed.xml '*.xml'
material example.zone '*.zone' '*.key' '*.private'
material minisign.key '*minisign*' '*age*' '*.sec'
for name in nginx.conf httpd.conf haproxy.cfg sshd_config openssl.cnf main.cf swanctl.conf named.conf.options server.xml \
    application.yml envoy.yaml realm.json traefik.toml server.properties postgresql.conf java.security unit.service; do
    material "$name" "$name" "*.${name##*.}"
done
for name in pom.xml build.gradle package-lock.json yarn.lock pnpm-lock.yaml poetry.lock requirements.txt pyproject.toml go.mod \
    Cargo.lock App.csproj composer.lock Gemfile.lock bom.json bom.xml sbom.spdx Dockerfile status; do
    material "$name" "$name" "*.${name##*.}"
done
