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
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Every call of the catalogue in one file, and those that its functions make for their callers. */
final class Collector {

    private static final Set<Expression.Operator> COMPARING =
            Set.of(Expression.Operator.EQUAL, Expression.Operator.NOT_EQUAL);

    private final FileIndex file;
    private final Evaluator evaluator;
    private final Sites sites;
    private final Wrappers wrappers;
    private static final String RECEIVER = "receiver";

    private final List<Found> found = new ArrayList<>();
    private final Set<String> consumed = new HashSet<>();
    private final Set<String> consumedConstants = new HashSet<>();

    /** What came into these sets, in that order. */
    private final List<String> consumptions = new ArrayList<>();

    private final Map<Expression, Boolean> seenAsPart = new IdentityHashMap<>();

    /**
     * A site to be told.
     *
     * @param written the site itself, where a caller of the function around it is told
     * @param part whether it is told only where nothing takes it as an argument
     * @param way which of the ways that are told apart at the same place
     */
    private record Found(CallSite site, CallSite written, boolean part, int way) {}

    Collector(FileIndex file, Evaluator evaluator) {
        this.file = file;
        this.evaluator = evaluator;
        this.sites = evaluator.invocations().sites();
        this.wrappers = new Wrappers(evaluator);
    }

    /** The sites, in the order of the text; those at callers in other files after them. */
    List<CallSite> collect() {
        visit(file.file());
        Map<String, CallSite> kept = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        for (Found one : found) {
            if (!one.part() || !isConsumed(one.written())) {
                kept.putIfAbsent(key(one), one.site());
                told.add(place(one.site()));
            }
        }
        for (Found one : found) { // what takes the part may not depend on the caller, and is not told there
            if (one.site() != one.written() && one.way() == 0 && !told.contains(place(one.site()))) {
                kept.putIfAbsent(key(one), one.site());
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

    private static String key(Found one) {
        return key(one.site()) + one.site().enclosing() + " " + one.way();
    }

    private static String key(CallSite site) {
        if (site.kind() == CallSite.Kind.FIELD || site.kind() == CallSite.Kind.CAST) {
            return site.location() + " " + site.owner() + "#" + site.member() + " " + line(site);
        }
        return place(site) + " " + site.owner() + "#" + site.member();
    }

    private static String place(CallSite site) {
        return site.location() + ":" + line(site) + ":" + site.offset().orElse(0);
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
        } else if (node instanceof Statement.Select select) {
            compared(select.subject());
            for (Statement.Case one : select.cases()) {
                one.labels().forEach(this::compared);
                visit(one.body());
            }
            return;
        } else if (node instanceof Expression.Operation operation && COMPARING.contains(operation.operator())) {
            operation.operands().forEach(this::compared);
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

    /** To ask whether something is a certain constant is no use of that constant. */
    private void compared(Expression operand) {
        if (operand instanceof Expression.Member member) {
            seenAsPart.put(member, true);
            visit(member);
        } else if (operand instanceof Expression.Operation alternatives) {
            alternatives.operands().forEach(this::compared);
        } else if (operand instanceof Expression.Call call && isPart(call)) {
            visitCall(call);
        } else if (!(operand instanceof Expression.Name)) {
            visit(operand);
        }
    }

    private boolean isPart(Expression.Call call) {
        return sites.at(call, Spot.open(file)).stream()
                .flatMap(it -> it.rows().stream())
                .allMatch(it -> it.shape().part());
    }

    private void branch(Statement.Branch branch) {
        visit(branch.condition());
        visitUnless(() -> isCertainly(branch.condition(), false), branch.then());
        visitUnless(() -> isCertainly(branch.condition(), true), branch.otherwise());
    }

    /** The operands up to one that rules out those after it. */
    private void operands(Expression.Operation operation) {
        boolean and = operation.operator() == Expression.Operator.AND;
        boolean ordered = and || operation.operator() == Expression.Operator.OR;
        for (int i = 0; i < operation.operands().size(); i++) {
            List<Expression> before = ordered ? operation.operands().subList(0, i) : List.of();
            visitUnless(
                    () -> before.stream().anyMatch(it -> isCertainly(it, !and)),
                    operation.operands().get(i));
        }
    }

    private void choice(Expression.Conditional choice) {
        choice.condition().ifPresent(it -> visit(it));
        boolean two = choice.outcomes().size() == 2;
        for (int i = 0; i < choice.outcomes().size(); i++) {
            boolean otherwise = i > 0;
            visitUnless(
                    () -> two
                            && choice.condition()
                                    .filter(it -> isCertainly(it, otherwise))
                                    .isPresent(),
                    choice.outcomes().get(i));
        }
    }

    private boolean isCertainly(Expression condition, boolean holds) {
        return evaluator
                .conditions()
                .truth(condition, file)
                .filter(it -> it == holds)
                .isPresent();
    }

    /** Visits code that may never be run: whether it is not is asked only where it holds anything of the catalogue. */
    private void visitUnless(BooleanSupplier dead, Object node) {
        int sites = found.size();
        int uses = consumptions.size();
        visit(node);
        if ((found.size() > sites || consumptions.size() > uses) && dead.getAsBoolean()) {
            found.subList(sites, found.size()).clear();
            List<String> undone = consumptions.subList(uses, consumptions.size());
            undone.forEach(it -> {
                consumed.remove(it);
                consumedConstants.remove(it);
            });
            undone.clear();
        }
    }

    private void consume(Set<String> all, String one) {
        if (all.add(one)) {
            consumptions.add(one);
        }
    }

    private void call(Expression.Call call) {
        Spot spot = Spot.open(file);
        List<Sites.Match> matches = sites.at(call, spot);
        for (Sites.Match match : matches) {
            List<CallSite> byCallers = new ArrayList<>();
            wrappers.of(new Wrappers.Called(call), match, file, byCallers::add, this::add);
            List<CallSite> apart = Together.apart(match.site(), byCallers);
            take(match, apart.isEmpty() ? List.of(match.site()) : apart);
        }
        if (matches.isEmpty() || call.makes()) {
            parts(call, spot);
        }
    }

    /** What an object is made with by name, as setters of its type. */
    private void parts(Expression.Call call, Spot spot) {
        if (call.arguments().stream()
                .noneMatch(it -> it.name().filter(evaluator.known()::isCalled).isPresent())) {
            return;
        }
        for (Atom atom : evaluator.eval(call.callee(), spot).atoms()) {
            if (atom instanceof Atom.Qualified type) {
                for (Expression.Argument argument : call.arguments()) {
                    argument.name()
                            .ifPresent(name -> set(new Wrappers.Set(
                                    type.path(), name, argument.value(), place(argument, call), call)));
                }
            }
        }
    }

    private void set(Wrappers.Set set) {
        set.at(sites, Spot.open(file)).forEach(match -> {
            take(match);
            wrappers.of(set, match, file, made -> {}, this::add);
        });
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
            set(new Wrappers.Set(
                    type, member.name(), assign.value().get(), assign.target().place(), assign));
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
        take(match, List.of(match.site()));
    }

    /** @param ways in which the call is made */
    private void take(Sites.Match match, List<CallSite> ways) {
        for (int i = 0; i < ways.size(); i++) {
            add(match, ways.get(i), i);
        }
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
        add(match, site, 0);
    }

    private void add(Sites.Match match, CallSite site, int way) {
        if (!match.rows().stream().allMatch(it -> it.shape().silent())) {
            boolean part = match.rows().stream().allMatch(it -> it.shape().part());
            found.add(new Found(site, match.site(), part, way));
        }
    }

    private void consume(ArgumentValue value) {
        if (value instanceof ArgumentValue.Produced produced) {
            consume(consumed, key(produced.by()));
            produced.by().named().values().forEach(this::consume); // what was put into its members later
        } else if (value instanceof ArgumentValue.Elements elements) {
            elements.values().forEach(this::consume);
        } else if (value instanceof ArgumentValue.Options options) {
            options.entries().values().forEach(this::consume);
        } else if (value instanceof ArgumentValue.Constants constants) {
            constants.values().forEach(it -> consume(consumedConstants, it));
        }
    }
}
