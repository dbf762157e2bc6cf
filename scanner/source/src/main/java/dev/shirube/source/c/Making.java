package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Objects that are made: constructions, and lists in braces, which are arrays, structures or single values. */
final class Making {

    private static final Set<String> COLLECTIONS = Set.of(
            "std.vector",
            "std.array",
            "std.list",
            "std.deque",
            "std.set",
            "std.unordered_set",
            "std.initializer_list",
            "std.span",
            "vector",
            "QList",
            "QStringList",
            "QVector");

    private static final Set<String> DICTIONARIES = Set.of("std.map", "std.unordered_map", "map", "QMap", "QHash");

    private static final Set<String> PAIRS = Set.of("std.pair", "std.tuple");

    private final Lowering lowering;

    Making(Lowering lowering) {
        this.lowering = lowering;
    }

    /** {@code (T) {...}} and {@code T{...}}. */
    Expression literal(Syntax node) {
        Optional<Syntax> type = node.get("type");
        Optional<Syntax> list = node.get("value");
        if (type.isEmpty() || list.isEmpty()) {
            return lowering.expressions.other(node);
        }
        Syntax descriptor = type.get();
        boolean array = descriptor.first("abstract_array_declarator").isPresent();
        Syntax inner = descriptor.is("type_descriptor") ? descriptor.get("type").orElse(descriptor) : descriptor;
        return list(node.placeAt(Names.token(inner)), list.get(), Optional.of(inner), array ? 1 : 0);
    }

    /** {@code new T(...)}. */
    Expression made(Syntax node) {
        Optional<Syntax> type = node.get("type");
        if (type.isEmpty() || node.get("declarator").isPresent()) {
            return lowering.expressions.other(node);
        }
        Place place = node.placeAt(Names.token(type.get()));
        Optional<Syntax> arguments = node.get("arguments");
        return arguments.isEmpty()
                ? new Expression.Call(place, lowering.names.of(type.get()), List.of(), true)
                : of(place, type.get(), arguments.get());
    }

    /** A variable of the type that is only declared: in C++ an object, in C a structure whose members are set later. */
    Expression unset(Place place, Syntax type) {
        String name = Names.simple(type);
        if (lowering.known.isPlain(name)) {
            List<KnownTypes.Field> fields = lowering.known.fields(name).orElse(List.of());
            return mapping(place, defaults(List.of(), fields));
        } else if (lowering.cpp || lowering.known.fields(name).isPresent()) {
            return new Expression.Call(place, lowering.names.of(type), List.of(), true);
        }
        Expression unknown = new Expression.Spread(place, new Expression.Other(place, List.of()));
        return new Expression.Mapping(place, List.of(new Expression.Entry(unknown, unknown)));
    }

    /** An object of the type, made of the arguments in parentheses or braces. */
    Expression of(Place place, Syntax type, Syntax arguments) {
        if (arguments.is("initializer_list")) {
            return list(place, arguments, Optional.of(type), 0);
        }
        List<Argument> values = lowering.expressions.arguments(arguments);
        return of(place, type, values);
    }

    /** An object of the type, made of these. */
    Expression of(Place place, Syntax type, List<Argument> arguments) {
        List<Expression> values = arguments.stream().map(Argument::value).toList();
        Expression name = lowering.names.of(type);
        String path = lowering.known.meant(Names.path(name));
        boolean same = Values.isSame(path) && (values.size() == 1 || values.size() == 2 && path.endsWith("_ptr"));
        if (same || values.size() == 1 && lowering.known.isScalar(type)) {
            return Values.handedOn(place, values);
        } else if (PAIRS.contains(path)) {
            return new Expression.Sequence(place, values);
        } else if (lowering.known.isScalar(type) || Values.isSame(path)) {
            return new Expression.Other(place, values);
        }
        return new Expression.Call(place, name, arguments, true);
    }

    /** A list in braces of that type, with so many brackets behind it; without a type a list or dictionary. */
    Expression list(Syntax list, Optional<Syntax> type, int arrays) {
        return list(list.place(), list, type, arrays);
    }

