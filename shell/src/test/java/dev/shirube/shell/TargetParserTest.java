package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetParserTest {

    @TempDir
    Path folder;

    private final TargetParser parser = new TargetParser(ProbePlan.TRIAGE, false);

    private ScanTarget one(String word) {
        List<ScanTarget> targets = parser.parse(List.of(word));
        assertThat(targets).hasSize(1);
        return targets.get(0);
    }

    @Test
    void aFolderAFileAndARevisionAreToldApart() throws IOException {
        Path file = Files.createFile(folder.resolve("鍵 file.pem"));
        assertThat(one(folder.toString())).isEqualTo(new DirectoryTarget(folder));
        assertThat(one(file.toString())).isEqualTo(new FileTarget(file));
        assertThat(one(folder + "#v1.0")).isEqualTo(new GitTarget(folder.toString(), Optional.of("v1.0"), false));
    }

    @Test
    void aFileWhoseNameHasAHashIsThatFile() throws IOException {
        Path file = Files.createFile(folder.resolve("a#b"));
        assertThat(one(file.toString())).isEqualTo(new FileTarget(file));
    }

    @Test
    void aBareRepositoryIsReadAsGit() throws IOException {
        Files.createFile(folder.resolve("HEAD"));
        Files.createDirectory(folder.resolve("objects"));
        assertThat(one(folder.toString())).isInstanceOf(GitTarget.class);
    }

    @Test
    void aHistoryIsThatOfARepository() throws IOException {
        TargetParser parser = new TargetParser(ProbePlan.TRIAGE, true);
        assertThat(parser.parse(List.of(folder.toString())))
                .containsExactly(new GitTarget(folder.toString(), Optional.empty(), true));
        Path file = Files.createFile(folder.resolve("a.jar"));
        assertThatThrownBy(() -> parser.parse(List.of(file.toString())))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--history");
    }

    @Test
    void endpointsCarryPortNamesAndUpgrade() {
        assertThat(parser.parse(List.of("tls://mail.example?sni=a.example,b.example&starttls=smtp")))
                .containsExactly(smtp("a.example"), smtp("b.example"));
        assertThat(one("tls://[::1]:8443").text()).isEqualTo("tls://[::1]:8443");
        assertThat(one("ssh://bastion")).isInstanceOf(EndpointTarget.class);
    }

    private static EndpointTarget smtp(String serverName) {
        return new EndpointTarget(
                Scheme.TLS, "mail.example", 25, Optional.of(serverName), Optional.of(StartTls.SMTP), ProbePlan.TRIAGE);
    }

    @Test
    void sshWithAPathIsARepositoryAndHttpsToo() {
        assertThat(one("ssh://git.example/team/app.git")).isInstanceOf(GitTarget.class);
        assertThat(one("https://git.example/app.git#main"))
                .isEqualTo(new GitTarget("https://git.example/app.git", Optional.of("main"), false));
    }

    @Test
    void aListNamesOneTargetALineAndBlocksOfAddresses() throws IOException {
        Path list = folder.resolve("targets.txt");
        Files.writeString(
                list, "# 本庁\ntls://192.0.2.8/30:443 # not a form\n".replace("/30:443", ":443") + "\n" + folder + "\n");
        assertThat(parser.parse(List.of("@" + list))).hasSize(2);
        Files.writeString(list, "tls://192.0.2.9/30\n");
        assertThat(parser.parse(List.of("@" + list)).stream().map(ScanTarget::text))
                .containsExactly(
                        "tls://192.0.2.8:443", "tls://192.0.2.9:443", "tls://192.0.2.10:443", "tls://192.0.2.11:443");
    }

    @Test
    void aListNamesFileAndLineOfWhatIsWrongAndEveryTargetOnce() throws IOException {
        Path list = folder.resolve("targets.txt");
        Files.writeString(
                list, "\uFEFF# 本庁\r\ntls://192.0.2.1-2 # two\r\n\r\n  tls://192.0.2.0/30:443\r\nssh://bastion#1\r\n");
        assertThatThrownBy(() -> parser.parse(List.of("@" + list)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("targets.txt:5: ")
                .hasMessageContaining("ssh://bastion#1");
        Files.writeString(list, Files.readString(list).replace("#1", ""));
        assertThat(parser.parse(List.of("@" + list, "tls://192.0.2.3")).stream().map(ScanTarget::text))
                .containsExactly(
                        "tls://192.0.2.1:443",
                        "tls://192.0.2.2:443",
                        "tls://192.0.2.0:443",
                        "tls://192.0.2.3:443",
                        "ssh://bastion:22");
    }

    @Test
    void aListOfManyIsCheapAndOneOfTooManyIsRefused() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 65_536; i++) {
            lines.append("tls://10.0.")
                    .append(i / 256)
                    .append('.')
                    .append(i % 256)
                    .append('\n');
        }
        Path list = Files.writeString(folder.resolve("many.txt"), lines);
        long begun = System.nanoTime();
        assertThat(parser.parse(List.of("@" + list))).hasSize(65_536);
        assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
        Files.writeString(
                list, "tls://10.0.0.0/16\ntls://10.1.0.0/16\ntls://10.2.0.0/16\ntls://10.3.0.0/16\nssh://a\n");
        assertThatThrownBy(() -> parser.parse(List.of("@" + list)))
                .hasMessageContaining("many.txt:5: ")
                .hasMessageContaining("262144");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no/such/path",
                "ftp://host/x",
                "tls://host:99999",
                "tls://10.0.0.0/8",
                "tls://host?color=red",
                "tls://host?starttls=gopher",
                "ssh://host?sni=a",
                "@no-such-list",
                "cdx:bom.json"
            })
    void whatIsNoTargetIsNamedAndNothingIsDone(String word) {
        assertThatThrownBy(() -> parser.parse(List.of(word)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(word.replace("@", ""));
    }
}
