package dev.shirube.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.Scanner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Histories of which a part is missing, broken, or made to cost as much as possible: a row each, and the rest is found. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BrokenHistoryTest {

    private static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));

    @TempDir
    private Path root;

    private GitSandbox git;

    @BeforeEach
    void init() throws Exception {
        git = GitSandbox.init(root.resolve("r"));
    }

    @Test
    void aShallowCloneSaysThatItEnds() throws Exception {
        for (int i = 0; i < 5; i++) {
            git.write("k", "KEY " + i).commit("c" + i);
        }
        String missing = git.git("rev-parse", "HEAD~2");
        git.git(
                "clone",
                "-q",
                "--depth",
                "2",
                "file://" + git.directory(),
                root.resolve("shallow").toString());

        ScanResult past = scan(root.resolve("shallow"));

        assertThat(past.diagnostics())
                .contains(Diagnostic.of(DiagnosticCode.MISSING_OBJECT, ".@history", missing + " (shallow clone)"));
        assertThat(assets(past)).containsExactly("3");
    }

    @Test
    void aPartialCloneSaysHowManyFilesItDoesNotHaveAndFetchesNone() throws Exception {
        for (int i = 0; i < 5; i++) {
            git.write("k", "KEY " + i).commit("c" + i);
        }
        git.git("config", "uploadpack.allowFilter", "true");
        Path partial = root.resolve("partial");
        git.git("clone", "-q", "--filter=blob:none", "file://" + git.directory(), partial.toString());

        ScanResult past = scan(partial);

        List<String> rows = rows(past);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("missing-object .@history").endsWith(" and 3 others (partial clone)");
        assertThat(past.diagnostics().get(0).message(Language.JA)).contains("ほか 3 件（部分クローン）");
        assertThat(past.coverage().inputs("missing-object", Outcome.SKIPPED)).isEqualTo(4);
        assertThat(assets(past)).isEmpty();
    }

    @Test
    void whatIsMissingOrBrokenCostsOnlyItself() throws Exception {
        git.write("folder/k", "KEY tree")
                .write("b", "KEY blob")
                .write("ok", "KEY fine")
                .commit("one");
        git.write("folder/k", "x").write("b", "x").write("ok", "x").commit("two");
        git.write("c", "KEY behind").commit("three");
        git.git("rm", "-q", "c");
        String head = git.commit("four");
        String tree = git.git("rev-parse", "HEAD~3:folder");
        String broken = git.git("rev-parse", "HEAD~3:b");
        Files.delete(loose(tree));
        damage(broken);

        ScanResult past = scan(git.directory());
        assertThat(assets(past)).containsExactlyInAnyOrder("fine", "behind");
        assertThat(rows(past).stream().map(it -> it.replaceFirst("@[0-9a-f]{40}", "@…")))
                .contains("missing-object .@history " + tree)
                .anyMatch(it -> it.startsWith("malformed .@…:b Git object"));

        String parent = git.git("rev-parse", "HEAD~1");
        Files.delete(loose(parent));
        git.git("update-ref", "refs/heads/other", git.git("rev-parse", head));
        ScanResult cut = scan(git.directory());
        assertThat(assets(cut)).isEmpty();
        assertThat(rows(cut)).contains("missing-object .@history " + parent);
    }

    @Test
    void aBrokenCommitIsARow() throws Exception {
        String bad = git.write("a", "x").commit("one");
        git.write("a", "y").commit("two");
        damage(bad);
        String none = git.object("commit", "author nobody\n\nno tree at all");
        Files.writeString(git.directory().resolve(".git/refs/heads/none"), none + "\n");

        assertThat(rows(scan(git.directory())))
                .anyMatch(it -> it.startsWith("malformed .@" + bad + "!object Git object"))
                .contains("malformed .@" + none + "!object Git object it names no tree");
    }

    @Test
    void replacedAndGraftedHistoriesAreBothLookedAt() throws Exception {
        String one = git.write("a", "KEY one").commit("one");
        String two = git.write("a", "KEY two").commit("two");
        git.write("a", "x").commit("three");
        git.git("checkout", "-q", "--orphan", "aside");
        String aside = git.write("a", "KEY aside").commit("aside");
        git.git("checkout", "-q", "main");
        git.git("branch", "-q", "-D", "aside");
        git.git("replace", two, aside);
        Files.writeString(git.directory().resolve(".git/info/grafts"), git.git("rev-parse", "main") + " " + one + "\n");

        ScanResult past = scan(git.directory());

        assertThat(assets(past)).containsExactlyInAnyOrder("one", "two", "aside");
        assertThat(rows(past)).contains("history-altered .@history replaced objects: 1; grafts: 1");
    }

    @Test
    void linksSubmodulesAndPointersOfThePastAreNoFiles() throws Exception {
        String at = "0123456789012345678901234567890123456789";
        git.git("update-index", "--add", "--cacheinfo", "160000," + at + ",libs/inner");
        git.git("update-index", "--add", "--cacheinfo", "160000," + at + ",libs/stays");
        Files.createSymbolicLink(git.directory().resolve("link"), Path.of("KEY link"));
        git.write("big.jks", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        git.git("add", "link", "big.jks");
        git.git("commit", "-q", "-m", "all");
        String first = git.git("rev-parse", "HEAD");
        git.git("rm", "-q", "--cached", "libs/inner", "link", "big.jks");
        git.git("commit", "-q", "-m", "gone");

        assertThat(rows(scan(git.directory())))
                .containsExactly(
                        "content-elsewhere .@" + first + ":big.jks Git LFS",
                        "content-elsewhere .@" + first + ":libs/inner submodule at " + at,
                        "history-walked .@history 2 1");
    }

    @Test
    void treesThatGrowWithoutEndCostWhatTheyHold() throws Exception {
        String blob = git.git(
                "hash-object",
                "-w",
                git.write("k", "KEY bomb").directory().resolve("k").toString());
        String tree = treeOf("100644", blob, 1);
        for (int level = 0; level < 40; level++) {
            tree = treeOf("40000", tree, 10); // 10^40 paths
        }
        commit(tree, "refs/heads/bomb");
        String deep = treeOf("100644", blob, 1);
        for (int level = 0; level < 3_000; level++) {
            deep = treeOf("40000", deep, 1);
        }
        commit(deep, "refs/heads/deep");
        String junk = writeObject("tree", "100644 no end".getBytes(StandardCharsets.UTF_8));
        commit(junk, "refs/heads/junk");
        git.write("x", "x").git("rm", "-q", "--cached", "-f", "--ignore-unmatch", "k");
        Files.delete(git.directory().resolve("k"));
        git.commit("main");

        ScanResult past = scan(git.directory());

        assertThat(assets(past)).containsExactly("bomb");
        assertThat(rows(past))
                .anyMatch(it -> it.startsWith("limit-reached") && it.endsWith("tree-depth=2048 depth 2049"))
                .anyMatch(it -> it.startsWith("malformed") && it.contains("Git tree"));
    }

    @Test
    void alternatesInALoopAndHooksDoNothing() throws Exception {
        git.write("k", "KEY alice").commit("one");
        git.git("rm", "-q", "k");
        git.commit("two");
        Path objects = git.directory().resolve(".git/objects");
        Path other = Files.createDirectories(root.resolve("other/objects/info"));
        Files.writeString(objects.resolve("info/alternates"), other.getParent() + "\n/dev/zero\n/nowhere\n");
        Files.writeString(other.resolve("alternates"), objects + "\n");
        Path marker = root.resolve("marker");
        git.git("config", "core.fsmonitor", "touch " + marker);
        git.git("config", "gpg.program", "touch " + marker);

        assertThat(assets(scan(git.directory()))).containsExactly("alice");
        assertThat(marker).doesNotExist();
    }

    @Test
    void commitsOfManyParentsAndNamesOfAnyBytesAreRead() throws Exception {
        byte[] name = {'k', (byte) 0xff, 0x1b, '!', '.', 'p', 'e', 'm'};
        String blob = git.git(
                "hash-object",
                "-w",
                git.write("k", "KEY odd").directory().resolve("k").toString());
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        tree.writeBytes("100644 ".getBytes(StandardCharsets.UTF_8));
        tree.writeBytes(name);
        tree.write(0);
        tree.writeBytes(id(blob));
        String odd = commit(writeObject("tree", tree.toByteArray()), "refs/heads/odd");
        Files.delete(git.directory().resolve("k"));
        StringBuilder octopus = new StringBuilder("tree " + git.object("tree", "") + "\n");
        octopus.append(("parent " + odd + "\n").repeat(5_000));
        git.git(
                "update-ref",
                "refs/heads/main",
                git.object("commit", octopus + "author a <a@b> 0 +0000\ncommitter a <a@b> 0 +0000\n\nm"));

        ScanResult past = scan(git.directory());

        assertThat(past.findings()).hasSize(1);
        assertThat(past.findings().get(0).occurrence().location())
                .startsWith(".@" + odd + ":k")
                .endsWith("\\u001b!.pem");
        assertThat(past.findings().get(0).evidence().row()).endsWith(":history");
    }

    private String treeOf(String mode, String id, int times) throws Exception {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            tree.writeBytes((mode + " n" + i + "\0").getBytes(StandardCharsets.UTF_8));
            tree.writeBytes(id(id));
        }
        return writeObject("tree", tree.toByteArray());
    }

    private static byte[] id(String hex) {
        byte[] raw = new byte[20];
        ObjectId.fromString(hex).copyRawTo(raw, 0);
        return raw;
    }

    /** By JGit, since starting Git three thousand times takes long. */
    private String writeObject(String type, byte[] bytes) throws Exception {
        try (Repository repository = new FileRepositoryBuilder()
                        .setGitDir(git.directory().resolve(".git").toFile())
                        .build();
                ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type.equals("tree") ? Constants.OBJ_TREE : Constants.OBJ_COMMIT, bytes);
            inserter.flush();
            return id.name();
        }
    }

    private String commit(String tree, String reference) throws Exception {
        String text = "tree " + tree + "\nauthor a <a@b> 0 +0000\ncommitter a <a@b> 0 +0000\n\nm";
        String id = writeObject("commit", text.getBytes(StandardCharsets.UTF_8));
        git.git("update-ref", reference, id);
        return id;
    }

    private Path loose(String id) {
        return git.directory().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
    }

    private void damage(String id) throws Exception {
        Files.delete(loose(id));
        Files.write(loose(id), "no object at all".getBytes(StandardCharsets.UTF_8));
    }

    private static ScanResult scan(Path repository) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new GitReader()), List.of(new KeyLines().detector()))
                .scan(new GitTarget(repository.toString(), Optional.empty(), true), CONTEXT, sink);
        return sink.results().stream()
                .filter(it -> it.unit().equals(".@history"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> assets(ScanResult result) {
        return result.findings().stream()
                .map(it -> it.asset().id().replaceFirst(".*=", ""))
                .toList();
    }

    private static List<String> rows(ScanResult result) {
        return result.diagnostics().stream()
                .filter(it -> it.code() != DiagnosticCode.KEY_IN_HISTORY)
                .map(it -> it.code().id() + " " + it.location() + " " + String.join(" ", it.arguments()))
                .toList();
    }
}
