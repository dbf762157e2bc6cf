package dev.shirube.source.program;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The model of a program as short text, without places: what a test of a language compares. */
public final class ProgramText {

    private ProgramText() {}

    /** A part of the model: {@code Call(Member(Name(RSA), Create), [Whole(2048)])}; what is left out or false is not told. */
    public static String of(Object part) {
        if (part instanceof Optional<?> optional) {
            return optional.map(ProgramText::of).orElse("");
        } else if (part instanceof Collection<?> collection) {
            return collection.stream().map(ProgramText::of).collect(Collectors.joining(", ", "[", "]"));
        } else if (part instanceof Statement.Block block) {
            return block.statements().stream().map(ProgramText::of).collect(Collectors.joining("; ", "{", "}"));
        } else if (part instanceof Statement.Evaluate evaluate) {
            return of(evaluate.expression());
        } else if (part instanceof Expression.Argument argument) {
            return argument.name().map(it -> it + ": ").orElse("") + of(argument.value());
        } else if (part instanceof Expression.Name name) {
            return name.name();
        } else if (part instanceof Expression.Member member) {
            return of(member.object()) + "." + member.name();
        } else if (part instanceof Expression.Text text) {
            return '"' + text.value() + '"';
        } else if (part instanceof Expression.Whole whole) {
            return Long.toString(whole.value());
        } else if (part instanceof Expression.Call call) {
            return (call.makes() ? "new " : "")
                    + of(call.callee())
                    + call.arguments().stream().map(ProgramText::of).collect(Collectors.joining(", ", "(", ")"));
        } else if (part instanceof Record record) {
            return record.getClass().getSimpleName()
                    + Stream.of(record.getClass().getRecordComponents())
                            .filter(it -> it.getType() != Place.class)
                            .map(it -> of(value(record, it)))
                            .filter(it -> !it.isEmpty())
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        return Boolean.FALSE.equals(part) ? "" : part.toString();
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
