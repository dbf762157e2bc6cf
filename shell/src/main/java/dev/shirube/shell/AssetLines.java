package dev.shirube.shell;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.domain.ThreatPart;
import dev.shirube.exchange.view.AssetPage;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One asset in lines that fit a narrow terminal. */
final class AssetLines {

    private static final int LABEL = 20;

    /** As many digits of a digest as tell certificates apart at a glance. */
    private static final int FINGERPRINT = 12;

    private final AssetPage page;
    private final Session session;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final Page lines = new Page(LABEL);

    AssetLines(AssetPage page, Session session) {
        this.page = page;
        this.session = session;
    }

    List<String> lines() {
        lines.line(AssetNames.name(registry, page.asset()));
        lines.row(say("asset", "資産 ID"), page.asset().id());
        details();
        lines.row(say("quantum", "量子リスク"), quantum());
        if (page.asset() instanceof CryptoAsset.Certificate certificate
                && page.chains().isPresent()) {
            chain(certificate, page.chains().get());
        }
        if (page.presence().isEmpty()) {
            lines.row(say("seen", "検出時期"), say("not known: nothing is kept between commands", "不明（結果が保存されていない）"));
        }
        page.presence().forEach(this::seen);
        lines.row(
                say("places", "場所"),
                page.places() == page.findings().size()
                        ? say(page.places() + "", page.places() + " 件")
                        : say(
                                page.places() + ", of which the first "
                                        + page.findings().size() + ":",
                                page.places() + " 件のうち最初の " + page.findings().size() + " 件"));
        FindingRow row = new FindingRow(session);
        for (AssignedFinding finding : page.findings()) {
            row.lines(finding).forEach(lines::as);
            evidence(finding.finding());
        }
        long more = page.places() - page.findings().size();
        if (more > 0) {
            lines.line(say("… " + more + " more: --all", "… 他 " + more + " 件：--all"));
        }
        return lines.lines();
    }

    private void details() {
        CryptoAsset asset = page.asset();
        if (asset instanceof CryptoAsset.Certificate certificate) {
            lines.row(say("subject", "主体者"), certificate.subject());
            lines.row(say("issuer", "発行者"), certificate.issuer());
            lines.row(say("serial number", "シリアル番号"), certificate.serialNumber());
            lines.row(say("valid", "有効期間"), certificate.notBefore() + " – " + certificate.notAfter());
            lines.row(say("key", "鍵"), name(certificate.subjectKey()));
            lines.row(say("signature", "署名"), name(certificate.signature()));
            lines.row(say("key SHA-256", "鍵の SHA-256"), certificate.keySha256());
            lines.row(say("key usage", "鍵用途"), String.join(", ", certificate.keyUsage()));
        } else if (asset instanceof CryptoAsset.Key key) {
            lines.row(say("kind", "種別"), key.kind().name().toLowerCase(Locale.ROOT));
            lines.row(say("format", "形式"), key.format());
            lines.row(
                    say("size", "鍵長"),
                    key.size().isPresent() ? key.size().getAsInt() + say(" bits", " ビット") : say("unknown", "不明"));
            if (key.fingerprint().isEmpty()) {
                lines.row("", say("locked: its public part was not seen", "未開（公開部分は未確認）"));
            }
        } else if (asset instanceof CryptoAsset.Protocol protocol) {
            lines.row(say("groups", "グループ"), String.join(", ", protocol.groups()));
            lines.row(say("cipher suites", "暗号スイート"), String.join(", ", protocol.cipherSuites()));
            lines.row(say("signatures", "署名方式"), String.join(", ", protocol.signatureSchemes()));
        } else if (asset instanceof CryptoAsset.Library library) {
            lines.row(
                    "PQC",
                    switch (LibraryCounts.presence(library)) {
                        case YES -> say("yes", "あり");
                        case NO -> say("no", "なし");
                        case UNKNOWN -> say("not known", "不明");
                    });
        } else if (asset.algorithm().orElseThrow() instanceof Algorithm.Known known) {
            registry.entry(known.entry()).ifPresent(it -> lines.row(say("family", "系列"), it.group()));
            lines.row(say("parameter set", "パラメーター"), known.parameterSet().orElse(""));
            lines.row(say("curve", "曲線"), known.curve().orElse(""));
            lines.row(say("digest", "ハッシュ"), known.digest().orElse(""));
            lines.row(say("mode", "モード"), known.mode().orElse(""));
            lines.row(say("padding", "パディング"), known.padding().orElse(""));
        }
    }

