package dev.shirube.endpoint.starttls;

import dev.shirube.engine.ScanTarget.StartTls;

/** How each protocol is asked to go over to TLS. */
final class Dialogues {
    private Dialogues() {}

    /** A dialogue that has not begun. */
    static Dialogue of(StartTls protocol, String domain) {
        return switch (protocol) {
            case SMTP, LMTP, IMAP, POP3, SIEVE, FTP, NNTP -> new LineDialogue(LineProtocols.TURNS.get(protocol));
            case XMPP -> new XmppDialogue(domain, false);
            case XMPP_SERVER -> new XmppDialogue(domain, true);
            case LDAP -> new LdapDialogue();
            case POSTGRES -> new PostgresDialogue();
            case MYSQL -> new MysqlDialogue();
            case RDP -> new RdpDialogue();
        };
    }
}
