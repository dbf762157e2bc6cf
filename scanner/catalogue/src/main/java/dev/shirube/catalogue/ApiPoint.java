package dev.shirube.catalogue;

import dev.shirube.domain.CryptoFunction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of the catalogue: a member of a library that carries a cryptographic fact.
 *
 * @param id {@code owner#member}, with the overload's descriptors where only some of them are meant
 * @param descriptors JVM descriptors of the overloads meant; empty for all
 * @param argument index from 0 of the argument that carries the meaning; empty where the member itself is the evidence
 * @param meaning what the argument or member says: {@code algorithm}, {@code transformation}, {@code key-size-bits},
 *     {@code curve}, {@code fixed:NAME}, {@code named-groups} … as in {@code java-api-catalogue}
 * @param service the JCA service whose names the algorithm argument uses; empty where it is none
 * @param example one line of code that must be found, and after {@code // finds:} what must be found in it
 */
public record ApiPoint(
        String id,
        String library,
        CallSite.Kind kind,
        String owner,
        String member,
        List<String> descriptors,
        OptionalInt argument,
        String meaning,
        Optional<String> service,
        CryptoFunction function,
        Optional<String> example) {
    /** Keeps an unmodifiable copy. */
    public ApiPoint {
        descriptors = List.copyOf(descriptors);
    }
}
