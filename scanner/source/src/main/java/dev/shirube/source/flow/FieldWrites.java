package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the methods of a type assign to its fields, gathered in one walk. */
final class FieldWrites {
    private final Map<String, List<Written>> writes = new HashMap<>();
    private final Map<String, List<Put>> puts = new HashMap<>();
    private final Set<String> fields = new HashSet<>();

    /** What is assigned to a field, the way into it where it is taken apart, and the function that does it. */
    record Written(Function function, Expression value, List<Reaching.Step> steps) {}

    /**
     * What is put into the collection that a field holds.
     *
     * @param key where it has one that is written out
     */
    record Put(Optional<String> key, Expression value) {}

    FieldWrites(FileIndex file, TypeDeclaration type) {
        type.fields().forEach(it -> fields.add(it.name()));
        for (Function method : type.methods()) {
            gather(method.body(), method);
        }
        for (Function function : file.file().functions()) {
            if (function.receiver()
                    .filter(it -> FileIndex.receiverName(it).equals(type.name()))
                    .isPresent()) {
                gather(function.body(), function);
            }
        }
    }

    /** Assignments to the field of that name. */
    List<Written> of(String field) {
        return writes.getOrDefault(field, List.of());
    }

    /** What methods put into the collection that the field of that name holds. */
    List<Put> into(String field) {
        return puts.getOrDefault(field, List.of());
    }

    private void put(Expression collection, Optional<String> key, Expression value) {
        if (collection instanceof Expression.Member member && member.object() instanceof Expression.This) {
            puts.computeIfAbsent(member.name(), it -> new ArrayList<>()).add(new Put(key, value));
        }
    }

    private void gather(Object node, Function function) {
        if (node instanceof Expression.Call call
                && call.callee() instanceof Expression.Member member
                && Operations.ADDING.contains(member.name())) {
            call.arguments().forEach(it -> put(member.object(), Optional.empty(), it.value()));
        }
        if (node instanceof Statement.Assign assign && assign.value().isPresent()) {
            if (assign.target() instanceof Expression.Index index) {
                boolean written = index.index() instanceof Expression.Text;
                Optional<String> key =
                        written ? Optional.of(((Expression.Text) index.index()).value()) : Optional.empty();
                put(index.object(), key, assign.value().get());
            }
            written(assign.target(), assign, function, List.of());
        }
        Children.of(node).forEach(child -> gather(child, function));
    }

    private void written(Expression target, Statement.Assign assign, Function function, List<Reaching.Step> steps) {
        if (target instanceof Expression.Sequence several) {
            for (int i = 0; i < several.elements().size(); i++) {
                List<Reaching.Step> way = new ArrayList<>(steps);
                way.add(new Reaching.Step(i, ""));
                written(several.elements().get(i), assign, function, List.copyOf(way));
            }
            return;
        }
        field(target, assign, function)
                .ifPresent(name -> writes.computeIfAbsent(name, it -> new ArrayList<>())
                        .add(new Written(function, assign.value().orElseThrow(), steps)));
    }

    private Optional<String> field(Expression target, Statement.Assign assign, Function function) {
        if (target instanceof Expression.Member member && member.object() instanceof Expression.This) {
            return Optional.of(member.name());
        }
        // Where a method sees its type's fields by their names, an assignment to a name it does not declare is one.
        boolean byName = target instanceof Expression.Name name
                && !assign.declares()
                && fields.contains(name.name())
                && function.parameters().stream()
                        .noneMatch(parameter -> parameter.name().equals(name.name()));
        return byName ? Optional.of(((Expression.Name) target).name()) : Optional.empty();
    }
}