    private String name(Algorithm algorithm) {
        return registry.displayName(algorithm);
    }

    /** The verdict, and the parts that it rests on: the worst ones. */
    private String quantum() {
        QuantumThreat worst = registry.threat(page.asset());
        List<ThreatPart> parts = registry.threatParts(page.asset());
        String names = parts.stream()
                .filter(it -> it.threat() == worst)
                .map(ThreatPart::name)
                .collect(Collectors.joining(", "));
        Text why = switch (worst) {
            case VULNERABLE -> new Text("Shor のアルゴリズムで破られる：" + names, "broken by Shor's algorithm: " + names);
            case WEAKENED ->
                new Text(
                        "Grover のアルゴリズムで弱まるが、鍵長が十分なら使い続けられる：" + names,
                        "weakened by Grover's algorithm; stays where its keys are long enough: " + names);
            case SAFE -> new Text("量子計算機に耐えるよう設計：" + names, "built to withstand it: " + names);
            case UNKNOWN ->
                names.isEmpty()
                        ? new Text("判断する証拠がない（「安全」ではない）", "no evidence tells; that is not safe")
                        : new Text("判断できない（「安全」ではない）：" + names, "cannot be told, which is not safe: " + names);
        };
        return worst.id() + say(" – ", "：") + why.in(session.language());
    }

    private void chain(CryptoAsset.Certificate certificate, CertificateChains chains) {
        lines.row(
                say("in the chain", "チェーン上の位置"),
                switch (chains.standing(certificate)) {
                    case ROOT -> say("root: signed with its own key (verified)", "ルート（自己署名、検証済み）");
                    case ROOT_BY_NAME -> say("root by its names; the signature was not verified", "ルート（名称による。署名は未検証）");
                    case ISSUED -> say("issued by a certificate of the inventory", "台帳内の証明書が発行");
                    case ISSUER_NOT_FOUND -> say("its issuer is not in the inventory", "発行元は台帳にない");
                });
        List<CryptoAsset.Certificate> path = chains.path(certificate);
        for (int i = 1; i < path.size(); i++) {
            lines.row(
                    i == 1 ? say("above it", "上位") : "",
                    path.get(i).sha256().substring(0, FINGERPRINT) + "  "
                            + path.get(i).subject());
        }
    }

    private void seen(AssetPresence seen) {
        lines.row(
                say("seen", "検出時期"),
                seen.system() + say(": first ", "：最初 ") + seen.firstSeen() + " (" + seen.firstSnapshot() + ")"
                        + say(", last ", "、最後 ") + seen.lastSeen() + " (" + seen.lastSnapshot() + ")"
                        + (seen.present() ? "" : say("; gone since", "。以後は検出なし")));
    }

    private void evidence(Finding finding) {
        Evidence evidence = finding.evidence();
        List<String> parts = new ArrayList<>();
        parts.add((evidence.detector() + " " + evidence.detectorVersion()).strip());
        if (!evidence.row().isEmpty()) {
            parts.add(evidence.row());
        }
        if (!evidence.values().isEmpty()) {
            parts.add(String.join(", ", evidence.values()));
        }
        if (!evidence.expression().isEmpty()) {
            parts.add(evidence.expression());
        }
        if (!evidence.reason().isEmpty()) {
            parts.add(OpenReason.words(evidence.reason()).in(session.language()));
        }
        lines.under(say("evidence: ", "証跡：") + String.join("; ", parts));
    }

    private String say(String english, String japanese) {
        return session.say(english, japanese);
    }
}
