package dev.shirube.endpoint.starttls;

import dev.shirube.engine.ScanTarget.StartTls;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The protocols that speak in lines, as data: what is asked, and which answers there are. */
final class LineProtocols {
    /** By which this client calls itself; it names nothing of the machine it runs on (RFC 2606 section 2). */
    static final String CLIENT = "shirube.invalid";

    private static final String CODE_NO = "([45]\\d\\d)(?:[ -]|$)";
    private static final String WORD_NO = "(NO|BYE)(?: |$)";

    /** What is asked by protocol; the first row of each is the greeting, the last one the upgrade. */
    static final Map<StartTls, List<Turn>> TURNS = new EnumMap<>(Map.of(
            // RFC 3207; RFC 5321 section 4.2 has the form of the answers
            StartTls.SMTP,
            List.of(
                    Turn.of("", "220(?: |$)", CODE_NO, "220-"),
                    Turn.of("EHLO " + CLIENT, "250(?: |$)", CODE_NO, "250-").listing("250[ -]STARTTLS\\b"),
                    Turn.of("STARTTLS", "220(?: |$)", CODE_NO, "220-")),
            // RFC 2033 section 4
            StartTls.LMTP,
            List.of(
                    Turn.of("", "220(?: |$)", CODE_NO, "220-"),
                    Turn.of("LHLO " + CLIENT, "250(?: |$)", CODE_NO, "250-").listing("250[ -]STARTTLS\\b"),
                    Turn.of("STARTTLS", "220(?: |$)", CODE_NO, "220-")),
            // RFC 9051 sections 6.2.1, 7.1 and 7.2.2
            StartTls.IMAP,
            List.of(
                    Turn.of("", "\\* OK\\b", "\\* (BYE|PREAUTH)\\b"),
                    Turn.of("a1 CAPABILITY", "a1 OK\\b", "(?:a1 (NO|BAD)|\\* (BYE))\\b", "\\* ")
                            .listing("\\* CAPABILITY .*\\bSTARTTLS\\b"),
                    Turn.of("a2 STARTTLS", "a2 OK\\b", "(?:a2 (NO|BAD)|\\* (BYE))\\b", "\\* ")),
            // RFC 2595 section 4, RFC 2449 section 5
            StartTls.POP3,
            List.of(
                    Turn.of("", "\\+OK\\b", "(-ERR)"),
                    Turn.of("CAPA", "\\.$", "(-ERR)", "\\+OK\\b", "")
                            .listing("STLS\\b")
                            .orSkipped(),
                    Turn.of("STLS", "\\+OK\\b", "(-ERR)")),
            // RFC 5804 sections 1.7 and 2.2
            StartTls.SIEVE,
            List.of(Turn.of("", "OK\\b", WORD_NO, "\"").listing("\"STARTTLS\""), Turn.of("STARTTLS", "OK\\b", WORD_NO)),
            // RFC 4217 section 4, RFC 959 section 4.2: lines within an answer need not begin with its code
            StartTls.FTP,
            List.of(
                    Turn.of("", "220(?: |$)", CODE_NO, "220-", "220-|(?!\\d{3}[ -])"),
                    Turn.of("AUTH TLS", "234(?: |$)", CODE_NO, "234-", "234-|(?!\\d{3}[ -])")),
            // RFC 4642 section 2.2, RFC 3977 section 5.2
            StartTls.NNTP,
            List.of(
                    Turn.of("", "20[01](?: |$)", CODE_NO),
                    Turn.of("CAPABILITIES", "\\.$", CODE_NO, "101(?: |$)", "")
                            .listing("STARTTLS\\b")
                            .orSkipped(),
                    Turn.of("STARTTLS", "382(?: |$)", CODE_NO))));

    private LineProtocols() {}
}
