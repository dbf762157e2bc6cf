package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls, and structs written out. */
final class RustCalls {

    /** Constructors of the standard library whose object is used like what is in it. */
    private static final Set<String> HOLDERS = Set.of(
            "Some",
            "Ok",
            "Box::new",
            "Rc::new",
            "Arc::new",
            "Mutex::new",
            "RwLock::new",
            "RefCell::new",
            "Cow::Borrowed",
            "Cow::Owned",
            "Cow::from");

    /** Methods of the standard library that give their object in another type; the engine knows those of all languages. */
    private static final Set<String> CONVERSIONS = Set.of(
            "parse",
            "try_into",
            "as_bytes",
            "into_bytes",
            "into_boxed_slice",
            "as_mut",
            "borrow",
            "borrow_mut",
            "lock",
            "into_inner",
            "to_string_lossy");

    private final RustReader reader;

    RustCalls(RustReader reader) {
        this.reader = reader;
    }

    Expression call(Syntax node) {
        Optional<Syntax> function = node.get("function");
        if (function.isEmpty()) {
            return reader.expressions.other(node);
        }
        Syntax callee = function.get();
        List<Syntax> given = node.get("arguments").map(Syntax::children).orElse(List.of()).stream()
                .filter(it -> !it.is("attribute_item"))
                .toList();
        if (given.size() == 1 && HOLDERS.contains(callee.text())) {
            return new Expression.Cast(node.place(), Optional.empty(), reader.expressions.lower(given.get(0)));
        }
        Optional<Syntax> converted = given.isEmpty() ? converted(callee) : Optional.empty();
        if (converted.isPresent()) {
            return new Expression.Cast(node.place(), Optional.empty(), reader.expressions.lower(converted.get()));
        }
        Expression called = reader.expressions.lower(callee);
        List<Expression.Argument> arguments = new ArrayList<>();
        boolean tuple = callee.is("identifier") && reader.items.isTuple(callee.text());
        for (int i = 0; i < given.size(); i++) {
            Expression value = reader.expressions.lower(given.get(i));
            arguments.add(
                    tuple ? Expression.Argument.named(Integer.toString(i), value) : Expression.Argument.of(value));
        }
        return new Expression.Call(node.placeAt(calledName(callee)), called, arguments, tuple);
    }

    private static Optional<Syntax> converted(Syntax callee) {
        Syntax method = callee.is("generic_function") ? callee.get("function").orElse(callee) : callee;
        boolean conversion = method.is("field_expression")
                && method.get("field")
                        .filter(it -> CONVERSIONS.contains(it.text()))
                        .isPresent();
        return conversion ? method.get("value") : Optional.empty();
    }

    private static Syntax calledName(Syntax callee) {
        return switch (callee.type()) {
            case "field_expression" -> callee.get("field").orElse(callee);
            case "scoped_identifier" -> callee.get("name").orElse(callee);
            case "generic_function" ->
                callee.get("function").map(RustCalls::calledName).orElse(callee);
            default -> callee;
        };
    }

    /** What is left out is taken from another object; {@code Default::default()} is that of the type itself. */
    Expression struct(Syntax node) {
        Syntax name = node.get("name").orElse(node);
        Expression type = reader.types.named(name);
        List<Expression.Argument> arguments = new ArrayList<>();
        for (Syntax child : node.get("body").map(Syntax::children).orElse(List.of())) {
            if (child.is("field_initializer")) {
                String field = child.get("field").map(Syntax::text).orElse("");
                Expression value =
                        child.get("value").map(reader.expressions::lower).orElseGet(() -> RustReader.nothing(child));
                arguments.add(Expression.Argument.named(field, value));
            } else if (child.is("shorthand_field_initializer")) {
                Syntax field = child.first("identifier").orElse(child);
                arguments.add(Expression.Argument.named(field.text(), reader.types.named(field)));
            } else if (child.is("base_field_initializer")) {
                Expression base = child.text().replaceAll("\\s", "").equals("..Default::default()")
                        ? new Expression.Call(
                                child.place(), new Expression.Member(child.place(), type, "default"), List.of(), false)
                        : reader.expressions.held(child);
                arguments.add(Expression.Argument.of(new Expression.Spread(child.place(), base)));
            } else if (!child.is("attribute_item")) {
                arguments.add(Expression.Argument.of(reader.expressions.lower(child)));
            }
        }
        return new Expression.Call(node.placeAt(name), type, arguments, true);
    }
}
