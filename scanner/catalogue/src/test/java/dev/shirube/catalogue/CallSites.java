package dev.shirube.catalogue;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.EvidenceKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Call sites as a scanner would make them, for tests. */
final class CallSites {
    private CallSites() {}

    static CallSite invokeStatic(String owner, String member, ArgumentValue... arguments) {
        return site(CallSite.Kind.STATIC_METHOD, owner, member, ArgumentValue.UNKNOWN, true, arguments);
    }

    static CallSite construct(String owner, ArgumentValue... arguments) {
        return site(CallSite.Kind.CONSTRUCTOR, owner, "<init>", ArgumentValue.UNKNOWN, true, arguments);
    }

    static CallSite invoke(ArgumentValue receiver, String owner, String member, ArgumentValue... arguments) {
        return site(CallSite.Kind.METHOD, owner, member, receiver, true, arguments);
    }

    static CallSite byNamesOnly(String owner, String member, ArgumentValue... arguments) {
        return site(CallSite.Kind.STATIC_METHOD, owner, member, ArgumentValue.UNKNOWN, false, arguments);
    }

    static CallSite reference(String owner, String member) {
        return site(CallSite.Kind.METHOD_REFERENCE, owner, member, ArgumentValue.UNKNOWN, true);
    }

    static ArgumentValue produced(CallSite by) {
        return new ArgumentValue.Produced(by);
    }

    static ArgumentValue text(String value) {
        return ArgumentValue.Constants.literal(value);
    }

    static ArgumentValue parameter(String name) {
        return new ArgumentValue.Expression(name, "entry-param");
    }

    private static CallSite site(
            CallSite.Kind kind,
            String owner,
            String member,
            ArgumentValue receiver,
            boolean exact,
            ArgumentValue... arguments) {
        return new CallSite(
                kind,
                owner,
                member,
                Optional.empty(),
                List.of(arguments),
                receiver,
                "app.jar!/com/acme/Signer.class",
                OptionalInt.of(42),
                OptionalInt.of(7),
                "com.acme.Signer#sign([B)[B",
                EvidenceKind.BYTECODE,
                CodeContext.MAIN,
                exact);
    }
}
