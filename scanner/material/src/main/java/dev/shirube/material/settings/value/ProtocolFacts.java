package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.material.settings.value.SettingClaims.Openness;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what one section of a settings file says about one protocol, and makes findings of it. */
public final class ProtocolFacts {

    /** What a section can fix, and what the product's default decides where it does not. */
    public enum Part {
        VERSIONS,
        GROUPS,
        SUITES,
        SCHEMES,
        KEYS
    }

    /** Stands for the protocol where keys are made, and nothing is spoken. */
    private static final String KEYS_ONLY = "keys";

    /** Names of one section that its protocol's finding repeats. */
    private static final int MOST_NAMES = 1_000;

    /** Names that stay open in a section around this one, and are repeated here. */
    private static final int MOST_INHERITED = 20;

    private final SettingClaims claims;
    private final Budget budget;
    private final String protocol;
    private final Versions versions = new Versions();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> classicSuites = new LinkedHashSet<>();
    private final Set<String> suites13 = new LinkedHashSet<>();
    private final Set<String> schemes = new LinkedHashSet<>();
    private final List<String> values = new ArrayList<>();
    private final Map<Part, List<String>> unknown = new EnumMap<>(Part.class);
    private int unknownNames;
    private Part current = Part.KEYS;
    private final List<Finding> algorithms = new ArrayList<>();
    private final Set<String> once = new LinkedHashSet<>();
    private final Set<Part> fixed = EnumSet.noneOf(Part.class);
    private final Map<Part, ProtocolFacts> around = new EnumMap<>(Part.class);
    private Optional<Directive> first = Optional.empty();
    private Optional<Directive> versioned = Optional.empty();
    private Optional<Directive> on = Optional.empty();
    private boolean defaults;
    private String expression = "";

    /** Facts about that protocol; {@code tls}, {@code ssh} or {@code ike}; {@code keys} where none is spoken. */
    public ProtocolFacts(SettingClaims claims, String protocol, Budget budget) {
        this.claims = claims;
        this.budget = budget;
        this.protocol = protocol;
    }

    SettingClaims claims() {
        return claims;
    }

    /** Whether the section says anything at all about the protocol. */
    public boolean any() {
        return first().isPresent();
    }

    /** Whether the section says that the protocol is spoken there, and not only how it would be. */
    public boolean isOn() {
        return on.isPresent();
    }

    /** The directive that says the protocol's versions; else the first that says anything of it. */
    private Directive told() {
        return versioned.or(this::first).orElseThrow();
    }

    /** The first directive that says anything of the protocol. */
    public Optional<Directive> first() {
        return first.isPresent() ? first : on;
    }

    /** Whether the section fixes that part. */
    public boolean fixes(Part part) {
        return fixed.contains(part);
    }

    /** Says that the protocol is spoken there, so that it is told even if nothing else is. */
    public void on(Directive at) {
        on = on.isPresent() ? on : Optional.of(at);
    }

    /** Says that a part is fixed by that directive. */
    void noted(Directive at, Part part) {
        first = first.isPresent() ? first : Optional.of(at);
        if (part == Part.VERSIONS && versioned.isEmpty()) {
            versioned = Optional.of(at);
        }
        fixed.add(part);
        current = part;
    }

    /** Says that the part, which this section does not fix, holds here as it is fixed in that one around it. */
    public void inherit(Part part, ProtocolFacts outer) {
        around.put(part, outer);
    }

    /** Says that keys are told of. */
    void keys() {
        fixed.add(Part.KEYS);
    }

    /** From here on, what is added is the product's default of that version: {@code nginx 1.27.3}. */
    public void defaultsOf(String holds) {
        defaults = true;
        expression = holds;
    }

    void version(String version, String written) {
        versions.add(version, written);
        addValue(written);
    }

    void lowest(String version, String written) {
        versions.lowest(version, written);
        addValue(written);
    }

    void highest(String version, String written) {
        versions.highest(version, written);
        addValue(written);
    }

    /** A name, or a part of the value, that is not decided here. */
    void unknown(String written) {
        if (unknownNames++ < MOST_NAMES) {
            unknown.computeIfAbsent(current, it -> new ArrayList<>()).add(written);
        }
    }

    private void addValue(String written) {
        if (values.size() < MOST_NAMES) {
            values.add(written);
        }
    }

    /** A value that says something, but names no algorithm. */
    void value(String written) {
        addValue(written);
    }

    /** A group; false if the section has it already. */
    boolean group(String name, String written) {
        addValue(written);
        return groups.size() < MOST_NAMES && groups.add(name);
    }

