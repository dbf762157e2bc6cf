package dev.shirube.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Limits;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.testing.FakeDetector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitReaderTest {

    private static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));

    @TempDir
    private Path root;

    @Test
    void readsHeadOfAnOrdinaryRepositoryAndNotItsWorkTree() throws Exception {
        GitSandbox git =
                GitSandbox.init(root.resolve("r")).write("src/A.java", "RSA\n").write("docs/a.md", "none");
        git.commit("first");
        git.write("src/A.java", "changed").write("src/B.java", "RSA\n");

        ScanResult result = scan(git.directory().toString(), "").get(0);

        assertThat(result.unit()).isEqualTo(".");
        assertThat(locations(result)).containsExactly("src/A.java");
        assertThat(result.coverage().inputs("fake", Outcome.NO_ANCHOR)).isEqualTo(1);
        assertThat(codes(result)).containsExactly("language-not-read .");
    }

    @Test
    void readsBareRepositoriesPackedObjectsAndAnyRef() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r")).write("a.txt", "RSA one\n");
        String first = git.commit("first");
        git.git("tag", "-a", "v1", "-m", "one");
        git.write("a.txt", "nothing\n").write("b.txt", "RSA two\n").commit("second");
        git.git("branch", "feature/x");
        git.git("gc", "-q");
        git.git("clone", "-q", "--mirror", ".", root.resolve("bare.git").toString());
        String bare = root.resolve("bare.git").toString();

        assertThat(locations(scan(bare, "").get(0))).containsExactly("b.txt");
        assertThat(locations(scan(bare, "v1").get(0))).containsExactly("a.txt");
        assertThat(locations(scan(bare, first).get(0))).containsExactly("a.txt");
        assertThat(locations(scan(bare, first.substring(0, 10)).get(0))).containsExactly("a.txt");
        assertThat(locations(scan(bare, "feature/x").get(0))).containsExactly("b.txt");
        assertThat(locations(scan(bare, "main~1").get(0))).containsExactly("a.txt");
    }

    @Test
    void sinceARevisionOnlyWhatDiffersIsLookedAtAndTheRestIsCounted() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r"))
                .write("same.txt", "RSA")
                .write("changed.txt", "RSA")
                .write("gone.txt", "RSA")
                .write("moved/a.txt", "RSA")
                .write("lib/deep/same.txt", "RSA")
                .write("kind", "RSA");
        String first = git.commit("first");
        git.git("mv", "moved", "there");
        git.git("rm", "-q", "gone.txt", "kind");
        git.write("changed.txt", "RSA\nRSA").write("new.txt", "RSA").write("kind/now-a-folder.txt", "RSA");
        git.git("add", "-A");
        Files.createSymbolicLink(git.directory().resolve("link"), Path.of("same.txt"));
        git.commit("second");

        ScanResult result = since(git, first);
        assertThat(locations(result)).containsExactly("changed.txt", "kind/now-a-folder.txt", "new.txt", "there/a.txt");
        assertThat(result.coverage().inputs(Coverage.UNCHANGED, Outcome.SKIPPED))
                .isEqualTo(2);
        assertThat(result.coverage().inputs(Coverage.FILE, Outcome.SKIPPED)).isEqualTo(3);
        assertThat(result.coverage().inputs(Coverage.FILE, Outcome.READ)).isEqualTo(4);
        assertThat(locations(since(git, "main"))).isEmpty();
        assertThatThrownBy(() -> since(git, "nowhere"))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("nowhere");
    }

    private static ScanResult since(GitSandbox git, String revision) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new GitReader()), List.of(FakeDetector.finding("fake", "RSA")))
                .scan(
                        new GitTarget(git.directory().toString(), Optional.empty(), false, Optional.of(revision)),
                        CONTEXT,
                        sink);
        return sink.results().get(0);
    }

    @Test
    void aSecondScanKnowsFilesByTheirBlobsWhicheverRevisionTheyAreIn() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r"))
                .write("a.txt", "RSA a")
                .write("b.txt", "RSA b")
                .write("c.txt", "reads b.txt");
        git.commit("first");
        Set<String> shown = new TreeSet<>();
        FakeDetector detector = FakeDetector.doing("fake", (input, unit) -> {
            shown.add(input.location());
            try {
                String text = new String(input.bytes(), StandardCharsets.UTF_8);
                String symbol = text.startsWith("reads")
                        ? new String(unit.input("b.txt").orElseThrow().bytes(), StandardCharsets.UTF_8)
                        : text;
                return Detection.of(List.of(FakeDetector.rsaAt("fake", input.location(), 1, symbol)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        ScanCache cache = new ScanCache.InMemory();
        scan(git, detector, cache);
        assertThat(shown).containsExactly("a.txt", "b.txt", "c.txt");
        shown.clear();
        scan(git, detector, cache);
        assertThat(shown).isEmpty();
        git.write("b.txt", "RSA other").write("d.txt", "RSA a").commit("second");
        List<ScanResult> cached = scan(git, detector, cache);
        assertThat(shown).containsExactly("b.txt", "c.txt", "d.txt");
        assertThat(cached).isEqualTo(scan(git, detector, ScanCache.NONE));
    }

    private static List<ScanResult> scan(GitSandbox git, FakeDetector detector, ScanCache cache) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new GitReader()), List.of(detector))
                .scan(
                        new GitTarget(git.directory().toString(), Optional.empty(), false),
                        CONTEXT,
                        sink,
                        new ScanJournal.InMemory(),
                        cache);
        return sink.results();
    }

    @Test
    void readsALinkedWorkTree() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r")).write("a.txt", "RSA\n");
        git.commit("first");
        git.git("worktree", "add", "-q", "-b", "other", root.resolve("linked").toString());
        new GitSandbox(root.resolve("linked")).write("b.txt", "RSA").commit("second");

        assertThat(locations(scan(root.resolve("linked").toString(), "").get(0)))
                .containsExactly("a.txt", "b.txt");
        assertThat(locations(scan(git.directory().toString(), "").get(0))).containsExactly("a.txt");
    }

    @Test
    void aRepositoryWithoutCommitsIsSaidToBeEmpty() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r"));

        assertThat(scan(git.directory().toString(), "").get(0).diagnostics())
                .containsExactly(Diagnostic.of(DiagnosticCode.EMPTY_REPOSITORY, "."));
    }

    @Test
    void anUnknownRefIsNamedWithTheRefsThereAre() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r")).write("a.txt", "RSA");
        git.commit("first");
        git.git("tag", "v1");

        for (String ref : List.of("no-such", "v1:a.txt", "0123456789012345678901234567890123456789", "@{", "..")) {
            assertThatThrownBy(() -> scan(git.directory().toString(), ref))
                    .as(ref)
                    .isInstanceOfSatisfying(TargetException.class, e -> {
                        assertThat(e.getMessage()).contains(ref);
                        assertThat(e.message(Language.JA)).contains(ref);
                    });
        }
        assertThatThrownBy(() -> scan(git.directory().toString(), "no-such")).hasMessageContaining("main, v1");
        git.git("symbolic-ref", "HEAD", "refs/heads/master");
        assertThatThrownBy(() -> scan(git.directory().toString(), ""))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("\"HEAD\"")
                .hasMessageContaining("main");
    }

    @Test
    void whatIsNoRepositoryIsRefusedWithTheWayOut() throws Exception {
        Files.createDirectories(root.resolve("plain/.git"));

        assertThatThrownBy(() -> scan(root.resolve("plain").toString(), ""))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("is not a Git repository");
        assertThatThrownBy(() -> scan(root.resolve("absent").toString(), ""))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("does not exist");
        for (String url : List.of("ssh://git@example.org/x.git", "git@example.org:x.git", "git://example.org/x")) {
            assertThatThrownBy(() -> scan(url, ""))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("git clone --bare");
        }
    }

    @Test
    void aRepositoryOfNewObjectNamesIsRefusedWithTheWayOut() throws Exception {
        GitSandbox git =
                GitSandbox.init(root.resolve("r"), "--object-format=sha256").write("a.txt", "RSA");
        git.commit("first");

        assertThatThrownBy(() -> scan(git.directory().toString(), ""))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("git archive");
    }

    @Test
    void linksSubmodulesAndPointersAreTold() throws Exception {
        GitSandbox inner = GitSandbox.init(root.resolve("inner")).write("i.txt", "RSA");
        String at = inner.commit("inner");
        GitSandbox git = GitSandbox.init(root.resolve("r")).write("a.txt", "RSA");
        git.git("update-index", "--add", "--cacheinfo", "160000," + at + ",libs/inner");
        Files.createSymbolicLink(git.directory().resolve("link"), Path.of("nowhere/at-all"));
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
        git.write("big.jks", pointer).write("about-lfs.md", "version https://git-lfs.github.com/spec/v1 is a pointer");
        git.git("add", "a.txt", "link", "big.jks", "about-lfs.md");
        git.git("commit", "-q", "-m", "all");

        ScanResult result = scan(git.directory().toString(), "").get(0);

        assertThat(result.diagnostics())
                .containsExactly(
                        Diagnostic.of(DiagnosticCode.CONTENT_ELSEWHERE, "big.jks", "Git LFS"),
                        Diagnostic.of(DiagnosticCode.CONTENT_ELSEWHERE, "libs/inner", "submodule at " + at),
                        Diagnostic.of(DiagnosticCode.LINK_NOT_FOLLOWED, "link", "nowhere/at-all"));
        assertThat(result.coverage().inputs("fake", Outcome.FAILED)).isEqualTo(1);
        assertThat(locations(result)).containsExactly("a.txt");
    }

    @Test
    void missingObjectsCostOnlyWhatIsMissing() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r"))
                .write("a.txt", "RSA")
                .write("gone.txt", "RSA too")
                .write("folder/b.txt", "RSA three");
        git.commit("first");
        String blob = git.git("rev-parse", "HEAD:gone.txt");
        String tree = git.git("rev-parse", "HEAD:folder");
        for (String id : List.of(blob, tree)) {
            Files.delete(git.directory().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
        }

        ScanResult result = scan(git.directory().toString(), "").get(0);

        assertThat(result.diagnostics())
                .containsExactly(
                        Diagnostic.of(DiagnosticCode.MISSING_OBJECT, "folder", tree),
                        Diagnostic.of(DiagnosticCode.MISSING_OBJECT, "gone.txt", blob));
        assertThat(locations(result)).containsExactly("a.txt");
    }

    @Test
    void damagedObjectsAreTold() throws Exception {
        GitSandbox git =
                GitSandbox.init(root.resolve("r")).write("a.txt", "RSA").write("bad.txt", "RSA and more");
        git.commit("first");
        String id = git.git("rev-parse", "HEAD:bad.txt");
        Path file = git.directory().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
        Files.delete(file);
        Files.write(file, "no object at all".getBytes(StandardCharsets.UTF_8));

        ScanResult result = scan(git.directory().toString(), "").get(0);

        assertThat(codes(result)).containsExactly("malformed bad.txt");
        assertThat(locations(result)).containsExactly("a.txt");
    }

    @Test
    void archivesInATreeAreUnitsAndLargeFilesAreTold() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("B.class"));
            out.write("RSA".getBytes(StandardCharsets.UTF_8));
        }
        GitSandbox git = GitSandbox.init(root.resolve("r"))
                .write("lib/x.jar", zip.toByteArray())
                .write("large.bin", "RSA".repeat(1_000));
        git.commit("first");
        Limits small = new Limits(2_000, 8, 200, 64, 1 << 20, 100, 8);

        List<ScanResult> results = scan(git.directory().toString(), "", CONTEXT.withLimits(small));

        assertThat(results).extracting(ScanResult::unit).containsExactly(".", "lib/x.jar");
        assertThat(results.get(0).diagnostics())
                .containsExactly(
                        Diagnostic.of(DiagnosticCode.LIMIT_REACHED, "large.bin", "input-bytes=2000", "3000 bytes"));
        assertThat(locations(results.get(1))).containsExactly("lib/x.jar!/B.class");
    }

    @Test
    void nothingInAHostileRepositoryRunsAndNothingIsWrittenThere() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r"))
                .write("a.txt", "RSA")
                .write(".gitattributes", "* filter=evil diff=evil merge=evil textconv=evil\n");
        git.commit("first");
        Path marker = root.resolve("marker");
        Path evil = root.resolve("evil.sh");
        Files.writeString(evil, "#!/bin/sh\ntouch '" + marker + "'\ncat\n");
        Files.setPosixFilePermissions(evil, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path hooks = git.directory().resolve(".git/hooks");
        for (String hook : List.of("post-checkout", "pre-commit", "reference-transaction", "pre-auto-gc")) {
            Files.createDirectories(hooks);
            Files.copy(evil, hooks.resolve(hook), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String key : List.of(
                "filter.evil.smudge",
                "filter.evil.clean",
                "filter.evil.process",
                "diff.evil.textconv",
                "core.fsmonitor",
                "core.sshCommand",
                "core.editor",
                "core.pager",
                "credential.helper",
                "gpg.program",
                "core.alternateRefsCommand",
                "core.gitProxy")) {
            git.git("config", key, evil.toString());
        }
        git.git("config", "filter.evil.required", "true");
        git.git("config", "core.hooksPath", root.toString());
        git.git("config", "core.worktree", "/");
        git.git("config", "include.path", "/dev/zero");
        Map<String, Long> before = tree(git.directory());
        Files.deleteIfExists(marker);

        ScanResult result = scan(git.directory().toString(), "").get(0);

        assertThat(locations(result)).containsExactly("a.txt");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(marker).doesNotExist();
        assertThat(tree(git.directory())).isEqualTo(before);
    }

    @Test
    void theUsersOwnSettingsAreNotRead() throws Exception {
        IsolatedSystem.install();
        org.eclipse.jgit.util.SystemReader reader = org.eclipse.jgit.util.SystemReader.getInstance();

        assertThat(reader.getenv("PATH")).isNull();
        assertThat(reader.getUserConfig().getSections()).isEmpty();
        assertThat(reader.getSystemConfig().getSections()).isEmpty();
        assertThat(reader.getJGitConfig().getSections()).isEmpty();
        assertThat(IsolatedFileSystem.forThisSystem().getGitSystemConfig()).isNull();
    }

    @Test
    void aNamedRepositoryIsFetchedOverHttpAndLeavesNothingBehind() throws Exception {
        GitSandbox git = GitSandbox.init(root.resolve("r")).write("a.txt", "RSA");
        git.commit("first");
        git.git("clone", "-q", "--bare", ".", root.resolve("served.git").toString());
        new GitSandbox(root.resolve("served.git")).git("update-server-info");
        long copies = temporaryCopies();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(1))
                    .normalize();
            boolean found = file.startsWith(root) && Files.isRegularFile(file);
            exchange.sendResponseHeaders(found ? 200 : 404, found ? Files.size(file) : -1);
            if (found) {
                exchange.getResponseBody().write(Files.readAllBytes(file));
            }
            exchange.close();
        });
        server.start();
        try {
            String base = "http://user:hush@127.0.0.1:" + server.getAddress().getPort();

            assertThat(locations(scan(base + "/served.git", "main").get(0))).containsExactly("a.txt");
            assertThatThrownBy(() -> scan(base + "/absent.git", ""))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("/absent.git")
                    .hasMessageNotContaining("hush");
        } finally {
            server.stop(0);
        }
        assertThat(temporaryCopies()).isEqualTo(copies);
    }

    @Test
    void readsThisProjectsOwnRepository() throws Exception {
        Path top = Path.of("").toAbsolutePath();
        while (top != null && !Files.exists(top.resolve(".git"))) {
            top = top.getParent();
        }
        assertThat(top).as("the clone that this test runs in").isNotNull();

        ScanResult result = scan(top.toString(), "", CONTEXT, FakeDetector.finding("fake", "artifactId>shirube"))
                .get(0);

        assertThat(locations(result)).contains("pom.xml", "scanner/engine/pom.xml");
        assertThat(result.diagnostics()).extracting(Diagnostic::code).doesNotContain(DiagnosticCode.MALFORMED);
    }

    private static long temporaryCopies() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(it -> it.getFileName().toString().startsWith("shirube-git-"))
                    .count();
        }
    }

    private static Map<String, Long> tree(Path directory) throws Exception {
        Map<String, Long> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                tree.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
            }
        }
        return tree;
    }

    private static List<String> locations(ScanResult result) {
        return result.findings().stream()
                .map(it -> it.occurrence().location())
                .distinct()
                .toList();
    }

    private static List<String> codes(ScanResult result) {
        return result.diagnostics().stream()
                .map(it -> it.code().id() + " " + it.location())
                .toList();
    }

    private static List<ScanResult> scan(String location, String ref) throws Exception {
        return scan(location, ref, CONTEXT);
    }

    private static List<ScanResult> scan(String location, String ref, ScanContext context) throws Exception {
        return scan(location, ref, context, FakeDetector.finding("fake", "RSA"));
    }

    private static List<ScanResult> scan(String location, String ref, ScanContext context, FakeDetector detector)
            throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        Optional<String> named = ref.isEmpty() ? Optional.empty() : Optional.of(ref);
        new Scanner(List.of(new GitReader()), List.of(detector))
                .scan(new GitTarget(location, named, false), context, sink);
        return sink.results();
    }
}
