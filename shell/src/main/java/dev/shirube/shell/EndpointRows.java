package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Text;
import dev.shirube.domain.observed.Comparison;
import dev.shirube.domain.observed.DeclaredExchange;
import dev.shirube.domain.observed.Discrepancy;
import dev.shirube.domain.observed.ObservedEndpoint;
import dev.shirube.shell.cli.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Endpoints in words: a row for each of them in a table, or a few lines that fit a narrow terminal. */
final class EndpointRows {

    /** The certificates that a server shows first, of each chain. */
    private static final Pattern LEAF = Pattern.compile("([^!]+)!.*/0");

    private static final int WIDTH = 79;
    private static final int LABEL = 30;

    private static final Map<String, Text> VERDICTS = verdicts();

    private final Language language;
    private final Map<List<String>, Set<CryptoAsset.Certificate>> leaves = new HashMap<>();

    EndpointRows(Inventory inventory, Language language) {
        this.language = language;
        for (AssignedFinding it : inventory.findings()) {
            Matcher leaf = LEAF.matcher(it.finding().occurrence().location());
            if (it.finding().asset() instanceof CryptoAsset.Certificate certificate && leaf.matches()) {
                leaves.computeIfAbsent(
                                List.of(it.system(), leaf.group(1)),
                                key -> new TreeSet<>(Comparator.comparing(CryptoAsset.Certificate::notAfter)
                                        .thenComparing(CryptoAsset.Certificate::sha256)))
                        .add(certificate);
            }
        }
    }

    private static Map<String, Text> verdicts() {
        Map<String, Text> words = new LinkedHashMap<>();
        words.put(EndpointProfile.PQC_SUPPORTED, new Text("PQC 鍵確立", "PQC key establishment"));
        words.put(EndpointProfile.PQC_PREFERRED, new Text("PQC を優先", "PQC preferred"));
        words.put(EndpointProfile.PQC_NEGOTIATED, new Text("ブラウザー相当で PQC", "PQC with a browser's hello"));
        words.put(EndpointProfile.PQC_ONLY, new Text("PQC のみ", "PQC only"));
        words.put(EndpointProfile.PQC_AUTHENTICATION, new Text("PQC 認証", "PQC authentication"));
        return words;
    }

    /** The words over the columns. */
    List<String> header() {
        List<String> header = new ArrayList<>(List.of(say("system", "システム"), say("endpoint", "接続先")));
        VERDICTS.values().forEach(it -> header.add(it.in(language)));
        header.addAll(List.of(
                say("versions", "版"),
                say("key exchange", "鍵交換方式"),
                say("certificate or host keys", "証明書・ホストの鍵"),
                say("until", "有効期限"),
                say("plan", "調査の深さ"),
                say("not asked", "未照会"),
                say("declared", "設定・ライブラリーとの照合")));
        return header;
    }

    /** One endpoint in one row. */
    List<String> row(Comparison comparison) {
        ObservedEndpoint endpoint = comparison.endpoint();
        List<String> row = new ArrayList<>(List.of(endpoint.system(), endpoint.location()));
        VERDICTS.keySet().forEach(it -> row.add(state(endpoint.fact(it))));
        row.addAll(List.of(
                listed(endpoint, EndpointProfile.VERSION),
                or(String.join(", ", endpoint.keyExchanges())),
                or(keys(endpoint)),
                leaves(endpoint).stream().findFirst().map(EndpointRows::until).orElse(unknown()),
                String.join(",", endpoint.plans()),
                notAsked(endpoint),
                outcome(comparison)));
        return row;
    }

