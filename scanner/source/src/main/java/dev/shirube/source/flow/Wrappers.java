package dev.shirube.source.flow;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What functions do for their callers: told at the caller's line, with what that caller gives. */
final class Wrappers {

    /** Wrappers around wrappers that are gone up. */
    private static final int DEEPEST = 4;

    /** What is read by such a row tells by its content alone. */
    private static final String ENCODED = "encoded-key";

    private final Evaluator evaluator;

    Wrappers(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A use of the catalogue that may be of a different kind for each caller of the function around it. */
    sealed interface Use {
        /** What it is part of the file as. */
        Object node();

        /** Where it stands. */
        Place place();

        /** What the catalogue says of it within those calls. */
        List<Sites.Match> at(Sites sites, Spot spot);

        /** Expressions that tell the algorithm. */
        List<Expression> deciding(Sites.Match match);
    }

    /** A call. */
    record Called(Expression.Call call) implements Use {
        @Override
        public Object node() {
            return call;
        }

        @Override
        public Place place() {
            return call.place();
        }

        @Override
        public List<Sites.Match> at(Sites sites, Spot spot) {
            return sites.at(call, spot);
        }

        @Override
        public List<Expression> deciding(Sites.Match match) {
            java.util.Set<String> steps = new HashSet<>();
            for (ApiPoint row : match.rows()) {
                for (var path : List.of(
                        row.shape().deciding(),
                        row.shape().size(),
                        row.shape().curve(),
                        row.shape().digest())) {
                    path.alternatives().forEach(it -> steps.add(it.get(0)));
                }
            }
            List<Expression> deciding = new ArrayList<>();
            int position = 0;
            for (Expression.Argument argument : call.arguments()) {
                String step = argument.name().orElse(Integer.toString(position));
                position += argument.name().isPresent() ? 0 : 1;
                if (steps.contains(step)) {
                    deciding.add(argument.value());
                }
            }
            return deciding;
        }
    }

    /** A member of an object of that type that is set, where the object is made or later. */
    record Set(String type, String member, Expression value, Place place, Object node) implements Use {
        @Override
        public List<Sites.Match> at(Sites sites, Spot spot) {
            return sites.set(type, member, value, place, node, spot).stream().toList();
        }

        @Override
        public List<Expression> deciding(Sites.Match match) {
            return List.of(value);
        }
    }

    /**
     * Finds the callers of the functions around the use, where they decide what it is.
     *
     * @param made takes the use as each of them makes it
     * @param told takes it as it is seen from each of them that knows anything of it
     */
    void of(
            Use use,
            Sites.Match match,
            FileIndex file,
            Consumer<CallSite> made,
            BiConsumer<Sites.Match, CallSite> told) {
        Optional<Function> function = file.functionAround(use.node());
        while (function.isPresent()) {
            if (decides(use, match, function.get(), Spot.open(file))) {
                up(use, new Way(file, function.get(), List.of()), file, made, told);
                return;
            }
            function = file.functionAround(function.get()); // a lambda is given by the function around it
        }
    }

    /** A function whose callers are gone to, and the calls that lead from it to the use, the innermost first. */
    private record Way(FileIndex file, Function function, List<Link> inward) {
        private Way {
            inward = List.copyOf(inward);
        }

        private Way by(Invocations.Caller caller, Function around) {
            return new Way(caller.file(), around, linked(caller));
        }

        private List<Link> linked(Invocations.Caller caller) {
            List<Link> links = new ArrayList<>(inward);
            links.add(new Link(function, caller));
            return links;
        }

        /** Those calls within each other: what an inner one is given is seen with what the outer one gives. */
        private Frame frame(Invocations.Caller caller, Evaluator evaluator) {
            Frame frame = Frame.OPEN;
            List<Link> links = linked(caller);
            for (int i = links.size() - 1; i >= 0; i--) {
                Link link = links.get(i);
                Optional<Value> on = link.on(frame, evaluator);
                frame = frame.call(
                        link.called(), link.by().call().arguments(), link.by().file(), frame, on);
            }
            return frame;
        }
    }

    /** A function, and a call of it. */
    private record Link(Function called, Invocations.Caller by) {
        /** What a function is called on that is written outside of its type. */
        private Optional<Value> on(Frame around, Evaluator evaluator) {
            return called.receiver().isPresent() && by.call().callee() instanceof Expression.Member member
                    ? Optional.of(evaluator.settled(member.object(), new Spot(by.file(), around)))
                    : Optional.empty();
        }
    }

    private void up(Use use, Way way, FileIndex file, Consumer<CallSite> made, BiConsumer<Sites.Match, CallSite> told) {
        Invocations invocations = evaluator.invocations();
        for (Invocations.Caller caller :
                invocations.callers(way.function(), way.file()).calls()) {
            Spot spot = new Spot(file, way.frame(caller, evaluator));
            if (!new Reached(evaluator, spot).mayBe(use.node())) {
                continue;
            }
            Optional<Function> around = caller.file().functionAround(caller.call());
            for (Sites.Match match : use.at(invocations.sites(), spot)) {
                boolean further = way.inward().size() < DEEPEST
                        && around.isPresent()
                        && around.get() != way.function()
                        && decides(use, match, around.get(), spot)
                        && !invocations
                                .callers(around.get(), caller.file())
                                .calls()
                                .isEmpty();
                if (further) {
                    up(use, way.by(caller, around.get()), file, made, told);
                    continue;
                }
                made.accept(match.site());
                if (!isToldThere(use, file, way, caller) && isKnown(use, match, spot)) {
                    told.accept(
                            match, Sites.seenFrom(match.site(), caller.call().place(), caller.call(), caller.file()));
                }
            }
        }
    }

    /** Whether the use stands in the same line, in a lambda that the caller gives to what calls it. */
    private static boolean isToldThere(Use use, FileIndex file, Way way, Invocations.Caller caller) {
        return caller.file() == file
                && use.place().line() == caller.call().place().line()
                && way.linked(caller).get(0).called().name().isEmpty();
    }

    /** Whether anything of that is known there: a caller that does not know it either adds nothing. */
    private boolean isKnown(Use use, Sites.Match match, Spot spot) {
        boolean content = match.rows().stream().allMatch(it -> it.meaning().equals(ENCODED));
        return use.deciding(match).stream()
                .flatMap(it -> evaluator.settled(it, spot).atoms().stream())
                .anyMatch(it -> !content
                        || it instanceof Atom.Constant text && !text.text().isBlank());
    }

    /** Whether what tells the algorithm depends on what the function is given. */
    private boolean decides(Use use, Sites.Match match, Function function, Spot spot) {
        return use.deciding(match).stream().anyMatch(it -> depends(evaluator.settled(it, spot), function));
    }

    private static boolean depends(Value value, Function function) {
        if (value.parameters().contains(function)) {
            return true;
        }
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Elements it && it.values().stream().anyMatch(part -> depends(part, function))) {
                return true;
            } else if (atom instanceof Atom.Entries it
                    && it.values().values().stream().anyMatch(part -> depends(part, function))) {
                return true;
            }
        }
        return false;
    }
}
