package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The common model as short text, so that a test can say what a piece of Python must become. */
final class Shown {
    private Shown() {}

    static String of(ProgramFile file) {
        StringBuilder text = new StringBuilder();
        file.imports().forEach(it -> text.append(of(it)).append('\n'));
        file.types().forEach(it -> text.append(of(it)).append('\n'));
        file.functions().forEach(it -> text.append(of(it)).append('\n'));
        file.body().statements().forEach(it -> text.append(of(it)).append('\n'));
        return text.toString();
    }

    private static String of(Import it) {
        return "import " + it.path() + (it.wildcard() ? " *" : " as " + it.name());
    }

    private static String of(TypeDeclaration it) {
        StringBuilder text = new StringBuilder("type " + it.name() + list(it.supertypes()) + " {");
        it.enumerations().forEach(c -> text.append(" enum ").append(c.name()).append(arguments(c.arguments())));
        it.fields()
                .forEach(f -> text.append(" field ")
                        .append(f.name())
                        .append(f.type().map(t -> ": " + of(t)).orElse(""))
                        .append(f.initial().map(v -> " = " + of(v)).orElse("")));
        it.methods().forEach(m -> text.append(' ').append(of(m)));
        it.types().forEach(t -> text.append(' ').append(of(t)));
        return text.append(" }").toString();
    }

    private static String of(Function it) {
        return "def " + it.name()
                + it.parameters().stream()
                        .map(p -> (p.rest() ? "*" : "")
                                + p.name()
                                + p.type().map(t -> ": " + of(t)).orElse("")
                                + p.initial().map(v -> " = " + of(v)).orElse(""))
                        .collect(Collectors.joining(", ", "(", ")"))
                + it.result().map(t -> ": " + of(t)).orElse("") + of(it.body());
    }

    private static String of(Statement it) {
        if (it instanceof Statement.Evaluate one) {
            return of(one.expression());
        } else if (it instanceof Statement.Assign one) {
            return (one.declares() ? "var " : "")
                    + of(one.target())
                    + one.type().map(t -> ": " + of(t)).orElse("")
                    + one.value().map(v -> " = " + of(v)).orElse("");
        } else if (it instanceof Statement.Return one) {
            return "return " + of(one.value());
        } else if (it instanceof Statement.Leave one) {
            return "leave" + list(one.parts());
        } else if (it instanceof Statement.Branch one) {
            return "if " + of(one.condition()) + of(one.then()) + "else" + of(one.otherwise());
        } else if (it instanceof Statement.Loop one) {
            return "for " + of(one.variable()) + " in " + of(one.over()) + of(one.head()) + of(one.body());
        } else if (it instanceof Statement.Select one) {
            return "select " + of(one.subject())
                    + one.cases().stream()
                            .map(c -> " case" + list(c.labels()) + of(c.body()))
                            .collect(Collectors.joining())
                    + (one.exhaustive() ? " always" : "");
        } else if (it instanceof Statement.Attempt one) {
            return "try" + of(one.body())
                    + one.handlers().stream().map(Shown::of).collect(Collectors.joining()) + of(one.last());
        } else if (it instanceof Statement.Block one) {
            return one.statements().stream().map(Shown::of).collect(Collectors.joining("; ", "{", "}"));
        } else if (it instanceof Statement.DefineFunction one) {
            return of(one.function());
        } else if (it instanceof Statement.DefineType one) {
            return of(one.type());
        }
        return of(((Statement.Include) it).imported());
    }

    private static String of(Optional<Expression> it) {
        return it.map(Shown::of).orElse("-");
    }

    private static String list(List<Expression> all) {
        return all.stream().map(Shown::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String arguments(List<Expression.Argument> all) {
        return all.stream()
                .map(it -> it.name().map(n -> n + "=").orElse("") + of(it.value()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String of(Expression it) {
        if (it instanceof Expression.Text one) {
            return "'" + one.value() + "'";
        } else if (it instanceof Expression.Whole one) {
            return Long.toString(one.value());
        } else if (it instanceof Expression.Truth one) {
            return Boolean.toString(one.value());
        } else if (it instanceof Expression.Nothing) {
            return "nothing";
        } else if (it instanceof Expression.Name one) {
            return one.name();
        } else if (it instanceof Expression.This) {
            return "this";
        } else if (it instanceof Expression.Member one) {
            return of(one.object()) + "." + one.name();
        } else if (it instanceof Expression.Call one) {
            return of(one.callee()) + arguments(one.arguments());
        } else if (it instanceof Expression.Index one) {
            return of(one.object()) + "[" + of(one.index()) + "]";
        } else if (it instanceof Expression.Sequence one) {
            return "seq" + list(one.elements());
        } else if (it instanceof Expression.Mapping one) {
            return one.entries().stream()
                    .map(e -> of(e.key()) + ": " + of(e.value()))
                    .collect(Collectors.joining(", ", "map(", ")"));
        }
        return more(it);
    }

    private static String more(Expression it) {
        if (it instanceof Expression.Spread one) {
            return "*" + of(one.of());
        } else if (it instanceof Expression.Template one) {
            return "template" + list(one.parts());
        } else if (it instanceof Expression.Operation one) {
            return one.operator() + list(one.operands());
        } else if (it instanceof Expression.Conditional one) {
            return of(one.condition()) + "?" + list(one.outcomes());
        } else if (it instanceof Expression.Lambda one) {
            return of(one.function());
        } else if (it instanceof Expression.Assigned one) {
            return "(" + of(one.target()) + " = " + of(one.value()) + ")";
        } else if (it instanceof Expression.Generic one) {
            return of(one.base()) + one.arguments().stream().map(Shown::of).collect(Collectors.joining(", ", "<", ">"));
        } else if (it instanceof Expression.Cast one) {
            return "cast(" + of(one.of()) + ")";
        }
        return "other" + list(((Expression.Other) it).parts());
    }
}
