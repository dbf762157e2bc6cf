#!/usr/bin/env bash
# Measures scans of TLS endpoints beside sslscan and nmap, all on loopback in a network namespace of its own, whose kernel counts
# the connections and the bytes: connections, kilobytes, client CPU seconds and wall seconds for one target and for 2,000.
# Wants a built ./shirube, root, nginx, GNU time and Python; `.ci/peers.sh trixie` for an nginx with hybrid groups and for newer
# tools, the machine's own otherwise. SHIRUBE_DIST names another build. Usage: benchmarks/endpoints/run.sh [TARGETS] [one|testssl|tools|good|mixed|silent]...
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "${IN_NAMESPACE:-}" != yes ]; then
    IN_NAMESPACE=yes exec unshare -n -m bash benchmarks/endpoints/run.sh "$@"
fi
ip link set lo up
ulimit -n "$(ulimit -Hn)"
targets=2000
[[ ${1:-} =~ ^[0-9]+$ ]] && { targets=$1; shift; }
parts=" ${*:-one tools good mixed silent} "
wanted() { [[ $parts == *" $1 "* ]]; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
peers=${SHIRUBE_PEERS:-$HOME/.cache/shirube/peers}
root=
[ -e "$peers/trixie/.complete" ] && root=$peers/trixie
# nmap looks into /proc; in this namespace alone.
[ -z "$root" ] || mount -t proc proc "$root/proc"
work=$(mktemp -d "$root/tmp/endpoints.XXXXXX")
inside=${work#"$root"}
chmod 755 "$work"
started=()
finish() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT
there() { if [ -n "$root" ] && [ -x "$root/usr/bin/$1" ]; then echo "chroot $root $1"; else echo "$1"; fi; }
in_root() { if [ -n "$root" ]; then chroot "$root" "$@"; else "$@"; fi; }

# The server: TLS 1.2 and 1.3, two certificates, the default groups of its OpenSSL, on every address; and one that never answers.
for key in "rsa rsa:2048" "ec ec -pkeyopt ec_paramgen_curve:P-256"; do
    set -- $key "$@"
    name=$1
    shift
    options=(-newkey "$1")
    shift
    if [ "$name" = ec ]; then options+=("$1" "$2"); shift 2; fi
    in_root openssl req -x509 -nodes -days 2 "${options[@]}" -subj "/CN=$name.test" \
        -keyout "$inside/$name.key" -out "$inside/$name.pem" 2>/dev/null
done
cat >"$work/nginx.conf" <<NGINX
daemon off; pid $inside/pid; error_log $inside/error.log crit; worker_processes 2; worker_rlimit_nofile 16384;
events { worker_connections 8192; }
http {
  access_log off; client_body_temp_path $inside/a; proxy_temp_path $inside/b; fastcgi_temp_path $inside/c;
  uwsgi_temp_path $inside/d; scgi_temp_path $inside/e; lingering_close off;
  server {
    listen 8443 ssl backlog=4096; ssl_protocols TLSv1.2 TLSv1.3; return 204;
    ssl_certificate $inside/rsa.pem; ssl_certificate_key $inside/rsa.key;
    ssl_certificate $inside/ec.pem; ssl_certificate_key $inside/ec.key;
  }
}
NGINX
(
    [ -z "$root" ] || exec chroot "$root" nginx -e "$inside/error.log" -c "$inside/nginx.conf"
    exec nginx -e "$inside/error.log" -c "$inside/nginx.conf"
) >/dev/null 2>&1 &
started+=($!)
python3 - >/dev/null 2>&1 <<'SILENT' &
import resource, socket
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("0.0.0.0", 8444))
listener.listen(4096)
held = []
while True:
    held.append(listener.accept()[0])
    if len(held) > 8000:
        held = held[4000:]
SILENT
started+=($!)
sleep 2

tcp() { awk -v name="$1" '/^Tcp:/ { if (!n) { for (i = 1; i <= NF; i++) if ($i == name) n = i } else print $n }' /proc/net/snmp; }
bytes() { awk '$1 == "lo:" { print $2 }' /proc/net/dev; }

# LABEL COUNT COMMAND...: what COUNT targets cost; the connections are those that this namespace opened.
measure() {
    local label=$1 count=$2 opened received
    shift 2
    opened=$(tcp ActiveOpens)
    received=$(bytes)
    /usr/bin/time -o "$work/time" -f '%U %S %e %M' timeout 900 "$@" >"$work/out" 2>"$work/err" || echo "  (exit $? of $label)"
    opened=$(($(tcp ActiveOpens) - opened))
    received=$(($(bytes) - received))
    tail -n 1 "$work/time" | awk -v label="$label" -v n="$count" -v c="$opened" -v b="$received" '{
        printf "%-46s %7.1f conns %8.1f KB %9.2f ms CPU a target; %7.2f s, %6.2f CPU s, %5d MB\n",
            label, c / n, b / n / 1024, ($1 + $2) * 1000 / n, $3, $1 + $2, $4 / 1024 }'
    grep -E '^bench: ' "$work/out" || true
}