    void suite(String name, boolean tls13, String written) {
        addValue(written);
        if (classicSuites.size() + suites13.size() < MOST_NAMES) {
            (tls13 ? suites13 : classicSuites).add(name);
        }
    }

    void scheme(String name, String written) {
        addValue(written);
        if (schemes.size() < MOST_NAMES) {
            schemes.add(name);
        }
    }

    /** An algorithm that the directive names. */
    void algorithm(Algorithm.Known algorithm, Directive at, CryptoFunction function, String written) {
        if (!budget.take()) {
            return;
        }
        Openness openness = defaults ? Openness.byDefault(written + " (" + expression + ")") : Openness.NONE;
        algorithms.add(claims.algorithm(
                algorithm, at, at.function().orElse(function), defaults ? List.of() : List.of(written), openness));
    }

    /** An algorithm of which the directive leaves a part to what decides elsewhere: the product's default, or a variable. */
    void algorithmInPart(Algorithm.Known algorithm, Directive at, CryptoFunction function, Openness openness) {
        if (budget.take()) {
            algorithms.add(claims.algorithm(algorithm, at, at.function().orElse(function), List.of(), openness));
        }
    }

    /** The same, once for each algorithm of the section. */
    void algorithmOnce(Algorithm.Known algorithm, Directive at, CryptoFunction function, String written) {
        if (once.add(algorithm.identity())) {
            algorithm(algorithm, at, function, written);
        }
    }

    /** A name of an algorithm that nothing is known of. */
    void unresolved(Directive at, CryptoFunction function, String written) {
        if (budget.take()) {
            algorithms.add(
                    claims.unresolved(at, at.function().orElse(function), Openness.of(List.of(), List.of(written))));
        }
    }

    /** What nothing here decides: the default of the product or of its library. */
    public void undecided(Directive at, CryptoFunction function, String what) {
        if (budget.take()) {
            algorithms.add(claims.unresolved(at, function, Openness.elsewhere(what)));
        }
    }

    /** One protocol for each version, and one finding for each algorithm. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(algorithms);
        if (!any() || toldAround() || protocol.equals(KEYS_ONLY) || defaults && versions.noneNamed()) {
            return findings;
        }
        List<String> said = new ArrayList<>(values);
        said.addAll(
                around.containsKey(Part.VERSIONS)
                        ? around.get(Part.VERSIONS).versions.written()
                        : List.of());
        Openness openness = openness(said);
        Set<String> allowed = source(Part.VERSIONS).versions.all();
        ProtocolFacts suites = source(Part.SUITES);
        if (allowed.isEmpty()) {
            List<String> all = new ArrayList<>(suites.suites13);
            all.addAll(suites.classicSuites);
            findings.add(protocol(protocol.equals("ssh") ? Optional.of("2.0") : Optional.empty(), all, said, openness));
        }
        for (String version : allowed) {
            Set<String> fitting = version.equals("1.3") ? suites.suites13 : suites.classicSuites;
            findings.add(protocol(Optional.of(version), List.copyOf(fitting), said, openness));
        }
        return findings;
    }

    /** Whether this section only says that the protocol is spoken: what one around it fixes is told there, once. */
    private boolean toldAround() {
        return first.isEmpty() && !around.isEmpty();
    }

    /** The section that fixes the part for this one. */
    private ProtocolFacts source(Part part) {
        return around.getOrDefault(part, this);
    }

    private Openness openness(List<String> said) {
        if (defaults) {
            return Openness.byDefault(String.join(" ", values) + " (" + expression + ")");
        }
        List<String> open = new ArrayList<>();
        unknown.values().forEach(open::addAll);
        around.forEach((part, outer) -> open.addAll(outer.someUnknown(part)));
        source(Part.VERSIONS).versions.open().ifPresent(open::add);
        boolean silent = said.isEmpty() && open.isEmpty() && around.isEmpty();
        return silent ? Openness.elsewhere(told().name()) : Openness.of(said, open);
    }

    /** What is open of a part, for a section within: no more than is shown, as there may be thousands of those. */
    private List<String> someUnknown(Part part) {
        return unknown.getOrDefault(part, List.of()).stream()
                .limit(MOST_INHERITED)
                .map(SettingClaims::shortened)
                .toList();
    }

    private Finding protocol(Optional<String> version, List<String> suites, List<String> said, Openness openness) {
        return claims.protocol(
                new CryptoAsset.Protocol(
                        protocol,
                        version,
                        suites,
                        List.copyOf(source(Part.GROUPS).groups),
                        List.copyOf(source(Part.SCHEMES).schemes)),
                told(),
                defaults ? List.of() : List.copyOf(said),
                openness);
    }
}
