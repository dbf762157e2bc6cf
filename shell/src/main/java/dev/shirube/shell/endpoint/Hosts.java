package dev.shirube.shell.endpoint;

import dev.shirube.domain.place.HostNames;
import dev.shirube.domain.place.IpAddress;
import dev.shirube.shell.cli.CommandFailure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts that a target names: one name or address, a block of addresses, or a range of them. */
final class Hosts {

    /** A block or range of more is refused: nobody means to probe more by one line. */
    private static final int MOST_BITS = 16;

    private static final long MOST = 1L << MOST_BITS;

    private static final Pattern V4_RANGE = Pattern.compile("([0-9.]+)-([0-9]+|[0-9]+(?:\\.[0-9]+){3})");
    private static final Pattern V6_RANGE = Pattern.compile("\\[([^\\[\\]]*)]-\\[([^\\[\\]]*)]");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]%]*)(?:%(?:25)?([0-9A-Za-z_]+))?]");
    private static final Pattern LIKE_V4 = Pattern.compile("[0-9.]+");

    private final String word;

    /** @param word the whole target, for messages */
    Hosts(String word) {
        this.word = word;
    }

    /** Those of that text, brackets included. */
    List<String> of(String text, OptionalInt prefix) {
        Matcher v4 = V4_RANGE.matcher(text);
        Matcher v6 = V6_RANGE.matcher(text);
        boolean range = v4.matches() || v6.matches();
        if (range && prefix.isPresent()) {
            throw CommandFailure.usage(
                    word + " is a range and a block at once. Write one of them.",
                    word + " は範囲指定とブロック指定が混在しています。どちらか一方にしてください。");
        }
        if (v4.matches()) {
            IpAddress first = address(v4.group(1));
            String last = v4.group(2);
            return range(first, address(last.contains(".") ? last : upTo(v4.group(1), last)));
        }
        if (v6.matches()) {
            return range(address(v6.group(1)), address(v6.group(2)));
        }
        return prefix.isPresent() ? block(text, prefix.getAsInt()) : List.of(one(text));
    }

    /** {@code 10.0.0.1-50}: the last octet counts on. */
    private static String upTo(String first, String last) {
        return first.substring(0, first.lastIndexOf('.') + 1) + last;
    }

    private String one(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            String zone = bracketed.group(2) == null ? "" : "%" + bracketed.group(2);
            IpAddress address = address(bracketed.group(1));
            return address.isV6() || zone.isEmpty() ? address.text() + zone : none(text);
        }
        if (text.startsWith("[")) {
            return none(text);
        }
        if (LIKE_V4.matcher(text).matches()) {
            return address(text).text();
        }
        return HostNames.ascii(text).orElseGet(() -> none(text));
    }

    private String none(String text) {
        throw CommandFailure.usage(
                word + ": \"" + text + "\" is no host name and no address. Write it as in tls://www.example.jp:443,"
                        + " tls://192.0.2.1 or tls://[2001:db8::1]:8443.",
                word + "：「" + text + "」はホスト名でもアドレスでもありません。tls://www.example.jp:443、tls://192.0.2.1、"
                        + "tls://[2001:db8::1]:8443 のように指定してください。");
    }

    private IpAddress address(String literal) {
        return IpAddress.of(literal)
                .orElseThrow(() -> CommandFailure.usage(
                        word + ": \"" + literal
                                + "\" is no IP address. Write four numbers from 0 to 255 without leading"
                                + " zeros, or an IPv6 address in brackets.",
                        word + "：「" + literal + "」は IP アドレスではありません。先頭に 0 を付けない 0～255 の 4 つの数、"
                                + "または角括弧で囲んだ IPv6 アドレスを指定してください。"));
    }

    private List<String> block(String text, int prefix) {
        Matcher bracketed = BRACKETED.matcher(text);
        boolean plain = !bracketed.matches() || bracketed.group(2) == null;
        Optional<IpAddress> base = IpAddress.of(bracketed.matches() ? bracketed.group(1) : text);
        if (base.isEmpty() || !plain || base.get().isV6() != text.startsWith("[")) {
            throw CommandFailure.usage(
                    word + ": a block begins with an address. Write it as in tls://192.0.2.0/24 or"
                            + " tls://[2001:db8::]/120.",
                    word + "：ブロックはアドレスで指定します。tls://192.0.2.0/24 や tls://[2001:db8::]/120 のように指定してください。");
        }
        int bits = base.get().bits();
        if (prefix < bits - MOST_BITS || prefix > bits) {
            throw CommandFailure.usage(
                    word + " names a block of /" + prefix + ". Blocks are /" + (bits - MOST_BITS) + " to /" + bits
                            + "; divide a larger one.",
                    word + " の範囲 /" + prefix + " は指定できません（/" + (bits - MOST_BITS) + "～/" + bits + "）。分割して指定してください。");
        }
        return counted(base.get().firstOf(prefix), 1L << (bits - prefix));
    }

    private List<String> range(IpAddress first, IpAddress last) {
        BigInteger more = first.bits() == last.bits() ? first.until(last) : BigInteger.valueOf(-1);
        if (more.signum() < 0) {
            throw CommandFailure.usage(
                    word + ": a range goes from a lower address to a higher one of the same kind.",
                    word + "：範囲は同じ種類のアドレスで、小さい方から大きい方へ指定してください。");
        }
        if (more.compareTo(BigInteger.valueOf(MOST)) >= 0) {
            throw CommandFailure.usage(
                    word + " is a range of more than " + MOST + " addresses. Divide it.",
                    word + " は " + MOST + " 件を超える範囲です。分割して指定してください。");
        }
        return counted(first, more.longValueExact() + 1);
    }

    private static List<String> counted(IpAddress first, long count) {
        List<String> hosts = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            hosts.add(first.plus(i).text());
        }
        return hosts;
    }
}
