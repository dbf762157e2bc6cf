package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.program.TypeDeclaration.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Methods that are written outside their type, put back into it. Where the type is declared in a header, the file has a
 * part of it: its methods here, and the members that they set.
 */
final class OutsideMembers {
    private final Map<String, List<Function>> byType = new LinkedHashMap<>();

    /** Takes the function, if it belongs to a type. */
    boolean take(Function function) {
        if (function.receiver().isEmpty()) {
            return false;
        }
        String type = Names.path(function.receiver().get());
        byType.computeIfAbsent(type, it -> new ArrayList<>())
                .add(new Function(
                        function.place(), function.name(), function.parameters(), function.result(), function.body()));
        return true;
    }

    /** The types with these methods. */
    List<TypeDeclaration> into(List<TypeDeclaration> types) {
        List<TypeDeclaration> all = new ArrayList<>();
        types.forEach(it -> all.add(whole(it)));
        byType.forEach((name, methods) -> all.add(new TypeDeclaration(
                methods.get(0).place(), name, List.of(), List.of(), fields(methods), methods, List.of())));
        return all;
    }

    private TypeDeclaration whole(TypeDeclaration type) {
        List<Function> methods = new ArrayList<>(type.methods());
        Optional.ofNullable(byType.remove(type.name())).ifPresent(methods::addAll);
        List<TypeDeclaration> inner = new ArrayList<>();
        type.types().forEach(it -> inner.add(whole(it)));
        return new TypeDeclaration(
                type.place(), type.name(), type.supertypes(), type.enumerations(), type.fields(), methods, inner);
    }

    private static List<Field> fields(List<Function> methods) {
        Map<String, Field> fields = new LinkedHashMap<>();
        methods.forEach(it -> collect(it.body(), fields));
        return List.copyOf(fields.values());
    }

    private static void collect(Statement.Block block, Map<String, Field> fields) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Assign assign
                    && assign.target() instanceof Expression.Member member
                    && member.object() instanceof Expression.This) {
                fields.putIfAbsent(
                        member.name(),
                        new Field(member.place(), member.name(), Optional.empty(), Optional.empty(), false));
            }
        }
    }
}
