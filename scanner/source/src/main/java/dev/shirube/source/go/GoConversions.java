package dev.shirube.source.go;

import dev.shirube.source.tree.Syntax;
import java.util.HashSet;
import java.util.Set;

/** Which calls are conversions: those of a type that is no struct, by its name. */
final class GoConversions {

    private final Set<String> types = new HashSet<>(Set.of(
            "bool", "string", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
            "uintptr", "byte", "rune", "float32", "float64", "any"));

    /** Remembers the types that the file declares. */
    void declare(Syntax root) {
        for (Syntax declaration : root.children("type_declaration")) {
            for (Syntax spec : declaration.children("type_spec", "type_alias")) {
                spec.get("name").map(Syntax::text).ifPresent(types::add);
            }
        }
    }

    boolean isType(Syntax callee) {
        return callee.is("identifier") && types.contains(callee.text());
    }
}