    /** One endpoint in a few lines, none wider than a narrow terminal unless a name alone is. */
    List<String> details(Comparison comparison) {
        ObservedEndpoint endpoint = comparison.endpoint();
        List<String> lines = new ArrayList<>();
        lines.add(endpoint.location() + "  " + endpoint.system());
        VERDICTS.forEach((subject, words) -> add(lines, words.in(language), fact(endpoint.fact(subject))));
        add(lines, say("versions", "版"), listed(endpoint, EndpointProfile.VERSION));
        add(lines, say("key exchange", "鍵交換方式"), or(String.join(", ", endpoint.keyExchanges())));
        add(
                lines,
                say("certificates, host keys", "証明書・ホスト鍵"),
                or(Stream.concat(
                                leaves(endpoint).stream().map(it -> key(it) + say(" until ", " 有効期限 ") + until(it)),
                                endpoint.supported(EndpointProfile.HOST_KEY_SHOWN).stream())
                        .collect(Collectors.joining(", "))));
        add(lines, say("plan", "調査の深さ"), String.join(", ", endpoint.plans()));
        add(lines, say("not asked", "未照会"), notAsked(endpoint));
        add(lines, say("declared", "設定・ライブラリーとの照合"), outcome(comparison));
        for (DeclaredExchange declared : comparison.declared()) {
            add(lines, "", declared.text());
        }
        comparison
                .discrepancy()
                .map(Discrepancy::text)
                .ifPresent(it -> add(lines, say("what to do", "対応"), it.in(language)));
        lines.add("");
        return lines;
    }

    private static void add(List<String> lines, String label, String text) {
        String before = Columns.pad("  " + label, LABEL);
        for (String line : Columns.wrap(text, WIDTH - LABEL)) {
            lines.add((before + line).stripTrailing());
            before = " ".repeat(LABEL);
        }
    }

    /** Never yes or no: what was not seen may be there. */
    private String state(ObservedFact fact) {
        return switch (fact.state()) {
            case SUPPORTED -> say("supported", "対応");
            case NOT_SUPPORTED -> say("not supported", "非対応");
            case UNKNOWN -> unknown();
        };
    }

    private String fact(ObservedFact fact) {
        List<String> why = new ArrayList<>();
        if (!fact.reason().isEmpty()) {
            why.add(fact.words(language));
        }
        if (!fact.probe().isEmpty()) {
            why.add(say("probe ", "プローブ ") + fact.probe());
        }
        return state(fact) + (why.isEmpty() ? "" : say(" (", "（") + String.join(say("; ", "、"), why) + say(")", "）"));
    }

    private String listed(ObservedEndpoint endpoint, String prefix) {
        return or(String.join(", ", endpoint.supported(prefix)));
    }

    /** Verdicts by name; of groups, certificates and the like how many of each. */
    private String notAsked(ObservedEndpoint endpoint) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (String subject : endpoint.notAsked()) {
            Text verdict = VERDICTS.get(subject);
            String kind = verdict == null ? subject.split("/", 2)[0] : verdict.in(language);
            kinds.merge(kind, 1, Integer::sum);
        }
        return kinds.isEmpty()
                ? "-"
                : kinds.entrySet().stream()
                        .map(it -> it.getKey() + (it.getValue() == 1 ? "" : " " + it.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private Set<CryptoAsset.Certificate> leaves(ObservedEndpoint endpoint) {
        return leaves.getOrDefault(List.of(endpoint.system(), endpoint.location()), Set.of());
    }

    private String keys(ObservedEndpoint endpoint) {
        return Stream.concat(
                        leaves(endpoint).stream().map(EndpointRows::key),
                        endpoint.supported(EndpointProfile.HOST_KEY_SHOWN).stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String key(CryptoAsset.Certificate certificate) {
        return AlgorithmRegistry.standard().displayName(certificate.subjectKey());
    }

    private static String until(CryptoAsset.Certificate certificate) {
        return certificate.notAfter().toString().substring(0, "2035-03-31".length());
    }

    private String outcome(Comparison comparison) {
        return switch (comparison.outcome()) {
            case AGREES -> say("agrees with what was observed", "観測結果と一致");
            case DECLARED_NOT_OBSERVED -> say("PQC declared, not observed", "PQC の記載があるが観測されない");
            case OBSERVED_NOT_DECLARED -> say("PQC observed, not declared", "PQC を観測したが記載がない");
            case OBSERVATION_OPEN -> say("unknown: key establishment was not decided", "不明（鍵確立が未判定）");
            case DECLARATION_OPEN -> say("unknown: no setting or library tells", "不明（設定・ライブラリーから判断できない）");
        };
    }

    /** Nothing seen is unknown, never none. */
    private String or(String text) {
        return text.isEmpty() ? unknown() : text;
    }

    private String unknown() {
        return say("unknown", "不明");
    }

    private String say(String english, String japanese) {
        return language.choose(japanese, english);
    }
}
