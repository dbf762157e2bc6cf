package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.TlsBytes;
import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.engine.ScanTarget.StartTls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a server says, turn by turn, and what we say to each of it. */
final class Script {
    /** What stands for a ClientHello. */
    static final byte[] HELLO = ascii("-hello-");

    final StartTls protocol;
    private final List<byte[]> server = new ArrayList<>();
    private final List<byte[]> client = new ArrayList<>();

    private Script(StartTls protocol) {
        this.protocol = protocol;
        client.add(new byte[0]);
    }

    static Script of(StartTls protocol) {
        return new Script(protocol);
    }

    /** What the client says next. */
    Script client(byte[] bytes) {
        client.set(client.size() - 1, bytes);
        return this;
    }

    Script client(String text) {
        return client(ascii(text));
    }

    /** What the server says next. */
    Script server(byte[] bytes) {
        server.add(bytes);
        client.add(new byte[0]);
        return this;
    }

    Script server(String text) {
        return server(ascii(text));
    }

    /** All that the server says. */
    byte[] received() {
        return TlsBytes.join(server.toArray(byte[][]::new));
    }

    /** Plays it in pieces of that size, and fails where we say anything else than the script. */
    Played play(int piece) {
        ByteArrayOutputStream inTls = new ByteArrayOutputStream();
        StartTlsConversation conversation = new StartTlsConversation(protocol, "mail.example", tls(inTls));
        expect(0, conversation.opening());
        for (int i = 0; i < server.size(); i++) {
            byte[] says = server.get(i);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            for (int at = 0; at < says.length && !conversation.finished(); at += piece) {
                said.writeBytes(conversation.receive(says, at, Math.min(piece, says.length - at)));
            }
            expect(i + 1, said.toByteArray());
        }
        return new Played(conversation, inTls.toByteArray());
    }

    /** How a script ended. */
    record Played(StartTlsConversation conversation, byte[] inTls) {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void expect(int turn, byte[] said) {
        String wanted = text(client.get(turn));
        if (!wanted.equals(text(said))) {
            throw new AssertionError(protocol + ", turn " + turn + ": said [" + text(said) + "] for [" + wanted + "]");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Conversation tls(ByteArrayOutputStream received) {
        return new Conversation() {
            @Override
            public byte[] opening() {
                return HELLO;
            }

            @Override
            public byte[] receive(byte[] bytes, int from, int count) {
                received.write(bytes, from, count);
                return NOTHING;
            }

            @Override
            public boolean finished() {
                return false;
            }
        };
    }
}
