package dev.shirube.standard.peer;

import static dev.shirube.standard.peer.WebPeers.certificate;

import dev.shirube.examples.TlsProfile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All counterparts by name: what the matrix of verdicts is about. */
public final class Counterparts {
    private static final List<String> RSA = List.of("-newkey", "rsa:2048");
    private static final List<String> EC = List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    private static final String OLD = "ssl_ciphers ALL:@SECLEVEL=0; ssl_prefer_server_ciphers on;";

    private Counterparts() {}

    /** Starts one. */
    public interface Start {
        /** Skips the test where what it needs is not installed. */
        Running start() throws IOException;
    }

    /** Those of packages of this machine's own Debian, of Node, and of this process. */
    public static Map<String, Start> ofThisMachine() {
        Machine host = Machine.host();
        Map<String, Start> all = new LinkedHashMap<>();
        add(all, "nginx", WebPeers.nginx(host, "ssl_protocols TLSv1.2 TLSv1.3;", certificate("rsa")));
        add(all, "nginx-two-certificates", WebPeers.nginx(host, "ssl_protocols TLSv1.2 TLSv1.3;", both()));
        add(
                all,
                "nginx-old",
                WebPeers.nginxWithSmallDh(
                        host,
                        "ssl_protocols TLSv1 TLSv1.1 TLSv1.2;",
                        OLD,
                        "ssl_dhparam @folder@/dh.pem;",
                        certificate("rsa")));
        add(
                all,
                "nginx-client-certificate",
                WebPeers.nginx(
                        host,
                        "ssl_protocols TLSv1.2 TLSv1.3;",
                        certificate("ec"),
                        "ssl_verify_client optional;",
                        "ssl_client_certificate @folder@/rsa.pem;"));
        add(all, "openssl-rsa-key-exchange", WebPeers.openssl(host, RSA, "-tls1_2", "-cipher", "AES128-SHA256"));
        add(all, "openssl-ed25519", WebPeers.openssl(host, List.of("-newkey", "ed25519")));
        add(all, "openssl-anonymous", WebPeers.openssl(host, RSA, "-tls1_2", "-cipher", "ADH:@SECLEVEL=0"));
        add(all, "openssl-p521", WebPeers.openssl(host, EC, "-tls1_3", "-groups", "P-521"));
        add(all, "openssl-ffdhe3072", WebPeers.openssl(host, EC, "-tls1_3", "-groups", "ffdhe3072"));
        add(all, "openssl-brainpool", WebPeers.openssl(host, EC, "-tls1_2", "-groups", "brainpoolP256r1"));
        add(all, "gnutls", WebPeers.gnutls(host, "NORMAL", "--disable-client-cert"));
        add(all, "gnutls-client-certificate", WebPeers.gnutls(host, "NORMAL", "--require-client-cert"));
        add(all, "node", WebPeers.node("ec", ""));
        add(all, "node-ml-kem", WebPeers.node("mldsa-65", "ecdhCurve: 'MLKEM512:MLKEM1024', minVersion: 'TLSv1.3',"));
        add(all, "postfix", MailPeers.postfix(host));
        add(all, "dovecot", MailPeers.dovecot23(host));
        add(all, "slapd", DirectoryPeers.slapd(host));
        add(all, "prosody", DirectoryPeers.prosody());
        add(all, "inn", DirectoryPeers.inn());
        add(all, "vsftpd", DirectoryPeers.vsftpd());
        add(all, "xrdp", DirectoryPeers.xrdp());
        add(all, "postgresql", DatabasePeers.postgres(host, 15));
        add(all, "mariadb", DatabasePeers.mariadb());
        add(all, "openssh", KeyExchangePeers.sshd(host, "ed25519", "ecdsa", "rsa"));
        add(all, "strongswan", KeyExchangePeers.charon(host, "aes256gcm16-prfsha384-x25519,aes256-sha256-modp2048"));
        all.put("bouncy-castle", () -> InProcess.of(TlsProfile.CLASSICAL_RSA));
        all.put("bouncy-castle-hybrid", () -> InProcess.of(TlsProfile.HYBRID));
        all.put("bouncy-castle-ml-kem", () -> InProcess.of(TlsProfile.PQC_ONLY));
        all.put("bouncy-castle-sm2-ml-kem", () -> InProcess.of(TlsProfile.HYBRID, 0x11EE));
        all.put("slh-dsa", OddServers::slhDsa);
        // id-MLDSA44-ECDSA-P256-SHA256 or its neighbours: the drafts give the code point to different pairs.
        all.put("composite", () -> OddServers.claiming(0x0907));
        all.put("kyber-draft", OddServers::kyberDraft);
        all.put("jsse", JsseServer::start);
        return all;
    }

    /** Those of newer Debian suites, with OpenSSL 3.5 and later, OpenSSH 10 and strongSwan 6. */
    public static Map<String, Start> ofNewerSuites() {
        Machine trixie = Machine.debian("trixie");
        Machine sid = Machine.debian("sid");
        Map<String, Start> all = new LinkedHashMap<>();
        add(all, "trixie-nginx", WebPeers.nginx(trixie, "ssl_protocols TLSv1.2 TLSv1.3;", both()));
        add(
                all,
                "trixie-nginx-pqc-only",
                WebPeers.nginxWithMlDsa(
                        trixie,
                        "ssl_protocols TLSv1.3;",
                        "ssl_ecdh_curve SecP384r1MLKEM1024:MLKEM1024;",
                        certificate("mldsa")));
        add(
                all,
                "trixie-nginx-rsa-and-ml-dsa",
                WebPeers.nginxWithMlDsa(trixie, "ssl_protocols TLSv1.3;", certificate("rsa"), certificate("mldsa")));
        add(all, "trixie-postfix", MailPeers.postfix(trixie));
        add(all, "trixie-dovecot", MailPeers.dovecot24(trixie));
        add(all, "trixie-slapd", DirectoryPeers.slapd(trixie));
        add(all, "trixie-postgresql", DatabasePeers.postgres(trixie, 17));
        add(all, "trixie-openssh", KeyExchangePeers.sshd(trixie, "ed25519", "rsa"));
        add(all, "sid-openssh", KeyExchangePeers.sshd(sid, "ed25519", "mldsa44-ed25519"));
        add(
                all,
                "sid-strongswan",
                KeyExchangePeers.charon(sid, "aes256gcm16-prfsha384-x25519-ke1_mlkem768,aes256gcm16-prfsha384-x25519"));
        return all;
    }

    private static String both() {
        return certificate("rsa") + certificate("ec");
    }

    private static void add(Map<String, Start> all, String name, Peer peer) {
        all.put(name, () -> Counterpart.start(peer));
    }
}
