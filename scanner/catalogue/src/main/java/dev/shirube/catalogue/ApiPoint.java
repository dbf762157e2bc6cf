package dev.shirube.catalogue;

import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoFunction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One row of the catalogue: a member of a library that carries a cryptographic fact.
 *
 * @param id {@code owner#member}, with the overload's descriptors where only some of them are meant
 * @param descriptors JVM descriptors of the overloads meant; empty for all
 * @param argument index from 0 of the argument that carries the meaning; empty where the member itself is the evidence
 * @param meaning what the argument or member says: {@code algorithm}, {@code transformation}, {@code key-size-bits},
 *     {@code curve}, {@code fixed:NAME}, {@code named-groups} … as in {@code java-api-catalogue}; what stands after a
 *     colon is an algorithm that the member itself names, in the words of {@code service}
 * @param service the JCA service whose names the algorithm argument uses; empty where it is none
 * @param category shelf of a finding whose algorithm is not known
 * @param keys configuration keys that the first argument must be one of, each with the meaning of the second argument;
 *     empty for a row that is not about configuration
 * @param verified JVM descriptors as read from the library's class files; what stubs for the example are made of, no
 *     matter for matching
 * @param names what the argument is written as, each with what it stands for in the words of {@code service}: for
 *     numbers, enumerations, URIs and templates that are no names there; a static field by its simple name
 * @param separators characters of which each divides a text that is a list; empty where the text is one name
 * @param shape where the parts of the algorithm stand, and what the call gives back
 * @param example code that must be found, and after {@code // finds:} what must be found in it
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
        Category category,
        Map<String, String> keys,
        List<String> verified,
        Map<String, String> names,
        String separators,
        CallShape shape,
        Optional<String> example) {
    /** Keeps unmodifiable copies. */
    public ApiPoint {
        descriptors = List.copyOf(descriptors);
        keys = keys.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(keys));
        verified = List.copyOf(verified);
        names = Map.copyOf(names);
    }

    /** A row without names of its own. */
    public ApiPoint(
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
            Category category,
            Map<String, String> keys,
            List<String> verified,
            Optional<String> example) {
        this(
                id,
                library,
                kind,
                owner,
                member,
                descriptors,
                argument,
                meaning,
                service,
                function,
                category,
                keys,
                verified,
                Map.of(),
                "",
                CallShape.at(argument),
                example);
    }

    /** What that constant stands for in the words of the row's service: the row's name for it, or the constant itself. */
    String spoken(String constant) {
        String name = names.get(constant);
        return name != null ? name : names.getOrDefault(constant.substring(constant.indexOf('#') + 1), constant);
    }

    /** The object whose algorithm is meant: the receiver, or the argument that the row says. */
    ArgumentValue object(CallSite site) {
        return shape.object().present() ? shape.object().find(site).orElse(ArgumentValue.UNKNOWN) : site.receiver();
    }

    /** The algorithm that the member itself names: {@code RSA} of the meaning {@code key-size-bits:RSA}. */
    public Optional<String> namedAlgorithm() {
        int colon = meaning.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(meaning.substring(colon + 1));
    }

    /** Whether the call is of this row: used in a way that fits its kind, and one of the overloads meant. */
    public boolean matches(CallSite site) {
        boolean reference = site.kind() == CallSite.Kind.METHOD_REFERENCE;
        boolean fits = reference ? callable() : kind == site.kind();
        return fits && (descriptors.isEmpty() || oneOf(descriptors, site)) && shape.meets(site);
    }

    /**
     * The rows of these that are meant by the call: those that it matches, and of several the ones that ask for more of
     * its arguments.
     */
    public static List<ApiPoint> meant(List<ApiPoint> rows, CallSite site) {
        List<ApiPoint> matching = rows.stream().filter(it -> it.matches(site)).toList();
        List<ApiPoint> special =
                matching.stream().filter(it -> !it.shape.where().isEmpty()).toList();
        return special.isEmpty() ? matching : special;
    }

    /** Whether the row is about a call, and not a constant or a type. */
    public boolean callable() {
        return kind != CallSite.Kind.FIELD && kind != CallSite.Kind.CAST;
    }

    /** Without a descriptor (source without bindings) the number of arguments must do; a reference shows none. */
    private static boolean oneOf(List<String> descriptors, CallSite site) {
        if (site.descriptor().isPresent()) {
            return descriptors.contains(site.descriptor().get());
        }
        if (site.kind() == CallSite.Kind.METHOD_REFERENCE) {
            return true;
        }
        for (String descriptor : descriptors) {
            if (Descriptors.arity(descriptor) == site.arguments().size()) {
                return true;
            }
        }
        return false;
    }
}
