package dev.shirube.endpoint.starttls;

import static dev.shirube.endpoint.TlsBytes.hex;
import static dev.shirube.endpoint.TlsBytes.join;
import static dev.shirube.endpoint.starttls.Script.HELLO;
import static dev.shirube.endpoint.starttls.Script.ascii;

import dev.shirube.engine.ScanTarget.StartTls;
import java.util.EnumMap;
import java.util.Map;

/** For each protocol a dialogue as real servers hold it, up to TLS. */
final class Scripts {
    static final byte[] LDAP_REQUEST = join(hex("301d 020101 7718 8016"), ascii("1.3.6.1.4.1.1466.20037"));
    static final byte[] LDAP_SUCCESS = hex("300c 020101 7807 0a0100 0400 0400");
    static final byte[] POSTGRES_REQUEST = hex("00000008 04d2162f");
    static final byte[] RDP_REQUEST = hex("03000013 0ee00000000000 01000800 03000000");
    static final byte[] MYSQL_REQUEST =
            hex("20000001 008a0000 00000001 21 0000000000000000000000000000000000000000000000");
    static final String XMPP_FEATURES =
            "<?xml version='1.0'?><stream:stream id='a>b' xmlns='jabber:client' version='1.0'"
                    + " xmlns:stream=\"http://etherx.jabber.org/streams\">"
                    + "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>"
                    + "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>"
                    + "</stream:features>";
    static final String XMPP_ASK = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    static final String XMPP_PROCEED = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

    private Scripts() {}

    /** Dialogues that end in TLS. */
    static Map<StartTls, Script> agreeing() {
        Map<StartTls, Script> scripts = new EnumMap<>(StartTls.class);
        for (Script script : new Script[] {
            Script.of(StartTls.SMTP)
                    .server("220-mx.example ESMTP\r\n220 no spam, please\r\n")
                    .client("EHLO shirube.invalid\r\n")
                    .server("250-mx.example\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 CHUNKING\r\n")
                    .client("STARTTLS\r\n")
                    .server("220 2.0.0 Ready to start TLS\r\n")
                    .client(HELLO),
            Script.of(StartTls.LMTP)
                    .server("220 mx.example LMTP\r\n")
                    .client("LHLO shirube.invalid\r\n")
                    .server("250-mx.example\r\n250 STARTTLS\r\n")
                    .client("STARTTLS\r\n")
                    .server("220 2.0.0 go\r\n")
                    .client(HELLO),
            Script.of(StartTls.IMAP)
                    .server("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready.\r\n")
                    .client("a1 CAPABILITY\r\n")
                    .server("* CAPABILITY IMAP4rev1 SASL-IR STARTTLS LOGINDISABLED\r\na1 OK done.\r\n")
                    .client("a2 STARTTLS\r\n")
                    .server("a2 OK Begin TLS negotiation now.\r\n")
                    .client(HELLO),
            Script.of(StartTls.POP3)
                    .server("+OK ready <1.2@mx.example>\r\n")
                    .client("CAPA\r\n")
                    .server("+OK\r\nUIDL\r\nSTLS\r\nSASL PLAIN\r\n.\r\n")
                    .client("STLS\r\n")
                    .server("+OK Begin TLS negotiation now.\r\n")
                    .client(HELLO),
            Script.of(StartTls.SIEVE)
                    .server("\"IMPLEMENTATION\" \"x\"\r\n\"SIEVE\" \"fileinto\"\r\n\"StartTLS\"\r\nOK \"ready.\"\r\n")
                    .client("STARTTLS\r\n")
                    .server("OK \"Begin TLS negotiation now.\"\r\n")
                    .client(HELLO),
            Script.of(StartTls.FTP)
                    .server("220-Welcome.\r\n  250 files\r\n220 ready\r\n")
                    .client("AUTH TLS\r\n")
                    .server("234 Proceed with negotiation.\r\n")
                    .client(HELLO),
            Script.of(StartTls.NNTP)
                    .server("200 news.example ready\r\n")
                    .client("CAPABILITIES\r\n")
                    .server("101 list:\r\nVERSION 2\r\nREADER\r\nSTARTTLS\r\n.\r\n")
                    .client("STARTTLS\r\n")
                    .server("382 Begin TLS negotiation now\r\n")
                    .client(HELLO),
            Script.of(StartTls.LDAP).client(LDAP_REQUEST).server(LDAP_SUCCESS).client(HELLO),
            Script.of(StartTls.POSTGRES).client(POSTGRES_REQUEST).server("S").client(HELLO),
            Script.of(StartTls.MYSQL).server(mysqlGreeting(0xAAFF)).client(join(MYSQL_REQUEST, HELLO)),
            Script.of(StartTls.RDP)
                    .client(RDP_REQUEST)
                    .server(hex("03000013 0ed00000123400 02010800 01000000"))
                    .client(HELLO),
            xmpp(StartTls.XMPP, "", "client"),
            xmpp(StartTls.XMPP_SERVER, " from='shirube.invalid'", "server")
        }) {
            scripts.put(script.protocol, script);
        }
        return scripts;
    }

    private static Script xmpp(StartTls protocol, String from, String kind) {
        return Script.of(protocol)
                .client(xmppOpening(from, kind))
                .server(XMPP_FEATURES)
                .client(XMPP_ASK)
                .server(XMPP_PROCEED)
                .client(HELLO);
    }

    static String xmppOpening(String from, String kind) {
        return "<?xml version='1.0'?><stream:stream to='mail.example'" + from + " xmlns='jabber:" + kind
                + "' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
    }

    /** The greeting of MySQL 8 with these lower capabilities. */
    static byte[] mysqlGreeting(int capabilities) {
        byte[] payload = join(
                hex("0a"),
                ascii("8.0.36\0"),
                hex("08000000 4142434445464748 00"),
                new byte[] {(byte) capabilities, (byte) (capabilities >> 8)},
                hex("21 0200 ffc1 15 00000000000000000000 4142434445464748494a4b4c00"));
        return join(new byte[] {(byte) payload.length, 0, 0, 0}, payload);
    }
}
