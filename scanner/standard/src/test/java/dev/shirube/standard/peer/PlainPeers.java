package dev.shirube.standard.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers that start TLS in the middle of their protocols, with TLS turned off. */
public final class PlainPeers {
    private PlainPeers() {}

    /** Each by its name; it differs from its counterpart of the same name in nothing but that. */
    public static Map<String, Counterparts.Start> all() {
        Machine host = Machine.host();
        Map<String, Counterparts.Start> all = new LinkedHashMap<>();
        add(all, "postfix", MailPeers.postfix(host, "smtpd_tls_security_level = none"), "etc/main.cf", "", "");
        add(all, "dovecot", MailPeers.dovecot23(host), "dovecot.conf", "ssl = yes", "ssl = no");
        add(all, "slapd", DirectoryPeers.slapd(host), "slapd.conf", "TLS.*", "");
        add(
                all,
                "prosody",
                DirectoryPeers.prosody(),
                "prosody.cfg.lua",
                "(?s)\"tls\";(.*_encryption =) true",
                "$1 false");
        add(all, "inn", DirectoryPeers.inn(), "inn.conf", "tls.*file:.*", "");
        add(all, "vsftpd", DirectoryPeers.vsftpd(), "vsftpd.conf", "ssl_enable=YES", "ssl_enable=NO");
        add(all, "xrdp", DirectoryPeers.xrdp(), "xrdp.ini", "security_layer=tls", "security_layer=rdp");
        add(all, "postgresql", DatabasePeers.postgres(host, 15), "data/postgresql.auto.conf", "ssl = on", "ssl = off");
        add(all, "mariadb", DatabasePeers.mariadb(), "", "", "");
        return all;
    }

    /** The peer with that pattern replaced in that file of its settings, and no option of TLS in its command. */
    private static void add(
            Map<String, Counterparts.Start> all, String name, Peer peer, String file, String pattern, String plain) {
        Peer.Settings settings = workshop -> {
            List<String> command = peer.settings().layOut(workshop);
            if (!pattern.isEmpty()) {
                replace(workshop.folder().resolve(file), pattern, plain);
            }
            return command.stream().filter(it -> !it.startsWith("--ssl-")).toList();
        };
        Peer without =
                new Peer(peer.machine(), peer.program(), peer.from(), withStartTls(peer), settings, peer.afterwards());
        all.put(name, () -> Counterpart.start(without));
    }

    /** A port that would speak TLS at once does not come up without it. */
    private static List<String> withStartTls(Peer peer) {
        return peer.listeners().stream().filter(it -> !it.equals("tls")).toList();
    }

    private static void replace(Path file, String pattern, String plain) throws IOException {
        String text = Files.readString(file);
        String changed = text.replaceAll(pattern, plain);
        if (changed.equals(text)) {
            throw new IOException(file + " has no " + pattern);
        }
        Files.writeString(file, changed);
    }
}
