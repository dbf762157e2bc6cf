package dev.shirube.endpoint.transport;

import java.util.regex.Pattern;

/** Addresses written as such, which no name service is asked for. */
public final class AddressLiteral {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    /** With a zone (RFC 4007 section 11), which names an interface of this machine. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%[\\w.-]+)?");

    private AddressLiteral() {}

    /** Whether that host is an address and no name. */
    public static boolean matches(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    }
}
