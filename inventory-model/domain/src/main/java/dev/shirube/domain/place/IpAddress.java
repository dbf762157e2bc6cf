package dev.shirube.domain.place;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address as a number.
 *
 * @param bits 32 or 128
 * @param value from 0
 */
public record IpAddress(int bits, BigInteger value) {

    private static final int V4 = 32;
    private static final int V6 = 128;
    private static final int GROUPS = 8;

    /** Without leading zeros, which some programs read as octal. */
    private static final Pattern DOTTED = Pattern.compile(
            "(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\." + "(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /** The address of that literal, without brackets or zone; nothing where it is none. */
    public static Optional<IpAddress> of(String literal) {
        Matcher dotted = DOTTED.matcher(literal);
        if (dotted.matches()) {
            long value = 0;
            for (int i = 1; i <= 4; i++) {
                int octet = Integer.parseInt(dotted.group(i));
                if (octet > 255) {
                    return Optional.empty();
                }
                value = value << 8 | octet;
            }
            return Optional.of(new IpAddress(V4, BigInteger.valueOf(value)));
        }
        if (!HEXADECIMAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            // With a colon in it this is a literal or an error: the JDK asks no name service.
            InetAddress address = InetAddress.getByName(literal);
            int bits = address instanceof Inet6Address ? V6 : V4; // an IPv4 address in the form ::ffff:192.0.2.1
            return Optional.of(new IpAddress(bits, new BigInteger(1, address.getAddress())));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one of IPv6. */
    public boolean isV6() {
        return bits == V6;
    }

    /** The address that many further on. */
    public IpAddress plus(long offset) {
        return new IpAddress(bits, value.add(BigInteger.valueOf(offset)));
    }

    /** The first address of the block that has so many bits in common with this one. */
    public IpAddress firstOf(int prefix) {
        int rest = bits - prefix;
        return new IpAddress(bits, value.shiftRight(rest).shiftLeft(rest));
    }

    /** How far it is to that address. */
    public BigInteger until(IpAddress last) {
        return last.value.subtract(value);
    }

    /** The one canonical text (RFC 5952 for IPv6). */
    public String text() {
        if (!isV6()) {
            long number = value.longValueExact();
            return (number >> 24) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        }
        List<Integer> groups = new ArrayList<>();
        for (int i = GROUPS - 1; i >= 0; i--) {
            groups.add(value.shiftRight(16 * i).intValue() & 0xFFFF);
        }
        int start = 0;
        int longest = 1; // one group of zeros alone is not shortened
        for (int from = 0; from < GROUPS; from++) {
            int to = from;
            while (to < GROUPS && groups.get(to) == 0) {
                to++;
            }
            if (to - from > longest) {
                start = from;
                longest = to - from;
            }
        }
        return longest == 1
                ? hexadecimal(groups)
                : hexadecimal(groups.subList(0, start)) + "::" + hexadecimal(groups.subList(start + longest, GROUPS));
    }

    private static String hexadecimal(List<Integer> groups) {
        return String.join(":", groups.stream().map(Integer::toHexString).toList());
    }
}
