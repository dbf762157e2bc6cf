package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget.ImportTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetException;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import dev.shirube.standard.StandardScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** {@code inventory import}: what other tools found, and inventories of ours, into the store. */
final class ImportCommand {

    private static final int SHOWN = 10;
    private static final int SEEN = 24;

    private ImportCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("inventory import")
                .arguments("FILE...", 1, Integer.MAX_VALUE)
                .does(
                        "take in what other tools found (CBOM, SBOM, scan results); format by content",
                        "他のツールの結果（CBOM・SBOM 等）を取り込む（形式は内容で判定）")
                .example("shirube inventory import bom.json --system payroll", "a CBOM or SBOM", "CBOM または SBOM")
                .example("shirube inventory import all.cdx.json --dry-run", "check only", "検査のみ")
                .option(CommonOptions.STORE)
                .option(OptionSpec.value(
                        "system",
                        "ID",
                        "the system of what the file assigns to none (default: unassigned)",
                        "ファイルに記載のないものの所属システム（既定は unassigned）"))
                .option(OptionSpec.flag("dry-run", "check only; keep nothing", "検査のみ（保存しない）"))
                .option(OptionSpec.flag(
                        "partial", "keep what was read of a broken or too large file", "壊れた、または大きすぎるファイルも読めた分を保存"))
                .runs(ImportCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        List<Path> files = new ArrayList<>();
        line.arguments().forEach(it -> files.add(document(it, it)));
        Scanner scanner = StandardScanner.create();
        ScanContext context = ScanCommands.context(line, session, new AtomicBoolean());
        String system = line.value("system").orElse(InformationSystem.UNASSIGNED);
        List<ImportedDocument> read = new ArrayList<>();
        for (Path file : files) {
            ImportedDocument document = read(file, scanner, context);
            say(document, session);
            refuseBroken(document, line.has("partial"), session);
            read.add(document);
        }
        if (line.has("dry-run")) {
            session.console().print(session.say("valid; nothing was kept", "検査しました（保存していません）"));
            return Exit.DONE;
        }
        try (Workspace workspace = Workspaces.open(line, session)) {
            read.forEach(it -> keep(it, it.results(system), workspace, session.asOf()));
        }
        return Exit.DONE;
    }

    /**
     * The document of that name.
     *
     * @param word how it was named on the command line
     * @throws CommandFailure with {@link Exit#USAGE} when it is none, or of no format that is accepted
     */
    static Path document(String name, String word) {
        try {
            Path path = Path.of(name);
            if (!Files.isRegularFile(path)) {
                throw CommandFailure.usage(
                        word + " is no file. Name a CBOM, an SBOM, or another document to import.",
                        word + " というファイルはありません。取り込む CBOM・SBOM 等を指定してください。");
            }
            byte[] head = ImportedDocument.head(path);
            if (!ImportedDocument.accepted(head)) {
                String seen = seen(head);
                Text accepted = ImportFormats.accepted();
                throw CommandFailure.usage(
                        word + " is of no format that can be imported; it begins with " + seen + ". Accepted are: "
                                + accepted.en() + ".",
                        word + " は取り込めない形式です（先頭：" + seen + "）。対応形式：" + accepted.ja());
            }
            return path;
        } catch (IOException | InvalidPathException e) {
            throw CommandFailure.usage(
                    word + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check that it exists and is readable.",
                    word + " を読めません（" + e.getClass().getSimpleName() + "）。ファイルの有無と権限を確認してください。");
        }
    }

    /** The first characters, without those that would do something to a terminal. */
    private static String seen(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, SEEN), StandardCharsets.UTF_8)
                .replaceAll("[^\\p{Graph} \\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]", "?")
                .strip();
        return text.isEmpty() ? "…" : "\"" + text + "\"";
    }

    /** Reads a document that {@link #document} accepted. */
    static ImportedDocument read(Path path, Scanner scanner, ScanContext context) {
        try {
            return ImportedDocument.read(path, scanner, context);
        } catch (TargetException e) {
            throw new CommandFailure(Exit.USAGE, new Text(e.message(Language.JA), e.message(Language.EN)));
        } catch (IOException e) {
            throw CommandFailure.usage(
                    path + " cannot be read (" + e.getClass().getSimpleName() + "). Check it and try again.",
                    path + " を読めません（" + e.getClass().getSimpleName() + "）。確認してやり直してください。");
        }
    }

    private static void refuseBroken(ImportedDocument document, boolean partial, Session session) {
        List<Diagnostic> faults = document.faults();
        if (!faults.isEmpty() && !partial) {
            String reason = faults.get(0).message(session.language());
            throw CommandFailure.usage(
                    document.path() + ": " + reason + " Nothing was kept; take what was read with --partial.",
                    document.path() + "：" + reason + "保存していません。読めた分のみ取り込むには --partial を指定してください。");
        }
    }

    /** One line of what came in, and what could not be told. */
    private static void say(ImportedDocument document, Session session) {
        List<AssignedFinding> findings = document.inventory().findings();
        AlgorithmRegistry registry = AlgorithmRegistry.standard();
        long vulnerable = findings.stream()
                .filter(it -> registry.threat(it.finding().asset()) == QuantumThreat.VULNERABLE)
                .count();
        long open = findings.stream()
                .filter(it -> it.finding().evidence().resolution() == Resolution.UNRESOLVED)
                .count();
        String origins = findings.stream()
                .flatMap(it -> ImportOrigin.of(it.finding().evidence()).stream())
                .map(it -> it.tool() + (it.version().isEmpty() ? "" : " " + it.version()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .limit(3)
                .collect(Collectors.joining(", "));
        String name = String.valueOf(document.path().getFileName());
        String by = origins.isEmpty() ? "" : ", " + origins;
        session.console().print(name + ": " + document.format().in(session.language()) + by);
        session.console()
                .print(session.say(
                        "  " + English.count(findings.size(), "finding") + ", " + vulnerable + " vulnerable, " + open
                                + " unresolved",
                        "  検出 " + findings.size() + " 件（うち脆弱 " + vulnerable + "、未解決 " + open + "）"));
        document.inventory().diagnostics().stream()
                .map(AssignedDiagnostic::diagnostic)
                .filter(it -> it.severity() != Severity.NOTE && it.location().equals(name))
                .limit(SHOWN)
                .forEach(it -> session.console().warn(name + ": " + it.message(session.language())));
    }

    /** Keeps what the document says, in a target of its own, so that it never takes the place of what was observed. */
    static void keep(ImportedDocument document, Map<String, ScanResult> results, Workspace workspace, LocalDate asOf) {
        for (Map.Entry<String, ScanResult> result : results.entrySet()) {
            try (Workspace.Recording recording =
                    workspace.record(result.getKey(), new ImportTarget(document.path()), asOf, false)) {
                recording.accept(result.getValue());
                recording.complete();
            }
        }
        List<InformationSystem> systems = document.newSystems(workspace.systems());
        if (!systems.isEmpty()) {
            workspace.saveSystems(systems, CommonOptions.user(), asOf);
        }
    }
}
