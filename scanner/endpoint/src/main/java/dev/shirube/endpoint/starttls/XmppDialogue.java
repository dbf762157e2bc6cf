package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * XMPP: a stream is opened, its features name STARTTLS, and the server says proceed (RFC 6120 sections 4 and 5). Tags are
 * scanned for, each a unit; no XML is parsed, nothing in it resolved.
 */
final class XmppDialogue implements Dialogue {
    private static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";

    /** Of a stream's errors those that tell an operator what to change (RFC 6120 section 4.9.3). */
    private static final Set<String> CONDITIONS = Set.of(
            "host-gone",
            "host-unknown",
            "improper-addressing",
            "invalid-namespace",
            "not-authorized",
            "policy-violation",
            "remote-connection-failed",
            "resource-constraint",
            "system-shutdown",
            "undefined-condition",
            "unsupported-version");

    private final String domain;
    private final boolean server;
    private boolean opened;
    private boolean error;
    private boolean listing;
    private boolean offered;
    private boolean asked;
    private boolean proceeding;

    /**
     * A dialogue that has not begun.
     *
     * @param domain of the service that is wanted; a checked host name or address
     * @param server whether to speak as another server does, not as a client
     */
    XmppDialogue(String domain, boolean server) {
        this.domain = domain;
        this.server = server;
    }

    @Override
    public byte[] opening() {
        String from = server ? " from='" + LineProtocols.CLIENT + "'" : "";
        return utf8("<?xml version='1.0'?><stream:stream to='" + domain + "'" + from + " xmlns='jabber:"
                + (server ? "server" : "client") + "' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>");
    }

    /** Up to the end of the next tag; a greater-than sign within quotes is no end. */
    @Override
    public int unit(byte[] held, int length) throws DialogueException {
        int at = 0;
        while (at < length && isSpace(held[at])) {
            at++;
        }
        if (at < length && held[at] != '<' && !opened) {
            throw DialogueException.other(held, length);
        }
        while (at < length && held[at] != '<') {
            at++;
        }
        byte quote = 0;
        for (; at < length; at++) {
            byte one = held[at];
            if (quote != 0) {
                quote = one == quote ? 0 : quote;
            } else if (one == '>') {
                return at + 1;
            } else if (one == '"' || one == '\'') {
                quote = one;
            }
        }
        return 0;
    }

    @Override
    public Step take(byte[] unit) throws DialogueException {
        String text = new String(unit, StandardCharsets.ISO_8859_1);
        String tag = text.substring(text.indexOf('<'));
        if (tag.startsWith("<!") || tag.startsWith("<?") && opened) {
            throw DialogueException.malformed("XML that XMPP does not have");
        }
        return tag.startsWith("<?") ? Step.LISTEN : tag(tag, localName(tag));
    }

    private Step tag(String tag, String name) throws DialogueException {
        boolean closes = tag.startsWith("</");
        boolean whole = closes || tag.endsWith("/>");
        if (error) {
            throw refused(CONDITIONS.contains(name) ? name : "another condition");
        }
        if (!opened) {
            return stream(closes, name);
        }
        switch (name) {
            case "stream" -> throw refused("its end");
            case "error" -> error = true;
            case "features" -> {
                listing = !whole;
                return whole ? listed() : Step.LISTEN;
            }
            case "starttls" -> offered |= listing && tag.contains(TLS);
            case "failure" -> {
                if (asked) {
                    throw new DialogueException(Kind.REFUSED, "it answers failure to starttls");
                }
            }
            case "proceed" -> {
                proceeding |= asked && tag.contains(TLS);
                return proceeding && whole ? Step.AGREED : Step.LISTEN;
            }
            default -> {
                // Other features, and what stands within them.
            }
        }
        return Step.LISTEN;
    }

    private Step stream(boolean closes, String name) throws DialogueException {
        if (closes || !name.equals("stream")) {
            throw new DialogueException(Kind.OTHER_PROTOCOL, "it opens no stream");
        }
        opened = true;
        return Step.LISTEN;
    }

    private Step listed() throws DialogueException {
        if (!offered) {
            throw new DialogueException(Kind.NOT_OFFERED, "its features do not name it");
        }
        if (asked) {
            return Step.LISTEN;
        }
        asked = true;
        return Step.say(utf8("<starttls xmlns='" + TLS + "'/>"));
    }

    private static DialogueException refused(String condition) {
        return new DialogueException(Kind.REFUSED, "it answers the stream with " + condition);
    }

    private static String localName(String tag) {
        int from = tag.startsWith("</") ? 2 : 1;
        int to = from;
        while (to < tag.length() && " \t\r\n/>".indexOf(tag.charAt(to)) < 0) {
            to++;
        }
        String name = tag.substring(from, to);
        return name.substring(name.indexOf(':') + 1);
    }

    private static boolean isSpace(byte one) {
        return one == ' ' || one == '\t' || one == '\r' || one == '\n';
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
