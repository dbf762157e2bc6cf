package dev.shirube.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.PathFilter;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.Scanner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));

    @TempDir
    private Path root;

    private final KeyLines keys = new KeyLines();
    private GitSandbox git;

    @BeforeEach
    void init() throws Exception {
        git = GitSandbox.init(root.resolve("r"));
    }

    @Test
    void aKeyThatWasDeletedIsFoundWithItsFirstAndLastCommit() throws Exception {
        git.write("a.txt", "none").commit("before");
        String first = git.write("conf/server.key", "KEY alice").commit("added");
        String last = git.write("a.txt", "else").commit("between");
        git.git("rm", "-q", "conf/server.key");
        git.commit("deleted");

        ScanResult past = past(scan());

        assertThat(KeyLines.told(past))
                .containsExactly(
                        "alice at .@" + first + ":conf/server.key " + brief(first) + ".." + brief(last) + " removed");
        assertThat(past.findings().get(0).evidence().row()).isEqualTo("private-key" + CommitSpan.ROW);
        assertThat(past.diagnostics())
                .contains(Diagnostic.of(
                        DiagnosticCode.KEY_IN_HISTORY,
                        ".@" + first + ":conf/server.key:1",
                        "private key",
                        "first commit " + first + ", last commit " + last));
        assertThat(past.diagnostics().stream().map(it -> it.message(Language.JA)))
                .anyMatch(it -> it.contains("秘密鍵が履歴に残っています（最初のコミット " + first));
        assertThat(CommitSpan.of(past.findings().get(0)).orElseThrow().text().ja())
                .contains("現在のツリーには無い", brief(first));
        assertThat(past.diagnostics()).contains(Diagnostic.of(DiagnosticCode.HISTORY_WALKED, ".@history", "4", "2"));
    }

    @Test
    void whatIsInTheTreeIsScannedThereAndSaysSinceWhen() throws Exception {
        String before = git.write("other", "x").commit("one");
        String first = git.write("k", "KEY alice").commit("two");
        git.write("other", "y").commit("three");

        List<ScanResult> results = scan();

        assertThat(KeyLines.told(tree(results))).containsExactly("alice at k " + brief(first) + ".. present");
        assertThat(KeyLines.told(past(results))).isEmpty();
        assertThat(keys.shown()).containsExactly(".@" + before + ":other", "k", "other");
        assertThat(codes(past(results))).containsExactly("history-walked .@history");
    }

    @Test
    void theSameKeyInFiftyVersionsIsOneFinding() throws Exception {
        String first = "";
        String last = "";
        for (int i = 0; i < 50; i++) {
            last = git.write("app.yml", "version: " + i + "\nKEY alice\n").commit("c" + i);
            first = first.isEmpty() ? last : first;
        }
        git.write("app.yml", "none").commit("gone");

        assertThat(KeyLines.told(past(scan())))
                .containsExactly(
                        "alice at .@" + first + ":app.yml " + brief(first) + ".." + brief(last) + " removed x50");

        git.write("elsewhere.yml", "KEY alice").commit("back");
        ScanResult past = past(scan());
        assertThat(KeyLines.told(past))
                .containsExactly(
                        "alice at .@" + first + ":app.yml " + brief(first) + ".." + brief(last) + " elsewhere x50");
        assertThat(codes(past)).containsExactly("history-walked .@history");
    }

    @Test
    void aRenamedKeyHasItsFirstAndItsLastPath() throws Exception {
        String first = git.write("a/k.pem", "KEY alice").commit("one");
        git.git("mv", "a", "b");
        String last = git.commit("two");
        git.git("rm", "-q", "-r", "b");
        git.commit("three");

        assertThat(KeyLines.told(past(scan())))
                .containsExactly("alice at .@" + first + ":a/k.pem " + brief(first) + ".." + brief(last)
                        + " as b/k.pem removed");
    }

    @Test
    void sideBranchesMergesTagsAndTheStashAreLookedAt() throws Exception {
        String base = git.write("a", "x").commit("base");
        git.git("checkout", "-q", "-b", "side");
        git.write("side.key", "KEY side").commit("on the side");
        git.git("checkout", "-q", "main");
        git.write("a", "y").commit("on main");
        git.git("merge", "-q", "--no-commit", "--no-ff", "side");
        git.write("merge.key", "KEY merge");
        git.commit("merge");
        git.git("rm", "-q", "side.key", "merge.key");
        git.commit("clean");
        git.git("checkout", "-q", "-b", "gone", base);
        git.write("tag.key", "KEY tag").commit("only tagged");
        git.git("tag", "-a", "-m", "tag", "v1");
        git.git("checkout", "-q", "main");
        git.git("branch", "-D", "gone");
        git.write("a", "KEY stash");
        git.git("stash", "-q");
        git.write("blob", "KEY blob");
        git.git("tag", "key", git.git("hash-object", "-w", "blob"));
        git.git("tag", "-a", "-m", "of a tag", "v2", "v1");
        Files.delete(git.directory().resolve("blob"));

        List<String> loose = KeyLines.told(past(scan()));
        assertThat(loose.stream().map(it -> it.replaceFirst(" at .*:(\\S+) .*", " at $1")))
                .containsExactlyInAnyOrder(
                        "side at side.key",
                        "merge at merge.key",
                        "tag at tag.key",
                        "stash at a",
                        "blob at refs/tags/key");
        git.git("gc", "-q", "--prune=now");
        assertThat(KeyLines.told(past(scan()))).isEqualTo(loose);
        git.git("clone", "-q", "--mirror", ".", root.resolve("bare.git").toString());
        assertThat(KeyLines.told(past(scan(root.resolve("bare.git"), CONTEXT, ScanCache.NONE))))
                .hasSize(5)
                .isEqualTo(loose);
    }

    @Test
    void eachDistinctFileIsLookedAtOnceWhateverTheThreads() throws Exception {
        for (int i = 0; i < 20; i++) {
            git.write("same" + i, "KEY alice").write("changing", "KEY bob " + i);
            git.commit("c" + i);
        }
        List<ScanResult> one = scan();

        assertThat(keys.shown().stream().filter(it -> it.startsWith(".@") && it.endsWith("changing")))
                .hasSize(19);
        assertThat(keys.shown().stream().filter(it -> it.startsWith(".@") && !it.endsWith("changing")))
                .isEmpty();
        assertThat(scan(git.directory(), CONTEXT.withThreads(4), ScanCache.NONE))
                .isEqualTo(one);
    }

    @Test
    void laterCommitsChangeNoLocation() throws Exception {
        for (int i = 0; i < 12; i++) {
            git.git("checkout", "-q", "--orphan", "b" + i);
            git.write("k" + i, "KEY k" + i).commit("root " + i);
            git.git("rm", "-q", "-r", "--cached", ".");
        }
        git.git("checkout", "-q", "--orphan", "last");
        git.git("commit", "-q", "--allow-empty", "-m", "nothing");
        List<String> before = locations(past(scan()));
        for (int i = 0; i < 12; i++) {
            git.git("checkout", "-q", "-f", "b" + i);
            git.write("n" + i, "new " + i).commit("later " + i);
        }
        git.git("checkout", "-q", "-f", "last");

        assertThat(before).hasSize(12);
        assertThat(locations(past(scan()))).isEqualTo(before);
    }

    @Test
    void archivesOfThePastAreOpenedAndFiltersHoldForPaths() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("in/k.pem"));
            out.write("KEY inner".getBytes(StandardCharsets.UTF_8));
        }
        String first = git.write("lib/x.jar", zip.toByteArray())
                .write("test/t.pem", "KEY test")
                .write("out/o.pem", "KEY out")
                .commit("one");
        git.git("rm", "-q", "-r", "lib", "test", "out");
        String last = git.commit("two");

        List<ScanResult> results =
                scan(git.directory(), CONTEXT.withFilter(new PathFilter(List.of(), List.of("out/**"))), ScanCache.NONE);

        assertThat(results).extracting(ScanResult::unit).contains(".@" + first + ":lib/x.jar");
        assertThat(results.stream().flatMap(it -> KeyLines.told(it).stream()))
                .containsExactlyInAnyOrder(
                        "test at .@" + first + ":test/t.pem " + brief(first) + ".." + brief(first) + " removed",
                        "inner at .@" + first + ":lib/x.jar!/in/k.pem " + brief(first) + ".." + brief(first)
                                + " removed");
        assertThat(last).isNotEqualTo(first);
        assertThat(past(results).findings().get(0).occurrence().context().id()).isEqualTo("test");
        assertThat(past(results).coverage().inputs("file", Outcome.EXCLUDED)).isEqualTo(1);
    }

    @Test
    void signaturesOfAllCommitsAreOneFindingForEachSigner() throws Exception {
        List<String> commits = new ArrayList<>();
        String tree = git.object("tree", "");
        String parent = "";
        for (int i = 0; i < 12; i++) {
            String signer = i % 3 == 0 ? "bob" : "alice";
            String text = "tree " + tree + "\n" + parent + "author a <a@b> 0 +0000\ncommitter a <a@b> 0 +0000\n"
                    + "gpgsig -----BEGIN X-----\n SIGNED " + signer + "\n SIG " + i + "\n -----END X-----\n\nm" + i;
            commits.add(git.object("commit", text));
            parent = "parent " + commits.get(i) + "\n";
        }
        String head = commits.get(11);
        git.git("update-ref", "refs/heads/main", head);
        String tag = git.object(
                "tag",
                "object " + head + "\ntype commit\ntag v1\ntagger a <a@b> 0 +0000\n\nmessage\n"
                        + "-----BEGIN PGP SIGNATURE-----\nSIGNED carol\n");
        git.git("update-ref", "refs/tags/v1", tag);

        ScanResult past = past(scan());
        assertThat(past.findings().stream()
                        .map(it -> it.evidence().row() + " " + it.occurrence().location()))
                .containsExactlyInAnyOrder(
                        "signature by bob .@" + commits.get(0) + "!gpgsig",
                        "signature by alice .@" + commits.get(1) + "!gpgsig",
                        "signature by carol .@" + tag + "!tag-signature");
        assertThat(past.findings().stream()
                        .map(it -> CommitSpan.of(it).orElseThrow())
                        .map(it -> it.places() + " " + it.first() + " " + it.last() + " "
                                + it.inTree().id()))
                .containsExactlyInAnyOrder(
                        "4 " + commits.get(0) + " " + commits.get(9) + " no-file",
                        "8 " + commits.get(1) + " " + head + " no-file",
                        "1 " + head + " " + head + " no-file");

        ScanResult now = new ArrayList<>(scan(false)).get(0);
        assertThat(locations(now)).containsExactly(".@" + head + "!gpgsig", ".@" + tag + "!tag-signature");
    }

    @Test
    void aCachedScanSaysTheSame() throws Exception {
        git.write("k", "KEY alice").write("x", "KEY x").commit("one");
        git.git("rm", "-q", "k");
        git.write("x", "KEY x\n").commit("two");
        ScanCache cache = new ScanCache.InMemory();
        scan(git.directory(), CONTEXT, cache);
        int shown = keys.shown().size();
        List<ScanResult> again = scan(git.directory(), CONTEXT, cache);
        assertThat(keys.shown()).hasSize(shown);
        git.write("x", "none").commit("three");
        List<ScanResult> more = scan(git.directory(), CONTEXT, cache);

        assertThat(keys.shown().size()).isBetween(shown + 1, shown + 2);
        assertThat(again).isNotEqualTo(more);
        assertThat(more).isEqualTo(scan());
    }

    @Test
    void aHistorySinceARevisionIsWhatCameAfterIt() throws Exception {
        String base = git.write("old", "KEY old").commit("one");
        git.git("rm", "-q", "old");
        git.write("new", "KEY new").commit("two");
        git.git("rm", "-q", "new");
        git.commit("three");
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new GitReader()), List.of(keys.detector()))
                .scan(
                        new GitTarget(git.directory().toString(), Optional.empty(), true, Optional.of(base)),
                        CONTEXT,
                        sink);

        assertThat(KeyLines.told(past(sink.results())).stream().map(it -> it.substring(0, 3)))
                .containsExactly("new");
        assertThat(past(sink.results()).coverage().inputs(Coverage.UNCHANGED, Coverage.Outcome.SKIPPED))
                .as("what is older was left out, and is not gone")
                .isEqualTo(1);
    }

    private List<ScanResult> scan() throws Exception {
        return scan(git.directory(), CONTEXT, ScanCache.NONE);
    }

    private List<ScanResult> scan(boolean history) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new GitReader()), List.of(keys.detector()))
                .scan(new GitTarget(git.directory().toString(), Optional.empty(), history), CONTEXT, sink);
        return sink.results();
    }

    private List<ScanResult> scan(Path repository, ScanContext context, ScanCache cache) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new GitReader()), List.of(keys.detector()))
                .scan(
                        new GitTarget(repository.toString(), Optional.empty(), true),
                        context,
                        sink,
                        new ScanJournal.InMemory(),
                        cache);
        return sink.results();
    }

    private static ScanResult tree(List<ScanResult> results) {
        return results.stream().filter(it -> it.unit().equals(".")).findFirst().orElseThrow();
    }

    private static ScanResult past(List<ScanResult> results) {
        return results.stream()
                .filter(it -> it.unit().equals(".@history"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> locations(ScanResult result) {
        return result.findings().stream().map(it -> it.occurrence().location()).toList();
    }

    private static List<String> codes(ScanResult result) {
        return result.diagnostics().stream()
                .map(it -> it.code().id() + " " + it.location())
                .toList();
    }

    private static String brief(String commit) {
        return commit.substring(0, 7);
    }
}
