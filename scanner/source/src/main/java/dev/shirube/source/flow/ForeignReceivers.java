package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Trait;
import java.util.Optional;

/**
 * Whether the type that is written for what a member is called on rules out that the call is of the catalogue, or nothing in
 * the unit is called like a type of the catalogue that has such a member. Most members of the catalogue are called like
 * members of many other types, and what they are called on need not be followed into other files to see that.
 */
final class ForeignReceivers {
    private final Evaluator evaluator;
    private final Known known;

    ForeignReceivers(Evaluator evaluator, Known known) {
        this.evaluator = evaluator;
        this.known = known;
    }

    boolean is(Expression.Member called, Spot spot) {
        if (!evaluator.program().language().traits().contains(Trait.TYPES_TELL)) {
            return false;
        }
        Optional<Value> type = evaluator.types().written(called.object(), spot);
        boolean nowhere =
                type.isEmpty() && !evaluator.program().mentionsAny(known.typesBeside(called.name()), spot.file());
        return nowhere
                || type.isPresent()
                        && type.get()
                                .all(it -> it instanceof Atom.Qualified one
                                        && isForeign(one.path(), called.name(), spot.file()));
    }

    private boolean isForeign(String path, String member, FileIndex file) {
        if (known.reaches(path)) {
            return false;
        }
        Optional<String> text = evaluator.program().conventionalText(path, file);
        return text.isPresent()
                ? known.typesWith(member).stream().noneMatch(text.get()::contains) // none of them is a supertype
                : file.imports().stream().anyMatch(it -> !it.wildcard() && isWithin(path, it.path()))
                        && !evaluator.program().mayBeInJar(path);
    }

    private static boolean isWithin(String path, String imported) {
        return path.equals(imported) || path.startsWith(imported + ".");
    }
}
