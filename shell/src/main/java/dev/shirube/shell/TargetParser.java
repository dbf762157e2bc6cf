package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.FileTarget;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.ScanTarget.ImportTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.endpoint.EndpointWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Understands targets as they are written on the command line, and refuses those that do not exist before anything is
 * scanned.
 *
 * <p>Nothing is contacted here: a name is not looked up, a repository is not opened.
 */
final class TargetParser {

    private final EndpointWords endpoints;
    private final boolean history;
    private final Optional<String> since;

    TargetParser(ProbePlan plan, boolean history) {
        this(plan, history, Optional.empty());
    }

    /** @param since the revision of which what is the same is not looked at; all targets must be repositories then */
    TargetParser(ProbePlan plan, boolean history, Optional<String> since) {
        this.endpoints = new EndpointWords(plan);
        this.history = history;
        this.since = since;
    }

    /** All targets that the words name, in their order; {@code @FILE} stands for the lines of the file. */
    List<ScanTarget> parse(List<String> words) {
        List<ScanTarget> targets = targets(words);
        since.ifPresent(it -> needRepositories(targets, "--since"));
        if (history) {
            needRepositories(targets, "--history");
        }
        return targets;
    }

    private static void needRepositories(List<ScanTarget> targets, String option) {
        targets.stream().filter(it -> !(it instanceof GitTarget)).findFirst().ifPresent(it -> {
            throw CommandFailure.usage(
                    it.text() + " is not a Git repository, and " + option
                            + " needs one. Name the repository, with #ref if need be, or leave " + option
                            + " out.",
                    it.text() + " は Git リポジトリではないため " + option + " は使えません。リポジトリを（必要なら #ref 付きで）指定するか、" + option
                            + " を外してください。");
        });
    }

    /** Each of them once. */
    private List<ScanTarget> targets(List<String> words) {
        Set<ScanTarget> targets = new LinkedHashSet<>();
        for (String word : words) {
            if (word.startsWith("@")) {
                list(word.substring(1), targets);
            } else {
                add(word, targets);
            }
        }
        return List.copyOf(targets);
    }

    private void add(String word, Set<ScanTarget> targets) {
        targets.addAll(parseOne(word));
        if (targets.size() > EndpointWords.MOST) {
            throw CommandFailure.usage(
                    word + " makes more than " + EndpointWords.MOST + " targets. Divide them among several scans.",
                    word + " までで対象が " + EndpointWords.MOST + " 件を超えます。複数のスキャンに分けてください。");
        }
    }

    /** The targets of a file, one a line; what is wrong with one is said with its line. */
    private void list(String name, Set<ScanTarget> targets) {
        int number = 0;
        for (String line : lines(name)) {
            number++;
            String word = line.replaceFirst("^\uFEFF", "")
                    .replaceFirst("(^|\\s)#.*$", "")
                    .strip();
            try {
                if (!word.isEmpty()) {
                    add(word, targets);
                }
            } catch (CommandFailure e) {
                String place = name + ":" + number + ": ";
                throw new CommandFailure(
                        e.exit(),
                        new Text(place + e.text().ja(), place + e.text().en()));
            }
        }
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of(name), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw CommandFailure.usage(
                    "The target list " + name + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Name a UTF-8 text file with one target per line.",
                    "対象一覧 " + name + " を読めません（" + e.getClass().getSimpleName()
                            + "）。1 行に 1 件の UTF-8 テキストファイルを指定してください。");
        }
    }

    private List<? extends ScanTarget> parseOne(String word) {
        if (word.startsWith("cdx:")) {
            return List.of(new ImportTarget(ImportCommand.document(word.substring("cdx:".length()), word)));
        }
        Optional<List<EndpointTarget>> named = endpoints.parse(word);
        if (named.isPresent()) {
            return named.get();
        }
        if (word.startsWith("https://")
                || word.startsWith("http://")
                || word.startsWith("git://")
                || word.startsWith("ssh://")) {
            return List.of(git(word));
        }
        if (word.contains("://")) {
            throw unknown(word);
        }
        return List.of(local(word));
    }

    private GitTarget git(String word) {
        int hash = word.indexOf('#');
        return hash < 0
                ? new GitTarget(word, Optional.empty(), history, since)
                : new GitTarget(word.substring(0, hash), Optional.of(word.substring(hash + 1)), history, since);
    }

    private ScanTarget local(String word) {
        Path path = path(word);
        if (!Files.exists(path)) {
            int hash = word.lastIndexOf('#');
            if (hash > 0 && Files.exists(path(word.substring(0, hash)))) {
                return new GitTarget(word.substring(0, hash), Optional.of(word.substring(hash + 1)), history, since);
            }
            throw CommandFailure.usage(
                    word + " does not exist. Correct the path; write targets as in: shirube scan --help",
                    word + " がありません。パスを確認してください。対象の書き方：shirube scan --help");
        }
        if (!Files.isDirectory(path)) {
            return new FileTarget(path);
        }
        boolean bare = Files.isRegularFile(path.resolve("HEAD")) && Files.isDirectory(path.resolve("objects"));
        boolean repository = bare || history || since.isPresent() && Files.exists(path.resolve(".git"));
        return repository ? new GitTarget(word, Optional.empty(), history, since) : new DirectoryTarget(path);
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw unknown(word);
        }
    }

    private static CommandFailure unknown(String word) {
        return CommandFailure.usage(
                "\"" + word
                        + "\" is no target. Give a path, a Git repository, or tls://host:port; see: shirube scan --help",
                "「" + word + "」は対象として解釈できません。パス、Git リポジトリ、tls://host:port のいずれかを指定してください（shirube scan --help）。");
    }
}
