package dev.shirube.endpoint.transcript;

import dev.shirube.engine.ScanTarget.StartTls;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The canonical bytes of a transcript: UTF-8 lines that end in LF, each a key, a space and a value.
 *
 * <pre>
 * shirube-transcript/1
 * endpoint tls://127.0.0.1:443
 * plan full                           how much was to be asked; may be missing
 * probe wide                          begins an exchange; the next lines stand in this order
 * time 2026-11-23T00:00:00Z
 * before smtp                         these three only where TLS began behind a dialogue in clear, or was to
 * before-sent 45484c4f20…
 * before-received 323230…
 * sent 16030101…                      lower-case hexadecimal
 * received 160303…
 * ending answered                     or: timed-out 5000
 * secret 0a1b…                        only where an encrypted flight was read
 * </pre>
 */
public final class TranscriptFormat {
    private static final String HEADER = "shirube-transcript/1";
    private static final HexFormat HEX = HexFormat.of();

    private final String[] lines;
    private int at;

    private TranscriptFormat(String text) {
        lines = text.split("\n", -1);
    }

    /** How every transcript begins. */
    public static byte[] header() {
        return (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical bytes. */
    public static byte[] write(Transcript transcript) {
        StringBuilder out = new StringBuilder(HEADER).append('\n');
        line(out, "endpoint", transcript.endpoint());
        transcript.plan().ifPresent(it -> line(out, "plan", it));
        transcript.exchanges().forEach(it -> lines(out, it));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The lines of one exchange alone, for a journal. */
    public static byte[] part(Exchange exchange) {
        StringBuilder out = new StringBuilder();
        lines(out, exchange);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void lines(StringBuilder out, Exchange exchange) {
        line(out, "probe", exchange.probe());
        line(out, "time", exchange.at().toString());
        exchange.preface().ifPresent(it -> {
            line(out, "before", it.protocol().id());
            line(out, "before-sent", HEX.formatHex(it.sent()));
            line(out, "before-received", HEX.formatHex(it.received()));
        });
        line(out, "sent", HEX.formatHex(exchange.sent()));
        line(out, "received", HEX.formatHex(exchange.received()));
        line(out, "ending", (exchange.ending().id() + " " + exchange.detail()).trim());
        exchange.secret().ifPresent(it -> line(out, "secret", HEX.formatHex(it)));
    }

    private static void line(StringBuilder out, String key, String value) {
        if (value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A value of a transcript stands on one line: " + key);
        }
        out.append(key).append(' ').append(value).append('\n');
    }

    /**
     * The transcript of these bytes.
     *
     * @throws TranscriptFormatException when they are not what {@link #write} writes
     */
    public static Transcript read(byte[] bytes) throws TranscriptFormatException {
        return new TranscriptFormat(new String(bytes, StandardCharsets.UTF_8)).transcript();
    }

    /**
     * The exchange of lines that {@link #part} wrote.
     *
     * @throws TranscriptFormatException when they are anything else, or cut off
     */
    public static Exchange exchange(byte[] part) throws TranscriptFormatException {
        TranscriptFormat lines = new TranscriptFormat(new String(part, StandardCharsets.UTF_8));
        Exchange exchange = lines.exchange();
        lines.expectEnd();
        return exchange;
    }

    private Transcript transcript() throws TranscriptFormatException {
        if (!lines[at++].equals(HEADER)) {
            throw problem("it does not begin with " + HEADER);
        }
        String endpoint = value("endpoint");
        Optional<String> plan =
                at < lines.length && lines[at].startsWith("plan ") ? Optional.of(value("plan")) : Optional.empty();
        List<Exchange> exchanges = new ArrayList<>();
        while (at < lines.length - 1) {
            exchanges.add(exchange());
        }
        expectEnd();
        return new Transcript(endpoint, plan, exchanges);
    }

    private void expectEnd() throws TranscriptFormatException {
        if (at != lines.length - 1 || !lines[at].isEmpty()) {
            throw problem("the last line is cut off");
        }
    }

    private Exchange exchange() throws TranscriptFormatException {
        String probe = value("probe");
        Instant time = instant(value("time"));
        Optional<Exchange.Preface> preface =
                at < lines.length && lines[at].startsWith("before ") ? Optional.of(preface()) : Optional.empty();
        byte[] sent = hex(value("sent"));
        byte[] received = hex(value("received"));
        String[] ending = value("ending").split(" ", 2);
        Optional<byte[]> secret = at < lines.length && lines[at].startsWith("secret ")
                ? Optional.of(hex(value("secret")))
                : Optional.empty();
        return new Exchange(
                probe,
                time,
                sent,
                received,
                Ending.of(ending[0]).orElseThrow(() -> problem("unknown ending " + ending[0])),
                ending.length > 1 ? ending[1] : "",
                secret,
                preface);
    }

    private Exchange.Preface preface() throws TranscriptFormatException {
        String protocol = value("before");
        return new Exchange.Preface(
                StartTls.of(protocol).orElseThrow(() -> problem("unknown protocol " + protocol)),
                hex(value("before-sent")),
                hex(value("before-received")));
    }

    private String value(String key) throws TranscriptFormatException {
        if (at >= lines.length || !lines[at].startsWith(key + " ")) {
            at++;
            throw problem("the line \"" + key + "\" is missing");
        }
        return lines[at++].substring(key.length() + 1);
    }

    private byte[] hex(String text) throws TranscriptFormatException {
        try {
            return HEX.parseHex(text);
        } catch (IllegalArgumentException e) {
            throw problem("not hexadecimal");
        }
    }

    private Instant instant(String text) throws TranscriptFormatException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw problem("not a time");
        }
    }

    private TranscriptFormatException problem(String what) {
        return new TranscriptFormatException(at, what);
    }
}
