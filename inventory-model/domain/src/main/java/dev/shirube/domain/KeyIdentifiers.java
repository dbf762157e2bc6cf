package dev.shirube.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate says of the keys of its subject and of its issuer, beyond their names; carried in the values of the
 * evidence, because it links certificates but is no part of what identifies one.
 *
 * @param subject lower-case hexadecimal subjectKeyIdentifier (RFC 5280 section 4.2.1.2)
 * @param authority lower-case hexadecimal keyIdentifier of authorityKeyIdentifier (section 4.2.1.1)
 * @param ownSignature whether its signature verifies with its own key; empty where that was not tried
 */
public record KeyIdentifiers(Optional<String> subject, Optional<String> authority, Optional<Boolean> ownSignature) {

    private static final String SUBJECT = "subject-key-id=";
    private static final String AUTHORITY = "authority-key-id=";
    private static final String SELF_SIGNED = "self-signed=";

    /** Nothing is said. */
    public static final KeyIdentifiers NONE = new KeyIdentifiers(Optional.empty(), Optional.empty(), Optional.empty());

    /** The values of an evidence that carry this. */
    public List<String> values() {
        List<String> values = new ArrayList<>();
        subject.ifPresent(it -> values.add(SUBJECT + it));
        authority.ifPresent(it -> values.add(AUTHORITY + it));
        ownSignature.ifPresent(it -> values.add(SELF_SIGNED + it));
        return values;
    }

    /** What the values of an evidence carry. */
    public static KeyIdentifiers of(Collection<String> values) {
        return new KeyIdentifiers(
                after(SUBJECT, values),
                after(AUTHORITY, values),
                after(SELF_SIGNED, values).map(Boolean::valueOf));
    }

    private static Optional<String> after(String prefix, Collection<String> values) {
        return values.stream()
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .findFirst();
    }
}
