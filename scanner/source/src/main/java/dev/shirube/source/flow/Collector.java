package dev.shirube.source.flow;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.CallSite;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every call of the catalogue in one file, and those that its functions make for their callers. */
final class Collector {

    /** Wrappers around wrappers that are gone up. */
    private static final int DEEPEST = 4;

    private final FileIndex file;
    private final Evaluator evaluator;
    private final Sites sites;
    private static final String RECEIVER = "receiver";

    private final List<Found> found = new ArrayList<>();
    private final Set<String> consumed = new HashSet<>();
    private final Set<String> consumedConstants = new HashSet<>();
    private final Map<Expression, Boolean> seenAsPart = new IdentityHashMap<>();

    /** A site, and whether it is told only where nothing takes it as an argument. */
    private record Found(CallSite site, boolean part) {}

    Collector(FileIndex file, Evaluator evaluator) {
        this.file = file;
        this.evaluator = evaluator;
        this.sites = evaluator.invocations().sites();
    }

    /** The sites, in the order of the text; those at callers in other files after them. */
    List<CallSite> collect() {
        visit(file.file());
        Map<String, CallSite> kept = new LinkedHashMap<>();
        for (Found one : found) {
            if (!one.part() || !isConsumed(one.site())) {
                kept.putIfAbsent(key(one.site()) + one.site().enclosing(), one.site());
            }
        }
        String here = file.file().source().location();
        return kept.values().stream()
                .sorted(Comparator.comparing((CallSite it) -> !it.location().equals(here))
                        .thenComparing(CallSite::location)
                        .thenComparingInt(it -> it.line().orElse(0))
                        .thenComparingInt(it -> it.offset().orElse(0)))
                .toList();
    }

    private static String key(CallSite site) {
        if (site.kind() == CallSite.Kind.FIELD || site.kind() == CallSite.Kind.CAST) {
            return site.location() + " " + site.owner() + "#" + site.member() + " " + line(site);
        }
        return site.location() + ":" + line(site) + ":" + site.offset().orElse(0) + " " + site.owner() + "#"
                + site.member();
    }

    private boolean isConsumed(CallSite site) {
        return site.kind() == CallSite.Kind.FIELD
                ? consumedConstants.contains(site.owner() + "#" + site.member())
                : consumed.contains(key(site));
    }

    private static int line(CallSite site) {
        return site.line().orElse(0);
    }

    private void visit(Object node) {
        if (node instanceof Expression.Call call) {
            call(call);
            visitCall(call);
            return;
        } else if (node instanceof Expression.Member || node instanceof Expression.Name) {
            named((Expression) node);
        } else if (node instanceof Statement.Assign assign) {
            assigned(assign);
            visit(assign.target());
            assign.value().ifPresent(it -> visit(it));
            return;
        } else if (node instanceof Statement.Branch branch) {
            branch(branch);
            return;
        } else if (node instanceof Expression.Conditional choice) {
            choice(choice);
            return;
        } else if (node instanceof Expression.Operation operation) {
            operands(operation);
            return;
        } else if (node instanceof Expression.Cast cast) {
            cast.type().flatMap(type -> sites.cast(cast, type, Spot.open(file))).ifPresent(this::take);
            visit(cast.of());
            return;
        } else if (node instanceof Expression.Reference reference) {
            sites.at(reference, Spot.open(file)).forEach(this::take);
            visitCallee(reference.callee());
            return;
        } else if (node instanceof Expression.Resolved resolved) {
            sites.field(resolved.path(), resolved, file).ifPresent(this::take);
            return;
        } else if (node instanceof Expression.Anonymous object) {
            visit(object.creation());
            visit(object.type());
            return;
        } else if (node instanceof Function function) {
            function.parameters().forEach(it -> it.initial().ifPresent(initial -> visit(initial)));
            visit(function.body());
            return;
        } else if (node instanceof TypeDeclaration declared) {
            members(declared);
            return;
        }
        for (Object child : Children.of(node)) {
            visit(child);
        }
    }

    private void members(TypeDeclaration type) {
        type.enumerations().forEach(it -> {
            it.arguments().forEach(argument -> visit(argument.value()));
            it.value().ifPresent(value -> visit(value));
            it.body().ifPresent(body -> visit(body));
        });
        for (TypeDeclaration.Field field : type.fields()) {
            field.initial().ifPresent(it -> visit(it));
        }
        type.methods().forEach(it -> visit(it));
        type.types().forEach(it -> visit(it));
    }

    /** What is called is no constant that is named; what it is called on may be one. */
    private void visitCall(Expression.Call call) {
        visitCallee(call.callee());
        call.arguments().forEach(it -> visit(it.value()));
    }

    private void visitCallee(Expression called) {
        Expression callee = called;
        while (callee instanceof Expression.Generic generic) {
            generic.arguments().forEach(it -> visit(it));
            callee = generic.base();
        }
        if (callee instanceof Expression.Member member) {
            visit(member.object());
        } else if (!(callee instanceof Expression.Name) && !(callee instanceof Expression.Resolved)) {
            visit(callee);
        }
    }

