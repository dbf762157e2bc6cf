package dev.shirube.source.flow;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.SiteUnion;
import dev.shirube.domain.OpenReason;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Values as the catalogue reads them. */
final class Arguments {

    /** Of {@code org.apache.hc.core5.http.ssl} those that name the library. */
    private static final int LIBRARY_PARTS = 3;

    private static final int LONGEST_EXPRESSION = 120;

    private final Evaluator evaluator;

    Arguments(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What the expression is there, or how it is written. */
    ArgumentValue of(Expression expression, Spot spot) {
        Value value = evaluator.settled(expression, spot);
        return of(value, written(expression, spot.file().file()), spot);
    }

    /** The same of a value that was followed already. */
    ArgumentValue of(Value value, String written, Spot spot) {
        List<String> constants = new ArrayList<>();
        List<ArgumentValue> others = new ArrayList<>();
        boolean foreign = false;
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Nothing && value.atoms().size() > 1) {
                continue; // what is called with nothing fails before it does anything
            }
            if (atom instanceof Atom.Constant it) {
                constants.add(it.text());
            } else if (atom instanceof Atom.Qualified it && isConstant(it)) {
                constants.add(symbol(it));
            } else {
                Optional<ArgumentValue> other = other(atom, value, spot);
                other.ifPresent(others::add);
                foreign |= other.isEmpty();
            }
        }
        String open = foreign && value.open().isEmpty() ? OpenReason.OBJECT.id() : value.open();
        if (!constants.isEmpty()) {
            ArgumentValue known = new ArgumentValue.Constants(constants, value.resolution(), value.hops(), open);
            if (others.isEmpty()) {
                return known;
            }
            others.add(0, known);
        }
        return others.isEmpty() ? new ArgumentValue.Expression(written, reason(value, open)) : together(others);
    }

    private static String reason(Value value, String open) {
        boolean nothing = value.all(Atom.Nothing.class::isInstance);
        return nothing ? OpenReason.NULL.id() : open.isEmpty() ? OpenReason.UNKNOWN.id() : open;
    }

    private static ArgumentValue together(List<ArgumentValue> values) {
        ArgumentValue all = values.get(0);
        for (ArgumentValue value : values.subList(1, values.size())) {
            Optional<ArgumentValue> union = SiteUnion.of(all, value);
            if (union.isEmpty()) {
                return new ArgumentValue.Elements(values);
            }
            all = union.get();
        }
        return all;
    }

    private Optional<ArgumentValue> other(Atom atom, Value value, Spot spot) {
        if (atom instanceof Atom.Elements it) {
            return Optional.of(new ArgumentValue.Elements(it.values().stream()
                    .map(element -> of(settle(element, value, spot), "", spot))
                    .toList()));
        } else if (atom instanceof Atom.Entries it) {
            TreeMap<String, ArgumentValue> entries = new TreeMap<>();
            it.values().forEach((name, entry) -> entries.put(name, of(settle(entry, value, spot), "", spot)));
            if (it.more()) {
                entries.put(CallSite.MORE_ARGUMENTS, ArgumentValue.UNKNOWN);
            }
            return Optional.of(new ArgumentValue.Options(entries));
        } else if (atom instanceof Atom.Made it) {
            return Optional.of(new ArgumentValue.Produced(it.site()));
        } else if (atom instanceof Atom.OwnFunction it) {
            return options(it);
        } else if (atom instanceof Atom.Instance it && it.constant().isPresent()) {
            return it.constant().get().value().map(constant -> of(constant, Spot.open(it.file())));
        }
        return Optional.empty();
    }

    /** Of a function without a name that is given to make options, those: {@code useFactory: () => ({…})}. */
    private Optional<ArgumentValue> options(Atom.OwnFunction own) {
        List<Statement> body = own.function().body().statements();
        return own.function().name().isEmpty()
                        && !body.isEmpty()
                        && body.get(body.size() - 1) instanceof Statement.Return last
                        && last.value()
                                .filter(Expression.Mapping.class::isInstance)
                                .isPresent()
                ? Optional.of(of(last.value().get(), new Spot(own.file(), own.frame())))
                : Optional.empty();
    }

    private Value settle(Value part, Value whole, Spot spot) {
        Value settled = evaluator.settle(part, spot.file());
        return settled.isUnknown()
                ? settled
                : new Value(
                        settled.atoms(),
                        settled.open(),
                        Value.weaker(settled.resolution(), whole.resolution()),
                        settled.hops() + whole.hops(),
                        settled.parameters());
    }

    /** Whether a name that nothing in the unit declares can be a constant of a library of the catalogue. */
    private boolean isConstant(Atom.Qualified name) {
        Known known = evaluator.known();
        if (evaluator.program().language().resolves()) {
            return known.isOwner(name.owner()) || known.isSymbol(name.member()) && isOfLibrary(name.owner());
        }
        boolean ofOwner = !name.owner().isEmpty() && known.isOwner(name.owner());
        return ofOwner || known.isSymbol(name.member()) || known.reaches(name.path());
    }

    /** Whether the catalogue has something of the type's library, as the first parts of its package tell. */
    private boolean isOfLibrary(String type) {
        int end = type.lastIndexOf('.');
        int parts = 0;
        for (int dot = type.indexOf('.'); dot > 0 && dot < end; dot = type.indexOf('.', dot + 1)) {
            if (++parts == LIBRARY_PARTS) {
                end = dot;
            }
        }
        return end > 0 && evaluator.known().reaches(type.substring(0, end));
    }

    private String symbol(Atom.Qualified name) {
        String canonical = evaluator.known().canonical(name.path());
        int dot = canonical.lastIndexOf('.');
        return dot < 0
                ? "#" + canonical
                : evaluator.known().owner(canonical.substring(0, dot)) + "#" + canonical.substring(dot + 1);
    }

    /** The expression as written, unless it holds a text or an array: those may be a secret. */
    static String written(Expression expression, ProgramFile file) {
        String text = file.written(expression.place()).strip().replaceAll("\\s+", " ");
        boolean quoted =
                text.indexOf('"') >= 0 || text.indexOf('\'') >= 0 || text.indexOf('`') >= 0 || text.indexOf('{') >= 0;
        if (quoted) {
            return expression instanceof Expression.Call call ? written(call.callee(), file) + "(…)" : "";
        }
        return text.length() <= LONGEST_EXPRESSION ? text : text.substring(0, LONGEST_EXPRESSION) + "…";
    }
}
