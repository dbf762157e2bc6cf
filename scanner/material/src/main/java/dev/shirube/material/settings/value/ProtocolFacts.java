package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.material.settings.value.SettingClaims.Openness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
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

    private final SettingClaims claims;
    private final Budget budget;
    private final String protocol;
    private final Set<String> versions = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> classicSuites = new LinkedHashSet<>();
    private final Set<String> suites13 = new LinkedHashSet<>();
    private final Set<String> schemes = new LinkedHashSet<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Finding> algorithms = new ArrayList<>();
    private final Set<String> once = new LinkedHashSet<>();
    private final Set<Part> fixed = EnumSet.noneOf(Part.class);
    private final Bounds bounds = new Bounds();
    private Optional<Directive> first = Optional.empty();
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

    /** The directive that the protocol's finding stands at. */
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
        fixed.add(part);
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
        versions.add(version);
        addValue(written);
    }

    void lowest(String version, String written) {
        bounds.lowest(version);
        addValue(written);
    }

    void highest(String version, String written) {
        bounds.highest(version);
        addValue(written);
    }

    /** A name, or a part of the value, that is not decided here. */
    void unknown(String written) {
        if (unknown.size() < MOST_NAMES) {
            unknown.add(written);
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

    /** A list of what must not be used: told as what the setting does, and never as a use of what it names. */
    void policy(Directive at) {
        algorithms.add(claims.policy(protocol, at));
    }

    /** One protocol for each version, and one finding for each algorithm. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(algorithms);
        if (!any() || protocol.equals(KEYS_ONLY) || defaults && versions.isEmpty()) {
            return findings;
        }
        versions.addAll(bounds.versions());
        if (bounds.open()) {
            unknown.add(bounds.expression());
        }
        if (versions.isEmpty()) {
            List<String> all = new ArrayList<>(suites13);
            all.addAll(classicSuites);
            findings.add(protocol(protocol.equals("ssh") ? Optional.of("2.0") : Optional.empty(), all));
        }
        for (String version : versions) {
            findings.add(protocol(Optional.of(version), List.copyOf(version.equals("1.3") ? suites13 : classicSuites)));
        }
        return findings;
    }

    private Finding protocol(Optional<String> version, List<String> suites) {
        Directive at = first().orElseThrow();
        boolean silent = values.isEmpty() && unknown.isEmpty();
        Openness written = silent ? Openness.elsewhere(at.name()) : Openness.of(values, unknown);
        return claims.protocol(
                new CryptoAsset.Protocol(protocol, version, suites, List.copyOf(groups), List.copyOf(schemes)),
                at,
                defaults ? List.of() : List.copyOf(values),
                defaults ? Openness.byDefault(String.join(" ", values) + " (" + expression + ")") : written);
    }
}
