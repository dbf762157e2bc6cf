package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose code a finding is in and how it is reached, in archives that are built like real ones. */
class ReachTest {

    private static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));

    private static final Map<String, String> SOURCES = Map.of(
            "org.springframework.stereotype.Component",
            "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Component {}",
            "org.springframework.boot.loader.launch.JarLauncher",
            "public class JarLauncher { public static void main(String[] a) {} }",
            "com.acme.payroll.App",
            "public class App { public static void main(String[] a) throws Exception { com.lib.Sealer.seal();"
                    + " java.security.KeyPairGenerator.getInstance(\"EC\"); } }",
            "com.acme.payroll.Forgotten",
            generating("Forgotten", "DH", ""),
            "com.acme.payroll.Worker",
            "@org.springframework.stereotype.Component " + generating("Worker", "X25519", ""),
            "com.acme.common.Helper",
            generating("Helper", "Ed25519", ""),
            "com.lib.Sealer",
            "public class Sealer { public static void seal() throws Exception {"
                    + " javax.crypto.Cipher.getInstance(\"RSA\"); java.util.ServiceLoader.load(Plugin.class); } }",
            "com.lib.Unused",
            generating("Unused", "DSA", ""),
            "com.lib.Plugin",
            "public interface Plugin {}",
            "com.lib.PluginImpl",
            generating("PluginImpl", "XDH", " implements Plugin"));

    @TempDir
    private static Path classes;

    @TempDir
    private Path root;

    private static String generating(String name, String algorithm, String parents) {
        return "public class " + name + parents + " { public Object make() throws Exception {"
                + " return java.security.KeyPairGenerator.getInstance(\"" + algorithm + "\"); } }";
    }

    @BeforeAll
    static void compile() throws Exception {
        Path sources = Files.createDirectories(classes.resolve("sources"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            int dot = source.getKey().lastIndexOf('.');
            Path file = sources.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "package " + source.getKey().substring(0, dot) + "; " + source.getValue());
            files.add(file);
        }
        Compiled.into(classes, files, List.of());
    }

    private static BuiltArchive archive() {
        return new BuiltArchive(classes);
    }

    private static BuiltArchive library() {
        return archive()
                .manifest("Automatic-Module-Name: com.lib")
                .pom("com.lib", "seal")
                .text("META-INF/services/com.lib.Plugin", "# the only one\ncom.lib.PluginImpl\n")
                .classes("", "com/lib/Sealer", "com/lib/Unused", "com/lib/Plugin", "com/lib/PluginImpl");
    }

    private static BuiltArchive boot() {
        return archive()
                .manifest(
                        "Main-Class: org.springframework.boot.loader.launch.JarLauncher",
                        "Start-Class: com.acme.payroll.App")
                .classes("", "org/springframework/boot/loader/launch/JarLauncher")
                .classes(
                        "BOOT-INF/classes/",
                        "com/acme/payroll/App",
                        "com/acme/payroll/Forgotten",
                        "com/acme/payroll/Worker")
                .bytes("BOOT-INF/lib/seal-1.0.jar", library().bytes());
    }

    /** {@code algorithm owner reach} of every finding. */
    private List<String> scan(String name, byte[] bytes) throws Exception {
        return told(new ScanTarget.FileTarget(Files.write(root.resolve(name), bytes)), 1).stream()
                .flatMap(it -> it.findings().stream())
                .map(ReachTest::line)
                .sorted()
                .toList();
    }

    private static List<ScanResult> told(ScanTarget target, int threads) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new DirectoryReader()), List.of(new BytecodeDetector()))
                .scan(target, CONTEXT.withThreads(threads), sink);
        return sink.results();
    }

    private static String line(Finding finding) {
        Occurrence at = finding.occurrence();
        return String.join("|", finding.evidence().values()) + " " + at.owner().id() + " "
                + at.reach().id();
    }

    @Test
    void anApplicationsUseIsToldFromWhatItsLibrariesCouldDo() throws Exception {
        assertThat(scan("payroll.jar", boot().bytes()))
                .containsExactly(
                        "DH own not-reached",
                        "DSA third-party not-reached",
                        "EC own entry",
                        "RSA third-party reached",
                        "X25519 own entry",
                        "XDH third-party reached");
    }

    @Test
    void aServiceThatNobodyAsksForIsNotReached() throws Exception {
        BuiltArchive alone = archive()
                .manifest("Start-Class: com.acme.payroll.Forgotten")
                .classes("BOOT-INF/classes/", "com/acme/payroll/Forgotten")
                .bytes("BOOT-INF/lib/seal-1.0.jar", library().bytes());
        assertThat(scan("payroll.jar", alone.bytes()))
                .contains("DH own entry", "XDH third-party not-reached", "RSA third-party not-reached");
    }

    @Test
    void aModuleOfTheApplicationsGroupIsItsOwnAndOneThatOnlySharesItsNameIsNotDecided() throws Exception {
        BuiltArchive named = archive().manifest("Automatic-Module-Name: x").classes("", "com/acme/common/Helper");
        byte[] sameName = boot().bytes("BOOT-INF/lib/common.jar", named.bytes()).bytes();
        byte[] sameGroup = boot().pom("com.acme", "payroll")
                .bytes(
                        "BOOT-INF/lib/common.jar",
                        named.pom("com.acme.common", "common").bytes())
                .bytes();
        assertThat(scan("name.jar", sameName)).contains("Ed25519 unknown not-reached");
        assertThat(scan("group.jar", sameGroup)).contains("Ed25519 own not-reached");
    }

    @Test
    void aLibraryThatDoesNotSayWhatItIsStaysUnknown() throws Exception {
        byte[] silent = archive().classes("", "com/lib/Unused").bytes();
        assertThat(scan(
                        "payroll.jar",
                        boot().bytes("BOOT-INF/lib/x.jar", silent).bytes()))
                .contains("DSA unknown not-reached", "DSA third-party not-reached");
    }

    @Test
    void aLauncherAloneSaysNothingOfWhatItLaunches() throws Exception {
        byte[] launcher = boot().manifest("Main-Class: org.springframework.boot.loader.launch.JarLauncher")
                .bytes("BOOT-INF/classes/com/acme/payroll/Worker.class", new byte[0])
                .bytes();
        assertThat(scan("payroll.jar", launcher)).contains("EC own unknown", "DSA third-party unknown");
    }

    @Test
    void anApplicationThatStartsNothingIsToldFromTheLibrariesBesideItsClasses() throws Exception {
        byte[] plain = archive()
                .classes("", "com/acme/payroll/Forgotten")
                .bytes("lib/seal-1.0.jar", library().bytes())
                .bytes();
        assertThat(scan("payroll.jar", plain))
                .contains("DH own unknown", "DSA third-party unknown", "RSA third-party unknown");
    }

    @Test
    void aLibraryNamedByTheTargetIsItsOwnCodeAndNobodyCanSayWhatIsReached() throws Exception {
        assertThat(scan("seal-1.0.jar", library().bytes()))
                .containsExactly("DSA own unknown", "RSA own unknown", "XDH own unknown");
    }

    @Test
    void aLibraryInAFolderIsNotToldApart() throws Exception {
        Files.write(root.resolve("seal-1.0.jar"), library().bytes());
        assertThat(told(new ScanTarget.DirectoryTarget(root), 1).stream()
                        .flatMap(it -> it.findings().stream())
                        .map(ReachTest::line))
                .containsExactlyInAnyOrder("DSA unknown unknown", "RSA unknown unknown", "XDH unknown unknown");
    }

    @Test
    void aWebDescriptorNamesWhereAWebApplicationStarts() throws Exception {
        BuiltArchive war = archive()
                .text(
                        "WEB-INF/web.xml",
                        "<web-app><servlet><servlet-class> com.acme.payroll.App </servlet-class></servlet></web-app>")
                .classes("WEB-INF/classes/", "com/acme/payroll/App", "com/acme/payroll/Forgotten")
                .bytes("WEB-INF/lib/seal-1.0.jar", library().bytes());
        byte[] ear = archive().bytes("web.war", war.bytes()).bytes();
        for (String name : List.of("payroll.war", "payroll.ear")) {
            assertThat(scan(name, name.endsWith("ear") ? ear : war.bytes()))
                    .containsExactly(
                            "DH own not-reached",
                            "DSA third-party not-reached",
                            "EC own entry",
                            "RSA third-party reached",
                            "XDH third-party reached");
        }
    }

    @Test
    void whatWasUnpackedIntoAnArchiveIsToldByItsPackageOrNotAtAll() throws Exception {
        BuiltArchive unpacked = archive()
                .manifest("Main-Class: com.acme.payroll.App")
                .pom("com.acme", "payroll")
                .pom("com.lib", "seal")
                .classes("", "com/acme/payroll/App", "com/lib/Sealer", "com/lib/Unused", "com/lib/Plugin")
                .classes("", "org/springframework/stereotype/Component");
        assertThat(scan("payroll-1.0.jar", unpacked.bytes()))
                .containsExactly("DSA third-party not-reached", "EC own entry", "RSA third-party reached");
        assertThat(scan("renamed.jar", unpacked.bytes())).contains("EC own entry", "RSA unknown reached");
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Path jar = Files.write(root.resolve("payroll.jar"), boot().bytes());
        List<ScanResult> one = told(new ScanTarget.FileTarget(jar), 1);
        for (int threads : new int[] {2, 4}) {
            assertThat(told(new ScanTarget.FileTarget(jar), threads)).isEqualTo(one);
        }
    }

    @Test
    void aBrokenManifestOrRegistrationStartsNothing() throws Exception {
        byte[] broken = boot().text("META-INF/MANIFEST.MF", "\0\0: no manifest\n x\nStart-Class com.acme.payroll.App")
                .text("BOOT-INF/classes/META-INF/spring.factories", "a=\\uZZZZ")
                .text("META-INF/services/..", "com.acme.payroll.App <script>")
                .bytes();
        assertThat(scan("payroll.jar", broken)).contains("X25519 own entry", "DSA third-party not-reached");
    }
}
