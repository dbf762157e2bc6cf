package dev.shirube.catalogue;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.EvidenceKind;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A use of an API, with its arguments as far as known: the common tongue of bytecode and source.
 *
 * @param kind how the API is used
 * @param owner declaring type with dots, inner types with {@code $}: {@code java.security.Signature}
 * @param member method or field name; {@code <init>} for a constructor, {@link #CAST_MEMBER} for a cast
 * @param descriptor JVM descriptor where known; source without bindings knows only the number of arguments
 * @param arguments as many as the call has; for a field none
 * @param named arguments that are given by name, in languages that have such; under {@link #MORE_ARGUMENTS} an unknown value
 *     where further arguments are given that are not seen
 * @param receiver the object the method is called on, as far as followed; {@link ArgumentValue#UNKNOWN} for static ones
 * @param location logical path of the input
 * @param line from 1
 * @param offset byte offset in the method's code, or column from 1 in UTF-16 units
 * @param enclosing enclosing member: {@code com.acme.Signer#sign([B)[B}
 * @param evidence bytecode or source
 * @param exactOwner whether the owner is certain (bytecode, source with bindings) or typed by imports and names only
 */
public record CallSite(
        Kind kind,
        String owner,
        String member,
        Optional<String> descriptor,
        List<ArgumentValue> arguments,
        SortedMap<String, ArgumentValue> named,
        ArgumentValue receiver,
        String location,
        OptionalInt line,
        OptionalInt offset,
        String enclosing,
        EvidenceKind evidence,
        CodeContext context,
        boolean exactOwner) {

    /** Stands for the member where a type is cast to; no member can be called so (JVM Specification, section 4.2.2). */
    public static final String CAST_MEMBER = "<cast>";

    /** Stands for the name of arguments, or entries of an option object, of which only is known that there may be some. */
    public static final String MORE_ARGUMENTS = "**";

    /** How an API is used. */
    public enum Kind {
        STATIC_METHOD,
        METHOD,
        CONSTRUCTOR,
        /** A call in a language in which a name does not tell what kind of call it is. */
        CALL,
        FIELD,
        METHOD_REFERENCE,
        /** A cast to the type, or the question whether an object is of it; the member is {@link #CAST_MEMBER}. */
        CAST
    }

    /** Keeps an unmodifiable copy and refuses null. */
    public CallSite {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(member);
        Objects.requireNonNull(descriptor);
        arguments = List.copyOf(arguments);
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        Objects.requireNonNull(receiver);
        Objects.requireNonNull(location);
        Objects.requireNonNull(enclosing);
    }

    /** A call whose arguments are all given by position. */
    public CallSite(
            Kind kind,
            String owner,
            String member,
            Optional<String> descriptor,
            List<ArgumentValue> arguments,
            ArgumentValue receiver,
            String location,
            OptionalInt line,
            OptionalInt offset,
            String enclosing,
            EvidenceKind evidence,
            CodeContext context,
            boolean exactOwner) {
        this(
                kind,
                owner,
                member,
                descriptor,
                arguments,
                Collections.emptySortedMap(),
                receiver,
                location,
                line,
                offset,
                enclosing,
                evidence,
                context,
                exactOwner);
    }
}
