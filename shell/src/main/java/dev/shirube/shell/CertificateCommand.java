package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CertificateChains.Issuer;
import dev.shirube.domain.CertificateChains.SharedKey;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Inventory;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code inventory certificates}: who signed whom, which are roots, and which keys are shared. */
final class CertificateCommand {

    /** As many digits of a digest as tell certificates apart at a glance. */
    private static final int SHORT = 12;

    private CertificateCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("inventory certificates")
                .does("certificates, who signed them, and keys that are shared", "証明書の発行関係と鍵の共有")
                .example("shirube inventory certificates", "one line a certificate", "証明書ごとに 1 行")
                .option(CommonOptions.STORE)
                .options(FindingFilter.and(ViewFormat.TABLES))
                .runs(CertificateCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        FindingFilter filter = FindingFilter.of(line);
        Inventory inventory;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            inventory = workspace.inventory();
        }
        CertificateChains chains = CertificateChains.of(inventory);
        Set<String> shown = filter.checked(inventory).certificates(inventory);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "SHA-256",
                session.say("key", "鍵"),
                session.say("signature", "署名"),
                session.say("until", "有効期限"),
                session.say("issued by", "発行元"),
                session.say("subject", "主体者")));
        for (CryptoAsset.Certificate certificate : chains.certificates()) {
            if (!shown.contains(certificate.sha256())) {
                continue; // issuers are looked for among all
            }
            rows.add(List.of(
                    brief(certificate.sha256()),
                    AlgorithmRegistry.standard().displayName(certificate.subjectKey()),
                    AlgorithmRegistry.standard().displayName(certificate.signature()),
                    certificate.notAfter().toString().substring(0, "2035-03-31".length()),
                    issuedBy(certificate, chains, session),
                    certificate.subject()));
        }
        ViewFormat.table(line, session, rows);
        if (ViewFormat.of(line).equals(ViewFormat.TABLE)) {
            chains.sharedKeys().stream()
                    .filter(it -> it.certificates().stream().anyMatch(one -> shown.contains(one.sha256())))
                    .forEach(it -> session.console().print(shared(it, session)));
        }
        return Exit.DONE;
    }

    private static String issuedBy(CryptoAsset.Certificate certificate, CertificateChains chains, Session session) {
        return switch (chains.standing(certificate)) {
            case ROOT -> session.say("itself (verified)", "自己署名（検証済み）");
            case ROOT_BY_NAME -> session.say("itself (by name)", "自己署名（名称による）");
            case ISSUER_NOT_FOUND -> session.say("not in the inventory", "台帳になし");
            case ISSUED ->
                String.join(
                        ", ",
                        chains.issuers(certificate).stream()
                                .map(CertificateCommand::issuer)
                                .toList());
        };
    }

    /** A link by name alone bears a question mark: it is likely, not told by the key. */
    private static String issuer(Issuer issuer) {
        String mark = issuer.ground() == CertificateChains.Ground.NAME ? "?" : "";
        return brief(issuer.certificate().sha256()) + mark;
    }

    private static String shared(SharedKey key, Session session) {
        String holders = String.join(
                ", ", key.certificates().stream().map(it -> brief(it.sha256())).toList());
        String secret = key.privateKeys().isEmpty()
                ? session.say("no private key found", "秘密鍵は未検出")
                : session.say("private key found", "秘密鍵あり");
        return session.say("key ", "鍵 ") + brief(key.keySha256()) + ": " + session.say("certificates ", "証明書 ")
                + holders + "; " + secret;
    }

    private static String brief(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }
}