    /** The same, found at that place. */
    Expression list(Place place, Syntax list, Optional<Syntax> type, int arrays) {
        List<Syntax> elements = list.children();
        if (arrays > 0) {
            return sequence(place, elements, type, arrays - 1);
        }
        boolean named = !elements.isEmpty()
                && elements.stream().allMatch(it -> field(it).isPresent());
        if (type.isEmpty()) {
            return named
                    ? mapping(place, members(elements, List.of()))
                    : sequence(place, elements, Optional.empty(), 0);
        }
        Syntax made = type.get();
        String path = lowering.known.meant(Names.path(lowering.names.of(made)));
        if (COLLECTIONS.contains(path)) {
            return sequence(place, elements, Optional.empty(), 0);
        } else if (DICTIONARIES.contains(path)) {
            return dictionary(place, elements);
        }
        boolean anonymous = made.is("struct_specifier", "union_specifier")
                && made.get("name").isEmpty();
        List<KnownTypes.Field> fields = anonymous
                ? KnownTypes.fields(made)
                : lowering.known.fields(Names.simple(made)).orElse(List.of());
        if (named || !fields.isEmpty() && elements.size() > 0 && !made.is("class_specifier")) {
            List<Argument> arguments = members(elements, fields);
            return anonymous || lowering.known.isPlain(Names.simple(made))
                    ? mapping(place, defaults(arguments, fields))
                    : new Expression.Call(place, lowering.names.of(made), arguments, true);
        }
        List<Argument> arguments = new ArrayList<>();
        elements.forEach(it -> arguments.add(Argument.of(lowering.expressions.of(it))));
        return of(place, made, arguments);
    }

    private Expression sequence(Place place, List<Syntax> elements, Optional<Syntax> type, int arrays) {
        List<Expression> values = new ArrayList<>();
        elements.forEach(it -> values.add(value(it, type, arrays)));
        return new Expression.Sequence(place, values);
    }

    private Expression value(Syntax element, Optional<Syntax> type, int arrays) {
        Syntax value = element.is("initializer_pair") ? element.get("value").orElse(element) : element;
        if (value.is("initializer_list")) {
            return list(value, type, arrays);
        }
        return value.is("initializer_pair") ? lowering.expressions.other(value) : lowering.expressions.of(value);
    }

    /** The member that a designated initialiser sets. */
    private static Optional<String> field(Syntax element) {
        return element.is("initializer_pair")
                ? element.get("designator")
                        .flatMap(it -> it.first("field_identifier"))
                        .map(Syntax::text)
                : Optional.empty();
    }

    private List<Argument> members(List<Syntax> elements, List<KnownTypes.Field> fields) {
        List<Argument> arguments = new ArrayList<>();
        int next = 0;
        for (Syntax element : elements) {
            Optional<String> name = field(element);
            for (int i = 0; i < fields.size() && name.isPresent(); i++) {
                next = fields.get(i).name().equals(name.get()) ? i : next;
            }
            boolean known = next < fields.size()
                    && (name.isEmpty() || fields.get(next).name().equals(name.get()));
            Optional<Syntax> type = known ? fields.get(next).type() : Optional.empty();
            Expression value = value(element, type, known ? fields.get(next).arrays() : 0);
            if (name.isPresent()) {
                arguments.add(Argument.named(name.get(), value));
            } else {
                arguments.add(known ? Argument.named(fields.get(next).name(), value) : Argument.of(value));
            }
            next++;
        }
        return arguments;
    }

    /** The members, and those that have a value although none is given. */
    private List<Argument> defaults(List<Argument> given, List<KnownTypes.Field> fields) {
        List<Argument> all = new ArrayList<>(given);
        for (KnownTypes.Field field : fields) {
            boolean missing = given.stream().noneMatch(it -> it.name().equals(Optional.of(field.name())));
            if (missing && field.initial().isPresent()) {
                Expression initial = lowering.expressions.of(field.initial().get());
                all.add(Argument.named(field.name(), initial));
            }
        }
        return all;
    }

    private static Expression mapping(Place place, List<Argument> members) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (Argument member : members) {
            Expression key =
                    new Expression.Text(member.value().place(), member.name().orElse(""));
            entries.add(new Expression.Entry(key, member.value()));
        }
        return new Expression.Mapping(place, entries);
    }

    /** Pairs in braces. */
    private Expression dictionary(Place place, List<Syntax> elements) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (Syntax element : elements) {
            List<Syntax> pair = element.is("initializer_list") ? element.children() : List.of();
            if (pair.size() != 2) {
                return sequence(place, elements, Optional.empty(), 0);
            }
            entries.add(
                    new Expression.Entry(lowering.expressions.of(pair.get(0)), lowering.expressions.of(pair.get(1))));
        }
        return new Expression.Mapping(place, entries);
    }
}
