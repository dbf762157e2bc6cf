package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Assignments to fields by others than the object itself, in the file that declares them: {@code maker.name = "EC"}. */
final class Outside {

    private final Evaluator evaluator;
    private final Map<FileIndex, Map<String, List<Statement.Assign>>> found = new IdentityHashMap<>();

    /** What is assigned. */
    record Written(Expression value) {}

    Outside(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Assignments to a field of that type, of objects that are known or declared to be of it. */
    List<Written> assignments(FileIndex file, TypeDeclaration type, String field) {
        List<Written> written = new ArrayList<>();
        for (Statement.Assign assign :
                found.computeIfAbsent(file, Outside::gathered).getOrDefault(field, List.of())) {
            Expression object = ((Expression.Member) assign.target()).object();
            if (isOf(object, type, Spot.open(file))) {
                assign.value().ifPresent(it -> written.add(new Written(it)));
            }
        }
        return written;
    }

    private boolean isOf(Expression object, TypeDeclaration type, Spot spot) {
        Value value = evaluator.settled(object, spot);
        if (value.isUnknown()) {
            value = evaluator
                    .types()
                    .of(object, spot)
                    .map(it -> evaluator.settle(it, spot.file()))
                    .orElse(value);
        }
        return value.atoms().stream()
                .anyMatch(it -> it instanceof Atom.Instance instance
                                && evaluator.objects().isA(instance, type)
                        || it instanceof Atom.OwnType own && own.type() == type);
    }

    private static Map<String, List<Statement.Assign>> gathered(FileIndex file) {
        Map<String, List<Statement.Assign>> all = new HashMap<>();
        Deque<Object> open = new ArrayDeque<>();
        open.push(file.file());
        while (!open.isEmpty()) {
            Object node = open.pop();
            if (node instanceof Statement.Assign assign
                    && assign.target() instanceof Expression.Member member
                    && !(member.object() instanceof Expression.This)) {
                all.computeIfAbsent(member.name(), it -> new ArrayList<>()).add(assign);
            }
            Children.of(node).forEach(open::push);
        }
        return all;
    }
}
