package dev.shirube.shell;

import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.FileTarget;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.ScanTarget.StartTls;
import dev.shirube.shell.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands targets as they are written on the command line, and refuses those that do not exist before anything is
 * scanned.
 *
 * <p>Nothing is contacted here: a name is not looked up, a repository is not opened.
 */
final class TargetParser {

    /** {@code scheme://host[:port][/path][?query]}, with the host possibly an address in brackets. */
    private static final Pattern ENDPOINT = Pattern.compile(
            "(tls|ssh|ike)://(\\[[0-9A-Fa-f:.]+]|[^/:?#\\[\\]]+)(?::([0-9]{1,5}))?(/[^?]*)?(?:\\?(.*))?");

    private static final Pattern CIDR = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})/([0-9]{1,2})");

    /** A block larger than this is refused: nobody means to probe more by one line. */
    private static final int SMALLEST_PREFIX = 16;

    private final ProbePlan plan;
    private final boolean history;
    private final Optional<String> since;

    TargetParser(ProbePlan plan, boolean history) {
        this(plan, history, Optional.empty());
    }

    /** @param since the revision of which what is the same is not looked at; all targets must be repositories then */
    TargetParser(ProbePlan plan, boolean history, Optional<String> since) {
        this.plan = plan;
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

    private List<ScanTarget> targets(List<String> words) {
        List<ScanTarget> targets = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("@")) {
                for (String line : lines(word.substring(1))) {
                    targets.addAll(parseOne(line));
                }
            } else {
                targets.addAll(parseOne(word));
            }
        }
        return List.copyOf(targets);
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of(name), StandardCharsets.UTF_8).stream()
                    .map(line -> line.replaceFirst("(^|\\s)#.*$", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException | InvalidPathException e) {
            throw CommandFailure.usage(
                    "The target list " + name + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Name a UTF-8 text file with one target per line.",
                    "対象一覧 " + name + " を読めません（" + e.getClass().getSimpleName()
                            + "）。1 行に 1 件の UTF-8 テキストファイルを指定してください。");
        }
    }

    private List<ScanTarget> parseOne(String word) {
        if (word.startsWith("cdx:")) {
            throw CommandFailure.usage(
                    "Importing " + word + " is not in this version. Scan the code or the JAR itself.",
                    "この版では " + word + " の取込みに対応していません。コードまたは JAR を直接スキャンしてください。");
        }
        Matcher endpoint = ENDPOINT.matcher(word);
        if (endpoint.matches()) {
            boolean repository = endpoint.group(1).equals("ssh")
                    && endpoint.group(4) != null
                    && endpoint.group(4).length() > 1;
            return repository ? List.of(git(word)) : endpoints(word, endpoint);
        }
        if (word.startsWith("https://") || word.startsWith("http://") || word.startsWith("git://")) {
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

    private List<ScanTarget> endpoints(String word, Matcher parts) {
        Scheme scheme = Scheme.of(parts.group(1)).orElseThrow();
        String path = parts.group(4) == null ? "" : parts.group(4);
        String host = parts.group(2).replaceAll("[\\[\\]]", "");
        Matcher block = CIDR.matcher(host + path);
        List<String> hosts = block.matches() ? expand(word, block) : List.of(host);
        if (!block.matches() && path.length() > 1) {
            throw unknown(word);
        }
        List<Optional<String>> names = List.of(Optional.empty());
        Optional<StartTls> startTls = Optional.empty();
        for (String part :
                parts.group(5) == null ? new String[0] : parts.group(5).split("&")) {
            if (part.startsWith("sni=") && scheme == Scheme.TLS) {
                names = Stream.of(part.substring(4).split(","))
                        .map(Optional::of)
                        .toList();
            } else if (part.startsWith("starttls=") && scheme == Scheme.TLS) {
                startTls = Optional.of(startTls(word, part.substring(9)));
            } else {
                throw unknown(word);
            }
        }
        int port = port(word, parts.group(3)).orElse(EndpointTarget.usualPort(scheme, startTls));
        List<ScanTarget> targets = new ArrayList<>();
        for (String one : hosts) {
            for (Optional<String> name : names) {
                targets.add(new EndpointTarget(scheme, one, port, name, startTls, plan));
            }
        }
        return targets;
    }

    private static OptionalInt port(String word, String digits) {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        if (number < 1 || number > 65_535) {
            throw CommandFailure.usage(
                    word + " names port " + number + ". Ports are 1 to 65535.",
                    word + " のポート " + number + " は範囲外です（1～65535）。");
        }
        return OptionalInt.of(number);
    }

    private static StartTls startTls(String word, String id) {
        return StartTls.of(id).orElseThrow(() -> {
            String known = Stream.of(StartTls.values()).map(StartTls::id).collect(Collectors.joining(", "));
            return CommandFailure.usage(
                    word + ": \"" + id + "\" is no protocol with STARTTLS known here. Use one of: " + known,
                    word + "：「" + id + "」は対応する STARTTLS プロトコルではありません。次のいずれかを指定してください：" + known);
        });
    }

    private static List<String> expand(String word, Matcher block) {
        int prefix = Integer.parseInt(block.group(2));
        if (prefix < SMALLEST_PREFIX || prefix > 32) {
            throw CommandFailure.usage(
                    word + " names a block of /" + prefix + ". Blocks are /" + SMALLEST_PREFIX + " to /32.",
                    word + " の範囲 /" + prefix + " は指定できません（/" + SMALLEST_PREFIX + "～/32）。");
        }
        long base = 0;
        for (String part : block.group(1).split("\\.")) {
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                throw unknown(word);
            }
            base = base << 8 | octet;
        }
        long size = 1L << (32 - prefix);
        long first = base / size * size;
        List<String> hosts = new ArrayList<>();
        for (long address = first; address < first + size; address++) {
            hosts.add(
                    (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
        }
        return hosts;
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
