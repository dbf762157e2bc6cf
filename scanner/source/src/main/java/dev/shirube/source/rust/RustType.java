package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A struct, enumeration, union or trait while it is read, together with what is implemented for it. */
final class RustType {
    private final Syntax node;
    private final Syntax name;
    private final List<Expression> supertypes = new ArrayList<>();
    private final List<TypeDeclaration.EnumConstant> constants = new ArrayList<>();
    private final List<TypeDeclaration.Field> fields = new ArrayList<>();
    private final List<Function> methods = new ArrayList<>();

    RustType(Syntax node, Syntax name) {
        this.node = node;
        this.name = name;
    }

    TypeDeclaration declaration() {
        return new TypeDeclaration(node.placeAt(name), name.text(), supertypes, constants, fields, methods, List.of());
    }

    void read(RustReader reader) {
        Optional<Expression> outer = reader.self;
        reader.self = Optional.of(new Expression.Name(name.place(), name.text()));
        Optional<Syntax> body = node.get("body");
        if (body.isPresent() && body.get().is("ordered_field_declaration_list")) {
            positions(body.get(), reader);
        } else {
            body.ifPresent(it -> it.children().forEach(member -> member(member, reader)));
        }
        reader.self = outer;
    }

    private void positions(Syntax list, RustReader reader) {
        int position = 0;
        for (Syntax type : list.getAll("type")) {
            fields.add(new TypeDeclaration.Field(
                    type.place(),
                    Integer.toString(position++),
                    Optional.of(reader.types.named(type)),
                    Optional.empty(),
                    false));
        }
    }

    void inherit(Expression trait) {
        supertypes.add(trait);
    }

    void method(Function function) {
        methods.add(function);
    }

    /** A field, variant, associated constant or method. */
    void member(Syntax member, RustReader reader) {
        Optional<Syntax> called = member.get("name");
        if (called.isEmpty()) {
            return;
        }
        Optional<Expression> type = member.get("type").map(reader.types::named);
        switch (member.type()) {
            case "field_declaration" ->
                fields.add(new TypeDeclaration.Field(
                        member.placeAt(called.get()), called.get().text(), type, Optional.empty(), false));
            case "const_item" ->
                fields.add(new TypeDeclaration.Field(
                        member.placeAt(called.get()),
                        called.get().text(),
                        type,
                        member.get("value").map(reader.expressions::lower),
                        true));
            case "enum_variant" ->
                constants.add(new TypeDeclaration.EnumConstant(
                        member.placeAt(called.get()),
                        called.get().text(),
                        List.of(),
                        member.get("value").map(reader.expressions::lower)));
            case "function_item", "function_signature_item" ->
                methods.add(reader.functions.declared(member, Optional.empty()));
            default -> {}
        }
    }
}
