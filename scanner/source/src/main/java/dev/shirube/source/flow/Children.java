package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a node of the program model, in the order of the text. */
final class Children {
    private Children() {}

    static List<Object> of(Object node) {
        List<Object> parts = new ArrayList<>();
        if (node instanceof Expression expression) {
            expression(expression, parts);
        } else if (node instanceof Statement statement) {
            statement(statement, parts);
        } else {
            declaration(node, parts);
        }
        return parts;
    }

    private static void expression(Expression node, List<Object> parts) {
        if (node instanceof Expression.Member it) {
            parts.add(it.object());
        } else if (node instanceof Expression.Call it) {
            parts.add(it.callee());
            it.arguments().forEach(argument -> parts.add(argument.value()));
        } else if (node instanceof Expression.Index it) {
            parts.add(it.object());
            parts.add(it.index());
        } else if (node instanceof Expression.Sequence it) {
            parts.addAll(it.elements());
        } else if (node instanceof Expression.Mapping it) {
            it.entries().forEach(entry -> {
                parts.add(entry.key());
                parts.add(entry.value());
            });
        } else if (node instanceof Expression.Spread it) {
            parts.add(it.of());
        } else if (node instanceof Expression.Template it) {
            parts.addAll(it.parts());
        } else if (node instanceof Expression.Operation it) {
            parts.addAll(it.operands());
        } else if (node instanceof Expression.Conditional it) {
            it.condition().ifPresent(parts::add);
            parts.addAll(it.outcomes());
        } else if (node instanceof Expression.Lambda it) {
            parts.add(it.function());
        } else if (node instanceof Expression.Assigned it) {
            parts.add(it.target());
            parts.add(it.value());
        } else if (node instanceof Expression.Generic it) {
            parts.add(it.base());
            parts.addAll(it.arguments());
        } else if (node instanceof Expression.Address it) {
            parts.add(it.of());
        } else if (node instanceof Expression.Cast it) {
            it.type().ifPresent(parts::add);
            parts.add(it.of());
        } else if (node instanceof Expression.Reference it) {
            parts.add(it.callee());
        } else if (node instanceof Expression.Anonymous it) {
            parts.add(it.creation());
            parts.add(it.type());
        } else if (node instanceof Expression.Resolved it) {
            it.value().ifPresent(parts::add);
        } else if (node instanceof Expression.Other it) {
            parts.addAll(it.parts());
        }
    }

    private static void statement(Statement node, List<Object> parts) {
        if (node instanceof Statement.Evaluate it) {
            parts.add(it.expression());
        } else if (node instanceof Statement.Assign it) {
            parts.add(it.target());
            it.type().ifPresent(parts::add);
            it.value().ifPresent(parts::add);
        } else if (node instanceof Statement.Return it) {
            it.value().ifPresent(parts::add);
        } else if (node instanceof Statement.Leave it) {
            parts.addAll(it.parts());
        } else if (node instanceof Statement.Branch it) {
            parts.add(it.condition());
            parts.add(it.then());
            parts.add(it.otherwise());
        } else if (node instanceof Statement.Loop it) {
            it.variable().ifPresent(parts::add);
            it.over().ifPresent(parts::add);
            parts.add(it.head());
            parts.add(it.body());
        } else if (node instanceof Statement.Select it) {
            parts.add(it.subject());
            it.cases().forEach(one -> {
                parts.addAll(one.labels());
                parts.add(one.body());
            });
        } else if (node instanceof Statement.Attempt it) {
            parts.add(it.body());
            parts.addAll(it.handlers());
            parts.add(it.last());
        } else if (node instanceof Statement.Block it) {
            parts.addAll(it.statements());
        } else if (node instanceof Statement.DefineFunction it) {
            parts.add(it.function());
        } else if (node instanceof Statement.DefineType it) {
            parts.add(it.type());
        }
    }

    private static void declaration(Object node, List<Object> parts) {
        if (node instanceof Function it) {
            it.receiver().ifPresent(parts::add);
            for (Function.Parameter parameter : it.parameters()) {
                add(parameter.type(), parts);
                add(parameter.initial(), parts);
                add(parameter.configuration(), parts);
            }
            add(it.result(), parts);
            parts.add(it.body());
        } else if (node instanceof TypeDeclaration it) {
            parts.addAll(it.supertypes());
            for (TypeDeclaration.EnumConstant constant : it.enumerations()) {
                constant.arguments().forEach(argument -> parts.add(argument.value()));
                add(constant.value(), parts);
                constant.body().ifPresent(parts::add);
            }
            for (TypeDeclaration.Field field : it.fields()) {
                add(field.type(), parts);
                add(field.initial(), parts);
                add(field.configuration(), parts);
            }
            parts.addAll(it.methods());
            parts.addAll(it.types());
        } else if (node instanceof ProgramFile it) {
            parts.add(it.body());
            parts.addAll(it.functions());
            parts.addAll(it.types());
        }
    }

    private static void add(Optional<Expression> part, List<Object> parts) {
        part.ifPresent(parts::add);
    }
}
