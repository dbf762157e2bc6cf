package dev.shirube.shell;

import dev.shirube.shell.cache.ProgramDigest;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import dev.shirube.store.SnapshotOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a snapshot notes of the scan that makes it: by what, with which options, of what part of its targets, and its name. */
final class ScanNote {

    /** How the snapshot is to be called. */
    static final OptionSpec NAME = OptionSpec.value(
            "snapshot", "NAME", "name of this snapshot (default: SYSTEM@DATE#NUMBER)", "スナップショットの名前（既定は システム@基準日#番号）");

    private static final int LONGEST_NAME = 100;

    /** Options by which the same bytes may give other findings; passwords are told of, never told. */
    private static final List<String> CONFIGURATION = List.of("history", "plan", "tests");

    private static final List<String> SCOPE = List.of("include", "exclude", "since");

    private final Map<String, List<String>> options;
    private final String version;

    private ScanNote(Map<String, List<String>> options, String version) {
        this.options = options;
        this.version = version;
    }

    /** Of that command line. */
    static ScanNote of(Invocation line, Session session) {
        line.value("snapshot").ifPresent(ScanNote::check);
        return new ScanNote(line.options(), session.version());
    }

    /** Of a scan without options. */
    static ScanNote plain(Session session) {
        return new ScanNote(Map.of(), session.version());
    }

    private static void check(String name) {
        boolean unprintable = name.isBlank() || name.chars().anyMatch(Character::isISOControl);
        if (unprintable || name.length() > LONGEST_NAME) {
            throw CommandFailure.usage(
                    "A snapshot cannot be named like that: \"" + name.replaceAll("\\p{Cntrl}", "?")
                            + "\". Give --snapshot 1 to " + LONGEST_NAME + " printable characters.",
                    "この名前はスナップショットに使えません：「" + name.replaceAll("\\p{Cntrl}", "?") + "」。--snapshot には 1～" + LONGEST_NAME
                            + " 文字の表示可能な文字を指定してください。");
        }
    }

    /** The name that the user gave, if a new snapshot is to be made. */
    Optional<String> name() {
        List<String> names = options.getOrDefault("snapshot", List.of());
        return options.containsKey("resume") || names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.get(names.size() - 1));
    }

    /** What is noted; reads the program's files, so it is asked for only where a snapshot begins. */
    SnapshotOrigin origin() {
        ProgramDigest digest = ProgramDigest.read();
        List<String> configuration = texts(CONFIGURATION);
        if (options.containsKey("password-file")) {
            configuration.add("passwords given");
        }
        return new SnapshotOrigin(
                version,
                digest.catalogue(),
                digest.registry(),
                String.join("; ", configuration),
                String.join("; ", texts(SCOPE)));
    }

    private List<String> texts(List<String> names) {
        List<String> texts = new ArrayList<>();
        for (String option : names) {
            options.getOrDefault(option, List.of())
                    .forEach(it -> texts.add(it.equals("true") ? option : option + "=" + it));
        }
        return texts;
    }
}