    private void branch(Statement.Branch branch) {
        visit(branch.condition());
        Optional<Boolean> holds = evaluator.conditions().truth(branch.condition(), file);
        if (holds.isEmpty() || holds.get()) {
            visit(branch.then());
        }
        if (holds.isEmpty() || !holds.get()) {
            visit(branch.otherwise());
        }
    }

    /** The operands up to one that rules out those after it. */
    private void operands(Expression.Operation operation) {
        for (Expression operand : operation.operands()) {
            visit(operand);
            boolean and = operation.operator() == Expression.Operator.AND;
            if (and || operation.operator() == Expression.Operator.OR) {
                Optional<Boolean> holds = evaluator.conditions().truth(operand, file);
                if (holds.isPresent() && holds.get() != and) {
                    return;
                }
            }
        }
    }

    private void choice(Expression.Conditional choice) {
        choice.condition().ifPresent(it -> visit(it));
        Optional<Boolean> holds =
                choice.condition().flatMap(it -> evaluator.conditions().truth(it, file));
        for (int i = 0; i < choice.outcomes().size(); i++) {
            boolean dead = holds.isPresent() && choice.outcomes().size() == 2 && holds.get() != (i == 0);
            if (!dead) {
                visit(choice.outcomes().get(i));
            }
        }
    }

    private void call(Expression.Call call) {
        Spot spot = Spot.open(file);
        List<Sites.Match> matches = sites.at(call, spot);
        for (Sites.Match match : matches) {
            take(match);
            atCallers(call, match);
        }
        if (matches.isEmpty() || call.makes()) {
            parts(call, spot);
        }
    }

    /** What an object is made with by name, as setters of its type. */
    private void parts(Expression.Call call, Spot spot) {
        if (call.arguments().stream().noneMatch(it -> it.name().isPresent())) {
            return;
        }
        for (Atom atom : evaluator.eval(call.callee(), spot).atoms()) {
            if (atom instanceof Atom.Qualified type) {
                for (Expression.Argument argument : call.arguments()) {
                    argument.name()
                            .flatMap(name ->
                                    sites.set(type.path(), name, argument.value(), place(argument, call), call, spot))
                            .ifPresent(this::take);
                }
            }
        }
    }

    private static Place place(Expression.Argument argument, Expression.Call call) {
        Place place = argument.value().place();
        return place.line() > 0 ? place : call.place();
    }

    private void assigned(Statement.Assign assign) {
        if (!(assign.target() instanceof Expression.Member member)
                || assign.value().isEmpty()
                || !evaluator.known().isCalled(member.name())) {
            return;
        }
        Spot spot = Spot.open(file);
        List<String> types = new ArrayList<>();
        for (Atom atom : evaluator.eval(member.object(), spot).atoms()) {
            if (atom instanceof Atom.Made made && !made.type().isEmpty()) {
                types.add(made.type());
            } else if (atom instanceof Atom.Qualified qualified) {
                types.add(qualified.path());
            }
        }
        if (types.isEmpty()) {
            evaluator
                    .types()
                    .of(member.object(), spot)
                    .ifPresent(type -> type.atoms().forEach(atom -> {
                        if (atom instanceof Atom.Qualified qualified) {
                            types.add(qualified.path());
                        }
                    }));
        }
        for (String type : types) {
            sites.set(type, member.name(), assign.value().get(), assign.target().place(), assign, spot)
                    .ifPresent(this::take);
        }
    }

    /** A constant of the catalogue that is named: as a part of something it is told with that. */
    private void named(Expression expression) {
        if (seenAsPart.containsKey(expression)) {
            return;
        }
        for (Expression at = expression; at instanceof Expression.Member member; at = member.object()) {
            seenAsPart.put(member.object(), true);
        }
        if (!mayBeConstant(expression)) {
            return;
        }
        for (Atom atom : evaluator.eval(expression, Spot.open(file)).atoms()) {
            if (atom instanceof Atom.Qualified qualified && isWritten(expression, qualified)) {
                sites.field(qualified.path(), expression, file).ifPresent(this::take);
            }
        }
    }

    /** Whether a row has a constant of that name: most names are followed for nothing otherwise. */
    private boolean mayBeConstant(Expression expression) {
        if (expression instanceof Expression.Member member) {
            return evaluator.known().isField(member.name());
        }
        String name = ((Expression.Name) expression).name();
        Names.Binding binding = evaluator.binding(name, expression, file);
        return binding instanceof Names.Binding.Imported it
                ? evaluator.known().isField(new Atom.Qualified(it.path()).member())
                : binding instanceof Names.Binding.Free && evaluator.known().isField(name);
    }

    /** Whether the name is none that the file gives a value. */
    private boolean isFree(Expression.Name name) {
        Names.Binding binding = evaluator.binding(name.name(), name, file);
        return binding instanceof Names.Binding.Imported || binding instanceof Names.Binding.Free;
    }

