package dev.shirube.reports.format;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Language;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.planner.policy.PolicyRule.About;
import dev.shirube.reports.sheet.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One rule of the SARIF run: a function and the family of algorithms, or the kind of asset, that it was seen with.
 *
 * @param id for example {@code sign.ecdsa}; stable as long as function and registry entry are
 * @param name what it is about
 * @param use whether the asset is used there; else the code is what matters
 */
record SarifRule(String id, Text name, QuantumThreat threat, boolean use) {
    /**
     * What the standard packs say of everything that a quantum computer breaks; a rule about one function or strength would not
     * hold for each of its results.
     */
    private static final List<Citation> CITED = PolicyPacks.standard().stream()
            .filter(PolicyPack::standard)
            .flatMap(it -> it.citations().stream())
            .filter(it -> it.rule().about() == About.ASSET
                    && it.rule().match().quantumVulnerable()
                    && it.rule().functions().isEmpty())
            .toList();

    static SarifRule of(Finding finding, AlgorithmRegistry registry) {
        CryptoAsset asset = finding.asset();
        Text function = Words.of(finding.function());
        Text subject = subject(asset, registry);
        return new SarifRule(
                finding.function().id() + "." + key(asset),
                new Text(function.ja() + "：" + subject.ja(), function.en() + ": " + subject.en()),
                registry.threat(asset),
                finding.function().isUse());
    }

    /** Of findings with one rule, the worst threat is the rule's. */
    SarifRule merge(SarifRule other) {
        return threat == QuantumThreat.VULNERABLE ? this : other;
    }

    String level() {
        return breaks() ? "warning" : "note";
    }

    /** Why it matters and what to do, in words that hold for every algorithm of that threat. */
    Text help() {
        if (!use) {
            return new Text(
                    "鍵の種別を前提とするコードである。耐量子計算機暗号（PQC）の鍵はそこを通らない。鍵を置き換える際に改修する。",
                    "The code takes a key type for granted: a post-quantum key does not pass there. Change it when the key is replaced.");
        }
        return switch (threat) {
            case VULNERABLE ->
                new Text(
                        "量子計算機により破られる公開鍵暗号である。耐量子計算機暗号（PQC）への移行を計画する。",
                        "Public-key cryptography that a quantum computer breaks. Plan its migration to post-quantum cryptography.");
            case WEAKENED ->
                new Text(
                        "量子計算機により強度が下がるが、鍵長が十分であれば使い続けられる。鍵長を確認する。",
                        "A quantum computer weakens it; with a sufficient key length it stays in use. Check the key length.");
            case SAFE -> new Text("量子計算機に耐えるよう設計された方式である。", "Built to withstand a quantum computer.");
            case UNKNOWN ->
                new Text(
                        "証跡からはアルゴリズムを特定できない。「なし」ではなく「不明」である。実行時に決まる値を確認する。",
                        "The evidence does not tell the algorithm: it is unknown, not absent. Confirm the value at run time.");
        };
    }

    /** The policies that ask for it, each with its place, its words and its day; empty where none does. */
    List<Text> policies() {
        return breaks() ? CITED.stream().map(SarifRule::cited).toList() : List.of();
    }

    /** Whether it is in use and a quantum computer breaks it. */
    boolean breaks() {
        return use && threat == QuantumThreat.VULNERABLE;
    }

    private static Text cited(Citation it) {
        Text wording = it.rule().wording();
        String day = it.rule().lastDay().map(LocalDate::toString).orElse("");
        return new Text(
                it.line(Language.JA) + "：「" + wording.ja() + "」" + (day.isEmpty() ? "" : " " + day + " まで"),
                it.line(Language.EN) + ": \"" + wording.en() + "\"" + (day.isEmpty() ? "" : ", until " + day));
    }

    private static String key(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return protocol.protocol();
        }
        if (asset instanceof CryptoAsset.Library) {
            return "library";
        }
        return asset.algorithm().map(SarifRule::key).orElse("other");
    }

    private static String key(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known known ? known.entry() : "unresolved";
    }

    private static Text subject(CryptoAsset asset, AlgorithmRegistry registry) {
        if (asset.algorithm().isPresent() && asset.algorithm().get() instanceof Algorithm.Known known) {
            return Text.same(registry.entry(known.entry())
                    .map(AlgorithmRegistry.Entry::name)
                    .orElse(known.entry()));
        }
        if (asset.algorithm().isPresent()) {
            return new Text("未解決のアルゴリズム", "unresolved algorithm");
        }
        return asset instanceof CryptoAsset.Protocol protocol
                ? Text.same(protocol.protocol().toUpperCase(Locale.ROOT))
                : Words.of(asset);
    }
}
