package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.program.TypeDeclaration.EnumConstant;
import dev.shirube.source.program.TypeDeclaration.Field;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classes, structures, unions and enumerations. */
final class Types {
    private final Lowering lowering;

    Types(Lowering lowering) {
        this.lowering = lowering;
    }

    /** The type, if the node declares one with a name and a body. */
    Optional<TypeDeclaration> of(Syntax node) {
        return node.get("name").flatMap(it -> of(node, Names.token(it)));
    }

    /** The same, under that name. */
    Optional<TypeDeclaration> of(Syntax node, Syntax name) {
        boolean type = node.is("class_specifier", "struct_specifier", "union_specifier", "enum_specifier");
        if (!type || node.get("body").isEmpty()) {
            return Optional.empty();
        }
        Members members = new Members(name.text());
        if (node.is("enum_specifier")) {
            members.enumerations.addAll(enumeration(node));
        } else {
            members.addAll(node.get("body").get());
        }
        return Optional.of(new TypeDeclaration(
                name.place(),
                name.text(),
                supertypes(node),
                members.enumerations,
                members.fields,
                members.methods,
                members.types));
    }

    private List<Expression> supertypes(Syntax node) {
        List<Expression> supertypes = new ArrayList<>();
        node.first("base_class_clause")
                .ifPresent(clause -> clause.children().stream()
                        .filter(it -> it.is("type_identifier", "qualified_identifier", "template_type"))
                        .forEach(it -> supertypes.add(lowering.names.of(it))));
        return supertypes;
    }

    /** The constants of an enumeration with their numbers. */
    private List<EnumConstant> enumeration(Syntax node) {
        List<EnumConstant> constants = new ArrayList<>();
        Optional<Long> next = Optional.of(0L);
        for (Syntax constant : enumerators(node.get("body"))) {
            Place place = constant.place();
            Optional<Expression> value = constant.get("value").map(lowering.expressions::of);
            if (value.isPresent()) {
                next = value.get() instanceof Expression.Whole whole ? Optional.of(whole.value()) : Optional.empty();
            } else {
                value = next.map(it -> new Expression.Whole(place, it));
            }
            next = next.map(it -> it + 1);
            String name = constant.get("name").map(Syntax::text).orElse("");
            constants.add(new EnumConstant(place, name, List.of(), value));
        }
        return constants;
    }

    private static List<Syntax> enumerators(Optional<Syntax> body) {
        List<Syntax> found = new ArrayList<>();
        for (Syntax child : body.map(Syntax::children).orElse(List.of())) {
            if (child.is("enumerator")) {
                found.add(child);
            } else if (child.type().startsWith("preproc")) {
                found.addAll(enumerators(Optional.of(child)));
            }
        }
        return found;
    }

    /** The constants of an enumeration that are named without it, as everywhere in C. */
    List<Statement> constants(Syntax node) {
        List<Statement> constants = new ArrayList<>();
        if (!node.is("enum_specifier") || node.has("class") || node.has("struct")) {
            return constants;
        }
        for (EnumConstant constant : enumeration(node)) {
            Expression name = new Expression.Name(constant.place(), constant.name());
            constants.add(new Statement.Assign(constant.place(), name, Optional.empty(), constant.value(), true));
        }
        return constants;
    }

    /** What is found in the body of one type. */
    private final class Members {
        private final String type;
        private final List<EnumConstant> enumerations = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final List<Function> methods = new ArrayList<>();
        private final List<TypeDeclaration> types = new ArrayList<>();

        Members(String type) {
            this.type = type;
        }

        void addAll(Syntax body) {
            body.children().forEach(this::add);
        }

        private void add(Syntax node) {
            switch (node.type()) {
                case "function_definition" -> {
                    if (Functions.hasBody(node)) {
                        methods.add(lowering.functions.of(node, type));
                    }
                }
                case "field_declaration", "declaration" -> field(node);
                case "template_declaration",
                        "preproc_if",
                        "preproc_ifdef",
                        "preproc_elif",
                        "preproc_elifdef",
                        "preproc_else",
                        "ERROR" -> addAll(node);
                case "class_specifier", "struct_specifier", "union_specifier", "enum_specifier" ->
                    of(node).ifPresent(types::add);
                default -> {}
            }
        }

        private void field(Syntax node) {
            Optional<Syntax> type = node.get("type");
            type.flatMap(Types.this::of).ifPresent(types::add);
            if (type.isEmpty()) {
                return;
            }
            boolean anonymous = node.getAll("declarator").isEmpty()
                    && type.get().is("struct_specifier", "union_specifier")
                    && type.get().get("name").isEmpty();
            if (anonymous) {
                type.get().get("body").ifPresent(this::addAll);
            }
            boolean fixed = node.children("type_qualifier").stream()
                    .anyMatch(it -> it.text().equals("const") || it.text().equals("constexpr"));
            for (Syntax declarator : node.getAll("declarator")) {
                Declarator declared = Declarator.of(declarator);
                if (!declared.isFunction()) {
                    fields.add(new Field(
                            declared.target().place(),
                            declared.name(),
                            lowering.names.type(type.get()),
                            initial(node, type.get(), declared),
                            fixed && !declared.pointer()));
                }
            }
        }

        private Optional<Expression> initial(Syntax node, Syntax type, Declarator declared) {
            Optional<Syntax> value = node.get("default_value");
            return value.map(it -> it.is("initializer_list") && !declared.pointer()
                    ? lowering.making.list(node.placeAt(Names.token(type)), it, Optional.of(type), declared.arrays())
                    : lowering.expressions.of(it));
        }
    }
}
