package dev.shirube.domain.readiness;

import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may be said of one library in one version, a range of versions, or an unknown version: what it brings, what its
 * default TLS client does, what to upgrade to, and what to be careful of, each with how it is known.
 *
 * <p>Of a range only what holds for all of it is said, and every caution that may hold. Only a key share in the first
 * message makes a version post-quantum by default ({@link HybridOffer#DEFAULT}).
 *
 * @param version as the asset has it: one version, a range in VERS notation, or empty
 */
public record PqcStatement(CryptoLibrary library, String version) {

    /** Whether that version brings anything of the final standards. */
    public Presence standard() {
        return library.standardAt(version);
    }

    /** What the default TLS client does; empty where it is not known, or differs within the range. */
    public Optional<HybridDefault> hybrid() {
        return library.hybridAt(version);
    }

    /** Whether it is post-quantum in TLS without being told, and without anything else that must be there. */
    public boolean hybridByDefault() {
        return hybrid().filter(
                        it -> it.offer() == HybridOffer.DEFAULT && it.with().isEmpty())
                .isPresent();
    }

    /** The advice for what the version does not bring for certain. */
    public List<Upgrade> upgrades() {
        return library.upgrades().stream().filter(it -> !it.doneAt(version)).toList();
    }

    /** Everything in sentences, the most important first; the first says whether that version has any, or that it is not known. */
    public List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        sentences.add(brings());
        if (!library.hybrid().isEmpty()) {
            sentences.add(tls());
        }
        library.upgrades().forEach(it -> advice(it).ifPresent(sentences::add));
        library.cautionsAt(version)
                .forEach(it -> sentences.add(with(
                        it.evidence(),
                        new Text("注意：" + it.what().ja(), "Caution: " + it.what().en()))));
        return List.copyOf(sentences);
    }

    private Text brings() {
        List<Capability> brings = library.bringsAt(version);
        if (!brings.isEmpty()) {
            return new Text("この版の PQC：" + list(brings, Text::ja), "PQC in it: " + list(brings, Text::en));
        }
        if (library.brings().isEmpty() && !library.none()) {
            return new Text("PQC の有無は調査していない（不明）。", "Whether it has PQC is not known: nobody looked.");
        }
        return switch (standard()) {
            case NO -> new Text("この版に PQC はない。", "No PQC in it.");
            default ->
                Versions.comparable(version)
                        ? new Text("この版の PQC は調査していない。", "Whether it has PQC was not looked at for this version.")
                        : new Text("PQC の有無は版による（版を確認する）。", "Whether it has PQC depends on the version: check it.");
        };
    }

    private static String list(List<Capability> capabilities, Function<Text, String> language) {
        return capabilities.stream()
                .map(it -> language.apply(with(it.evidence(), standing(it))))
                .collect(Collectors.joining(language.apply(new Text("、", "; "))));
    }

    private static Text standing(Capability capability) {
        return capability.standing() == Standing.PRE_STANDARD
                ? new Text(capability.what() + "［標準化前］", capability.what() + " [pre-standard]")
                : Text.same(capability.what());
    }

    private Text tls() {
        return hybrid().map(it -> with(it.evidence(), tls(it)))
                .orElse(new Text(
                        "TLS の既定動作は版による（版を確認する）。", "What TLS does by default depends on the version: check it."));
    }

    private static Text tls(HybridDefault hybrid) {
        return switch (hybrid.offer()) {
            case DEFAULT ->
                hybrid.with().isEmpty()
                        ? new Text(
                                "TLS の既定で、ハイブリッド鍵交換を鍵共有付きで提示する。",
                                "TLS offers a hybrid key exchange with a key share by default.")
                        : new Text(
                                hybrid.with() + " と併用した場合に限り、TLS の既定でハイブリッド鍵交換を鍵共有付きで提示する。",
                                "Only with " + hybrid.with()
                                        + ": TLS offers a hybrid key exchange with a key share by default.");
            case OFFERED ->
                new Text(
                        "TLS の既定では PQC ではない：ハイブリッドを一覧の末尾に、鍵共有なしで提示する（サーバーが求めた場合のみ成立）。",
                        "TLS is not post-quantum by default: a hybrid group is last in the list, without a key share"
                                + " (negotiated only if the server insists).");
            case KNOWN ->
                new Text(
                        "TLS の既定では PQC ではない：ハイブリッドは設定した場合のみ提示する。",
                        "TLS is not post-quantum by default: hybrid groups are offered only if they are configured.");
            case ABSENT -> new Text("TLS はハイブリッド鍵交換に対応しない。", "TLS knows no hybrid key exchange.");
            case UNKNOWN -> new Text("TLS の既定動作は不明。", "What TLS does by default is not known.");
        };
    }

    /** The advice, or what is still to be done in a version that is new enough. */
    private Optional<Text> advice(Upgrade upgrade) {
        Text also = upgrade.also().en().isEmpty()
                ? Text.same("")
                : new Text(
                        "（" + upgrade.also().ja() + "）", " (" + upgrade.also().en() + ")");
        if (upgrade.doneAt(version)) {
            boolean open = upgrade.goal() == Goal.KEY_EXCHANGE && !hybridByDefault();
            return open && !upgrade.also().en().isEmpty()
                    ? Optional.of(new Text(
                            upgrade.brings() + " を使うには：" + upgrade.also().ja(),
                            "For " + upgrade.brings() + ": " + upgrade.also().en()))
                    : Optional.empty();
        }
        boolean old = upgrade.missingAt(version);
        return Optional.of(with(
                upgrade.evidence(),
                new Text(
                        (old ? "" : "古い版であれば、") + upgrade.atLeast() + " 以上へ更新：" + upgrade.brings() + also.ja(),
                        (old ? "Upgrade" : "If it is older, upgrade") + " to at least " + upgrade.atLeast() + " for "
                                + upgrade.brings() + also.en())));
    }

    private static Text with(ReadinessEvidence evidence, Text text) {
        Text how = evidence.words();
        return new Text(text.ja() + "［" + how.ja() + "］", text.en() + " [" + how.en() + "]");
    }
}
