package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that are no calls to one who follows values: casts of C++, and what the standard library merely hands on. */
final class Values {

    private static final Set<String> CASTS =
            Set.of("static_cast", "dynamic_cast", "reinterpret_cast", "const_cast", "bit_cast");

    /** What gives back its argument, or a text that is the same. */
    private static final Set<String> SAME = Set.of(
            "std.move",
            "std.forward",
            "std.ref",
            "std.cref",
            "std.as_const",
            "std.string",
            "std.wstring",
            "std.string_view",
            "std.unique_ptr",
            "std.shared_ptr",
            "std.optional",
            "std.make_optional",
            "QString",
            "QStringLiteral",
            "QLatin1String",
            "_T",
            "TEXT");

    /** What an object of the standard library is asked for what it holds. */
    private static final Set<String> HELD = Set.of("get", "c_str", "data", "value", "toStdString");

    private static final Set<String> NUMBERS = Set.of(
            "int", "long", "unsigned", "short", "bool", "size_t", "uint32_t", "uint16_t", "int32_t", "std.size_t");

    private static final Set<String> MAKERS =
            Set.of("std.make_unique", "std.make_shared", "make_unique", "make_shared");

    private static final Set<String> TOGETHER =
            Set.of("std.pair", "std.make_pair", "std.tuple", "std.make_tuple", "std.tie");

    private Values() {}

    /** The call, or what it hands on. */
    static Expression called(Place place, Expression callee, List<Argument> arguments, KnownTypes known) {
        String path = known.meant(Names.path(callee));
        List<Expression> values = new ArrayList<>();
        arguments.forEach(it -> values.add(it.value()));
        if (callee instanceof Expression.Generic generic && !generic.arguments().isEmpty()) {
            Expression type = generic.arguments().get(0);
            if (MAKERS.contains(path)) {
                return new Expression.Call(place, type, arguments, true);
            } else if (CASTS.contains(path.substring(path.lastIndexOf('.') + 1)) && values.size() == 1) {
                return new Expression.Cast(place, Optional.of(type), values.get(0));
            }
        }
        if (NUMBERS.contains(path) && values.size() == 1) {
            return new Expression.Cast(place, Optional.of(callee), values.get(0));
        }
        if (TOGETHER.contains(path)) {
            return new Expression.Sequence(place, values);
        } else if (SAME.contains(path) && (values.size() == 1 || path.endsWith("_ptr") && values.size() == 2)) {
            return handedOn(place, values);
        } else if (path.equals("std.to_string") && values.size() == 1) {
            return new Expression.Template(place, values);
        } else if (callee instanceof Expression.Member member && HELD.contains(member.name()) && values.isEmpty()) {
            return new Expression.Cast(place, Optional.empty(), member.object());
        }
        return new Expression.Call(place, callee, arguments, false);
    }

    /** The first of the values; of a smart pointer the second is what frees it. */
    static Expression handedOn(Place place, List<Expression> values) {
        return values.size() == 1
                ? new Expression.Cast(place, Optional.empty(), values.get(0))
                : new Expression.Conditional(
                        place, Optional.of(new Expression.Truth(place, true)), values.subList(0, 2));
    }

    /** Whether a variable of the type holds what it is made of. */
    static boolean isSame(String type) {
        return SAME.contains(type);
    }
}
