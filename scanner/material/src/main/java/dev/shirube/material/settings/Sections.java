package dev.shirube.material.settings;

import dev.shirube.domain.Finding;
import dev.shirube.material.settings.syntax.Block;
import dev.shirube.material.settings.syntax.Entry;
import dev.shirube.material.settings.table.Default;
import dev.shirube.material.settings.table.Product;
import dev.shirube.material.settings.table.Product.Match;
import dev.shirube.material.settings.table.Row;
import dev.shirube.material.settings.value.Budget;
import dev.shirube.material.settings.value.Directive;
import dev.shirube.material.settings.value.ProtocolFacts;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import dev.shirube.material.settings.value.SettingClaims;
import dev.shirube.material.settings.value.ValueLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sections of one file, each with what it says; and what holds in them by default. */
final class Sections {

    /** More sections than any settings file of practice has. */
    private static final int MOST = 5_000;

    /** What belongs together: a section, what it is about, and what the rows leave open of the path. */
    private record Key(int section, String scope, String protocol, String open) {}

    /** The facts of a section, and the block in which they were found first. */
    private record Section(Block block, ProtocolFacts facts) {}

    private final Product product;
    private final SettingClaims claims;
    private final Budget budget = new Budget();
    private final Map<Key, Section> sections = new LinkedHashMap<>();
    private boolean includes;

    Sections(Product product, SettingClaims claims) {
        this.product = product;
        this.claims = claims;
    }

    /** Says that more settings stand in another file. */
    void included(boolean more) {
        includes |= more;
    }

    /** Reads what a row says of an entry; false if it is not about that value. */
    boolean read(String shown, Entry entry, Match match, Siblings siblings) {
        Row row = match.row();
        if (row.lacks().stream().anyMatch(it -> siblings.beside(entry, it).isPresent())) {
            return false;
        }
        Optional<List<String>> words = row.words(entry.words());
        // Key material in a value is read by other detectors, and must not reach a report from here.
        if (words.isEmpty() || words.get().stream().anyMatch(it -> it.contains("-----"))) {
            return false;
        }
        Directive directive = new Directive(
                shown,
                words.get(),
                entry.line(),
                row.function(),
                row.with().flatMap(it -> siblings.beside(entry, it)),
                row.parameter());
        row.meaning().read(directive, facts(entry.block(), row.scope(), row.protocol(), open(match)));
        return row.meaning() != ValueLanguage.TELLING;
    }

    /** Where blocks inherit, they alone tell what belongs together. */
    private String open(Match match) {
        return product.inherits().isEmpty() ? match.open() : "";
    }

    /** Says that the file's product speaks its protocol, whatever the file says. */
    void always(Entry first) {
        facts(file(first.block()), "", product.protocol(), "")
                .on(new Directive(first.name(), List.of(), first.line(), Optional.empty(), Optional.empty(), ""));
    }

    private static Block file(Block block) {
        Block at = block;
        while (at.parent().isPresent()) {
            at = at.parent().get();
        }
        return at;
    }

    /** Whether the file says more than is told. */
    boolean exceeded() {
        return budget.exceeded();
    }

    private ProtocolFacts facts(Block block, String scope, String protocol, String open) {
        Key wanted = new Key(block.section(), scope, protocol, open);
        if (sections.size() >= MOST && !sections.containsKey(wanted)) {
            budget.exhaust();
            return new ProtocolFacts(claims, protocol, budget);
        }
        return sections.computeIfAbsent(wanted, it -> new Section(block, new ProtocolFacts(claims, protocol, budget)))
                .facts();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        sections.forEach((key, section) -> {
            if (section.facts().isOn()) {
                for (Default each : product.defaults()) {
                    if (each.scope().equals(key.scope())) {
                        findings.addAll(byDefault(each, key, section));
                    }
                }
            }
            for (Part part : product.inherits()) {
                fixing(part, key, section.block())
                        .filter(it -> it != section.facts())
                        .ifPresent(it -> section.facts().inherit(part, it));
            }
            findings.addAll(section.facts().findings());
        });
        return findings;
    }

    /** What the default says where neither the section nor one around it says anything. */
    private List<Finding> byDefault(Default rule, Key key, Section section) {
        if (fixing(rule.part(), key, section.block()).isPresent()) {
            return List.of();
        }
        Directive at = section.facts()
                .first()
                .map(it -> new Directive(
                        rule.directive(), rule.value(), it.line(), Optional.empty(), Optional.empty(), ""))
                .orElseThrow();
        ProtocolFacts facts = new ProtocolFacts(claims, key.protocol(), budget);
        boolean outside = includes
                || rule.within().filter(it -> !section.block().within(it)).isPresent();
        if (!rule.value().isEmpty() && !outside) {
            facts.defaultsOf(rule.holds());
            rule.meaning().read(at, facts);
        } else if (!rule.undecided().isEmpty()) {
            facts.undecided(at, rule.function(), rule.undecided());
        }
        return facts.findings();
    }

    /** What the section or the closest one around it says, that fixes that part. */
    private Optional<ProtocolFacts> fixing(Part part, Key key, Block block) {
        for (Optional<Block> at = Optional.of(block);
                at.isPresent();
                at = at.get().parent()) {
            Block around = at.get();
            for (String open : List.of(key.open(), around.path().toLowerCase(Locale.ROOT), "")) {
                Section section = sections.get(new Key(around.section(), key.scope(), key.protocol(), open));
                if (section != null && section.facts().fixes(part)) {
                    return Optional.of(section.facts());
                }
            }
        }
        return Optional.empty();
    }
}