    /** Whether the constant stands there itself, and not a member that it was put into. */
    private static boolean isWritten(Expression expression, Atom.Qualified constant) {
        return !(expression instanceof Expression.Member member)
                || member.name().equals(constant.member());
    }

    private void take(Sites.Match match) {
        add(match, match.site());
        match.site().arguments().forEach(this::consume);
        match.site().named().values().forEach(this::consume);
        if (match.rows().stream().anyMatch(Collector::tellsOfReceiver)) {
            consume(match.site().receiver());
        }
    }

    /** Whether the row completes what it says by the object that the call is made on. */
    private static boolean tellsOfReceiver(ApiPoint row) {
        return List.of(
                        row.shape().deciding(),
                        row.shape().size(),
                        row.shape().curve(),
                        row.shape().key(),
                        row.shape().object())
                .stream()
                .flatMap(it -> it.alternatives().stream())
                .anyMatch(it -> it.get(0).equals(RECEIVER));
    }

    private void add(Sites.Match match, CallSite site) {
        if (!match.rows().stream().allMatch(it -> it.shape().silent())) {
            boolean part = match.rows().stream().allMatch(it -> it.shape().part());
            found.add(new Found(site, part));
        }
    }

    private void consume(ArgumentValue value) {
        if (value instanceof ArgumentValue.Produced produced) {
            consumed.add(key(produced.by()));
        } else if (value instanceof ArgumentValue.Elements elements) {
            elements.values().forEach(this::consume);
        } else if (value instanceof ArgumentValue.Options options) {
            options.entries().values().forEach(this::consume);
        } else if (value instanceof ArgumentValue.Constants constants) {
            consumedConstants.addAll(constants.values());
        }
    }

    /** The call as made by the callers of the function around it, where they decide what it is. */
    private void atCallers(Expression.Call call, Sites.Match match) {
        Optional<Function> function = file.functionAround(call);
        while (function.isPresent()) {
            if (decides(call, match, function.get(), Spot.open(file))) {
                up(call, new Way(file, function.get(), List.of()));
                return;
            }
            function = file.functionAround(function.get()); // a lambda is given by the function around it
        }
    }

    /** A function whose callers are gone to, and the calls that lead from it to the site, the innermost first. */
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
        private Frame frame(Invocations.Caller caller) {
            Frame frame = Frame.OPEN;
            List<Link> links = linked(caller);
            for (int i = links.size() - 1; i >= 0; i--) {
                Link link = links.get(i);
                frame = frame.call(
                        link.called(), link.by().call().arguments(), link.by().file(), frame, Optional.empty());
            }
            return frame;
        }
    }

    /** A function, and a call of it. */
    private record Link(Function called, Invocations.Caller by) {}

    private void up(Expression.Call call, Way way) {
        for (Invocations.Caller caller :
                evaluator.invocations().callers(way.function(), way.file()).calls()) {
            Spot spot = new Spot(file, way.frame(caller));
            if (!new Reached(evaluator, spot).mayBe(call)) {
                continue;
            }
            Optional<Function> around = caller.file().functionAround(caller.call());
            for (Sites.Match match : sites.at(call, spot)) {
                boolean further = way.inward().size() < DEEPEST
                        && around.isPresent()
                        && around.get() != way.function()
                        && decides(call, match, around.get(), spot)
                        && !evaluator
                                .invocations()
                                .callers(around.get(), caller.file())
                                .calls()
                                .isEmpty();
                if (further) {
                    up(call, way.by(caller, around.get()));
                } else {
                    CallSite seen = Sites.seenFrom(match.site(), caller.call().place(), caller.call(), caller.file());
                    add(match, seen);
                }
            }
        }
    }

    /** Whether what tells the algorithm depends on what the function is given. */
    private boolean decides(Expression.Call call, Sites.Match match, Function function, Spot spot) {
        for (ApiPoint row : match.rows()) {
            Set<String> steps = new HashSet<>();
            for (var path : List.of(
                    row.shape().deciding(),
                    row.shape().size(),
                    row.shape().curve(),
                    row.shape().digest())) {
                path.alternatives().forEach(it -> steps.add(it.get(0)));
            }
            int position = 0;
            for (Expression.Argument argument : call.arguments()) {
                String step = argument.name().orElse(Integer.toString(position));
                position += argument.name().isPresent() ? 0 : 1;
                if (steps.contains(step) && depends(evaluator.settled(argument.value(), spot), function, spot)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean depends(Value value, Function function, Spot spot) {
        if (value.parameters().contains(function)) {
            return true;
        }
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Elements it
                    && it.values().stream().anyMatch(part -> depends(part, function, spot))) {
                return true;
            } else if (atom instanceof Atom.Entries it
                    && it.values().values().stream().anyMatch(part -> depends(part, function, spot))) {
                return true;
            }
        }
        return false;
    }
}