list() { # COUNT PORT SCHEME: so many addresses, all over 127.0.0.0/8
    awk -v n="$1" -v port="$2" -v scheme="$3" 'BEGIN { for (i = 0; i < n; i++)
        printf "%s127.%d.%d.%d:%d\n", scheme, 1 + i % 199, int(i / 199) % 251, 1 + i % 7, port }'
}
dist=$(readlink -f "${SHIRUBE_DIST:-shell/target/dist}")
classes="$dist/shirube.jar:$dist/lib/*"
if wanted good || wanted mixed || wanted silent; then
    "$(dirname "$(readlink -f "$(command -v "$java")")")/javac" \
        -cp "$(echo "$dist/shirube.jar" "$dist"/lib/*.jar | tr ' ' ':')" \
        -d "$work/classes" benchmarks/endpoints/SweepBench.java
fi
cli() { # HEAP OPTION...: as a user starts it, through the launcher
    local heap=$1
    shift
    echo "env SHIRUBE_HOME=$dist SHIRUBE_JAVA=${JAVA_HOME:-$(command -v "$java")} SHIRUBE_JAVA_OPTIONS=-Xmx$heap ./shirube" \
        "scan --store none --quiet --lang en --yes --out $work/x.jsonl --rate 100000 --rate-per-host 100000 $*"
}
bench() { # HEAP PLAN DEADLINE FILE
    echo "$java -Xmx$1 -XX:+UseSerialGC -cp $work/classes:$classes SweepBench $2 $3 $4"
}

echo "server: $(in_root nginx -v 2>&1), $(in_root openssl version); load $(cut -d' ' -f1 /proc/loadavg)"
sslscan=$(there sslscan)
nmap=$(there nmap)
$sslscan --version 2>&1 | sed 's/\x1b\[[0-9;]*m//g' | grep -oE '[0-9]+\.[0-9]+\.[0-9]+[^ ]*' | head -n 1 | sed 's/^/sslscan /'
$nmap --version | head -n 1
one=127.0.0.1:8443

if wanted one; then
    echo "== one target"
    measure "shirube triage" 1 $(cli 256m --plan triage "tls://$one")
    measure "shirube full" 1 $(cli 256m --plan full "tls://$one")
    measure "shirube deep" 1 $(cli 256m --plan deep "tls://$one")
    measure "sslscan" 1 $sslscan --no-colour "$one"
    measure "nmap ssl-enum-ciphers, ssl-cert" 1 $nmap -Pn -n -p 8443 --script ssl-enum-ciphers,ssl-cert 127.0.0.1
    mkdir "$work/empty"
    measure "the start of shirube alone" 1 $(cli 256m "$work/empty")
fi
if wanted testssl; then
    measure "testssl" 1 $(there testssl) --quiet --color 0 "$one"
fi
if wanted tools; then
    some=20
    echo "== $some targets of the other tools"
    list $some 8443 "" >"$work/some"
    cut -d: -f1 "$work/some" >"$work/hosts"
    measure "sslscan" $some $sslscan --no-colour --targets="$inside/some"
    measure "nmap ssl-enum-ciphers, ssl-cert" $some \
        $nmap -Pn -n -p 8443 --script ssl-enum-ciphers,ssl-cert -iL "$inside/hosts"
fi
if wanted good; then
    echo "== $targets good targets"
    list "$targets" 8443 tls:// >"$work/good"
    for plan in triage full; do
        measure "shirube $plan, whole process" "$targets" $(cli 256m --plan $plan "@$work/good")
        measure "shirube $plan, asking alone" "$targets" $(bench 256m $plan 3000 "$work/good")
    done
fi
if wanted mixed; then
    good=$((targets * 70 / 100))
    rest=$((targets * 15 / 100))
    echo "== $targets mixed targets: $good good, $rest silent, $rest refused; deadline 3 s"
    { list $good 8443 tls://; list $rest 8444 tls://; list $rest 8445 tls://; } >"$work/mixed"
    for plan in triage full; do
        measure "shirube $plan, asking alone" "$targets" $(bench 256m $plan 3000 "$work/mixed")
    done
fi
if wanted silent; then
    echo "== $targets silent targets in 64 MB of heap; deadline 3 s"
    list "$targets" 8444 tls:// >"$work/silent"
    measure "shirube full, asking alone" "$targets" $(bench 64m full 3000 "$work/silent")
fi
