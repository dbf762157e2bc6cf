package dev.shirube.standard.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Directory, chat, news, file transfer and remote desktop: OpenLDAP, Prosody, INN, vsftpd and xrdp. */
final class DirectoryPeers {
    private DirectoryPeers() {}

    /** OpenLDAP's slapd with StartTLS on one port and TLS at once on the other. */
    static Peer slapd(Machine machine) {
        return new Peer(machine, "/usr/sbin/slapd", "Debian package slapd", List.of("ldap", "tls"), workshop -> {
            workshop.rsa();
            workshop.folders("data");
            String settings = workshop.write("slapd.conf", """
                    include /etc/ldap/schema/core.schema
                    pidfile @folder@/pid
                    TLSCertificateFile @folder@/rsa.pem
                    TLSCertificateKeyFile @folder@/rsa.key
                    database ldif
                    suffix "dc=example"
                    directory @folder@/data
                    """);
            String urls = "ldap://127.0.0.1:" + workshop.port("ldap") + "/ ldaps://127.0.0.1:" + workshop.port("tls");
            return List.of("slapd", "-d", "0", "-f", settings, "-h", urls + "/");
        });
    }

    /** Prosody for the domain {@code localhost}, towards clients and towards servers. */
    static Peer prosody() {
        return new Peer(
                Machine.host(),
                "/usr/bin/prosody",
                "Debian package prosody",
                List.of("xmpp", "xmpp-server"),
                workshop -> {
                    workshop.rsa();
                    workshop.folders("data");
                    String settings = workshop.write("prosody.cfg.lua", """
                            pidfile = "@folder@/pid"
                            data_path = "@folder@/data"
                            interfaces = { "127.0.0.1" }
                            c2s_ports = { @xmpp@ }
                            s2s_ports = { @xmpp-server@ }
                            run_as_root = true
                            modules_enabled = { "tls"; "saslauth"; "dialback"; }
                            c2s_require_encryption = true
                            log = { info = "@folder@/prosody.log" }
                            VirtualHost "localhost"
                              ssl = { certificate = "@folder@/rsa.pem"; key = "@folder@/rsa.key" }
                            """);
                    return List.of("prosody", "-F", "--config", settings);
                });
    }

    /** INN's nnrpd with the packaged inn.conf, but for its folders and its certificate. */
    static Peer inn() {
        return new Peer(Machine.host(), "/usr/lib/news/bin/nnrpd", "Debian package inn2", List.of("nntp"), workshop -> {
            workshop.rsa();
            workshop.folders("db", "overview");
            String own = "(domain|pathdb|pathoverview|ovmethod|hismethod|enableoverview|nnrpdloadlimit|tls\\w+):.*";
            String packaged = Files.readAllLines(Path.of("/etc/news/inn.conf")).stream()
                    .filter(it -> !it.matches(own))
                    .collect(Collectors.joining("\n"));
            String settings = workshop.write("inn.conf", packaged + """

                            domain: example.net
                            pathdb: @folder@/db
                            pathoverview: @folder@/overview
                            enableoverview: true
                            nnrpdloadlimit: 0
                            ovmethod: tradindexed
                            hismethod: hisv6
                            nnrpdloadlimit: 0
                            tlscertfile: @folder@/rsa.pem
                            tlskeyfile: @folder@/rsa.key
                            """);
            workshop.write("db/active", "junk 0 1 n\n");
            workshop.write("db/newsgroups", "junk junk\n");
            workshop.write("overview/group.index", "");
            String readers = workshop.write("readers.conf", """
                            auth "all" { hosts: "*" default: "<x>" }
                            access "all" { users: "*" newsgroups: "*" }
                            """);
            workshop.give("news");
            String port = Integer.toString(workshop.port("nntp"));
            return List.of(
                    "env",
                    "INNCONF=" + settings,
                    "/usr/lib/news/bin/nnrpd",
                    "-D",
                    "-f",
                    "-b",
                    "127.0.0.1",
                    "-p",
                    port,
                    "-c",
                    readers);
        });
    }

    /** vsftpd with {@code AUTH TLS}. */
    static Peer vsftpd() {
        return new Peer(Machine.host(), "/usr/sbin/vsftpd", "Debian package vsftpd", List.of("ftp"), workshop -> {
            workshop.rsa();
            workshop.folders("empty");
            String settings = workshop.write("vsftpd.conf", """
                    listen=YES
                    listen_address=127.0.0.1
                    listen_port=@ftp@
                    background=NO
                    anonymous_enable=YES
                    secure_chroot_dir=@folder@/empty
                    isolate_network=NO
                    ssl_enable=YES
                    rsa_cert_file=@folder@/rsa.pem
                    rsa_private_key_file=@folder@/rsa.key
                    """);
            return List.of("vsftpd", settings);
        });
    }

    /** xrdp that wants TLS, with the packaged xrdp.ini but for its port, its log and its certificate. */
    static Peer xrdp() {
        return new Peer(Machine.host(), "/usr/sbin/xrdp", "Debian package xrdp", List.of("rdp"), workshop -> {
            workshop.rsa();
            String packaged = Files.readString(Path.of("/etc/xrdp/xrdp.ini"))
                    .replaceFirst("(?m)^port=3389$", "port=tcp://127.0.0.1:@rdp@")
                    .replaceFirst("(?m)^security_layer=.*$", "security_layer=tls")
                    .replaceFirst("(?m)^certificate=.*$", "certificate=@folder@/rsa.pem")
                    .replaceFirst("(?m)^key_file=.*$", "key_file=@folder@/rsa.key")
                    .replaceFirst("(?m)^LogFile=.*$", "LogFile=@folder@/xrdp.log")
                    .replaceFirst("(?m)^EnableSyslog=.*$", "EnableSyslog=false");
            return List.of("xrdp", "--nodaemon", "--config", workshop.write("xrdp.ini", packaged));
        });
    }
}
