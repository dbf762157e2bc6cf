package dev.shirube.material;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Parameter sets of stateful hash-based keys, which the key itself names (RFC 9802 sections 3 and 4): the identifier of the
 * algorithm is the same for all of them.
 */
final class HashBasedParameters {

    private static final String HSS = "1.2.840.113549.1.9.16.3.17";
    private static final String XMSS = "1.3.6.1.5.5.7.6.34";
    private static final String XMSS_MT = "1.3.6.1.5.5.7.6.35";

    /** LMS types from 5 on (RFC 8554 section 5.1, SP 800-208 section 4). */
    private static final List<String> LMS_TYPES = each(
            List.of("LMS_SHA256_M32_H%s", "LMS_SHA256_M24_H%s", "LMS_SHAKE_M32_H%s", "LMS_SHAKE_M24_H%s"),
            List.of("5", "10", "15", "20", "25"));

    private static final int FIRST_LMS_TYPE = 5;

    /** XMSS types from 1 on (RFC 8391 section 8, SP 800-208 section 5). */
    private static final List<String> XMSS_TYPES = each(
            List.of(
                    "XMSS-SHA2_%s_256",
                    "XMSS-SHA2_%s_512",
                    "XMSS-SHAKE_%s_256",
                    "XMSS-SHAKE_%s_512",
                    "XMSS-SHA2_%s_192",
                    "XMSS-SHAKE256_%s_256",
                    "XMSS-SHAKE256_%s_192"),
            List.of("10", "16", "20"));

    /** The first XMSS^MT types (RFC 8391 section 8); the others have no row in the registry. */
    private static final List<String> XMSS_MT_TYPES = each(
            List.of("XMSSMT-SHA2_%s_256"), List.of("20/2", "20/4", "40/2", "40/4", "40/8", "60/3", "60/6", "60/12"));

    private HashBasedParameters() {}

    private static List<String> each(List<String> patterns, List<String> sizes) {
        List<String> names = new ArrayList<>();
        patterns.forEach(pattern -> sizes.forEach(size -> names.add(pattern.replace("%s", size))));
        return List.copyOf(names);
    }

    /** The parameter set that a public key of that algorithm names, if it is one of those. */
    static Optional<String> of(String oid, byte[] key) {
        byte[] raw = unwrapped(key);
        return switch (oid) {
            case HSS -> name(LMS_TYPES, FIRST_LMS_TYPE, number(raw, 4));
            case XMSS -> name(XMSS_TYPES, 1, number(raw, 0));
            case XMSS_MT -> name(XMSS_MT_TYPES, 1, number(raw, 0));
            default -> Optional.empty();
        };
    }

    /** Before RFC 9802 the key stood in an octet string of its own (RFC 8708 section 4). */
    private static byte[] unwrapped(byte[] key) {
        boolean octetString = key.length > 2 && key[0] == 4 && key[1] == key.length - 2;
        return octetString ? Arrays.copyOfRange(key, 2, key.length) : key;
    }

    private static OptionalInt number(byte[] key, int at) {
        try {
            Octets octets = new Octets(key);
            octets.skip(at);
            return OptionalInt.of((int) octets.uint32());
        } catch (DerException e) {
            return OptionalInt.empty();
        }
    }

    private static Optional<String> name(List<String> names, int first, OptionalInt type) {
        int index = type.orElse(-1) - first;
        return index >= 0 && index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
    }
}
