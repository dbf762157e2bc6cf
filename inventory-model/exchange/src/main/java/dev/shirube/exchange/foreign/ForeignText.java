package dev.shirube.exchange.foreign;

import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in documents of others, let in only where it has the shape of what it claims to be. */
final class ForeignText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@/+-]{0,99}");
    private static final Pattern TOOL_VERSION = Pattern.compile("[0-9][A-Za-z0-9.+~-]{0,29}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?\\.?");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9]{1,16})?");

    private static final int LAST_PORT = 65_535;

    private ForeignText() {}

    /** The name of an algorithm, group or suite; nothing for a text that cannot be one. */
    static Optional<String> name(String text) {
        return Optional.of(text.strip()).filter(it -> NAME.matcher(it).matches());
    }

    /** The version of a tool; empty for a text that cannot be one. */
    static String toolVersion(String text) {
        String first = text.strip().split("[\\s(]", 2)[0];
        return TOOL_VERSION.matcher(first).matches() ? first : "";
    }

    /** The place of an endpoint as our own scans write it; nothing where host or port cannot be. */
    static Optional<String> location(String scheme, String host, String port) {
        boolean six = IPV6.matcher(host).matches();
        if (!six && !HOST.matcher(host).matches() || !port.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(port);
        return number < 1 || number > LAST_PORT
                ? Optional.empty()
                : Optional.of(scheme + "://" + (six ? "[" + host + "]" : host) + ":" + number);
    }

    /** A text as a message may quote it: short, without what would lead a terminal astray. */
    static String quoted(String text) {
        String plain = text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }
}
