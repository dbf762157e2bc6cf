package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of the catalogue that a unit uses by the names of its own subclasses. */
class OtherNamesTest {

    private static final String PARAMETERS = """
            package town;
            class Parameters extends javax.net.ssl.SSLParameters {
                public void setProtocols(String[] ours) { }
            }
            """;
    private static final String PLAIN = "package town; class Plain extends javax.net.ssl.SSLParameters { }";
    private static final String NARROW = "package town; class Narrow extends Plain { }";
    private static final String USER = """
            package town;
            class User {
                void inherited(Plain plain) {
                    plain.setProtocols(new String[] {"TLSv1.2"});
                }
                void inheritedTwice(Narrow narrow) {
                    narrow.setProtocols(new String[] {"TLSv1.1"});
                }
                void overridden(Parameters ours) {
                    ours.setProtocols(new String[] {"TLSv1"});
                }
                void own() throws Exception {
                    java.security.Signature.getInstance("SHA256withRSA");
                }
            }
            """;

    @TempDir
    Path folder;

    private List<ScanResult> scan(int threads) throws Exception {
        List<ScanResult> results = new ArrayList<>();
        new Scanner(List.of(new DirectoryReader()), List.of(new BytecodeDetector()))
                .scan(
                        new ScanTarget.DirectoryTarget(folder),
                        ScanContext.standard(LocalDate.of(2026, 11, 23)).withThreads(threads),
                        results::add);
        return results;
    }

    private void compile(String... sources) throws Exception {
        for (String source : sources) {
            String name = source.split("class ", 2)[1].split(" ", 2)[0];
            Compiled.into(folder, name, source, List.of("-cp", folder.toString()));
        }
    }

    @Test
    void inheritedMembersAreFoundOnceAndOverridingOnesAreOthers() throws Exception {
        compile(PARAMETERS, PLAIN, NARROW, USER);
        for (int threads : new int[] {1, 4}) {
            List<ScanResult> results = scan(threads);
            assertThat(results.stream().flatMap(it -> it.findings().stream()))
                    .extracting(
                            it -> it.occurrence().symbol() + " " + it.evidence().values())
                    .containsExactlyInAnyOrder(
                            "javax.net.ssl.SSLParameters#setProtocols [TLSv1.2]",
                            "javax.net.ssl.SSLParameters#setProtocols [TLSv1.1]",
                            "java.security.Signature#getInstance [SHA256withRSA]");
            assertThat(results.get(0).coverage().inputs("bytecode", Coverage.Outcome.READ))
                    .isEqualTo(4);
        }
    }

    @Test
    void classesThatExtendEachOtherEnd() throws Exception {
        compile(PLAIN, NARROW, USER.replace("void overridden(Parameters ours) {", "void none(Plain ours) {"));
        byte[] narrow = Files.readAllBytes(folder.resolve("town/Narrow.class"));
        Files.write(folder.resolve("town/Plain.class"), turned(narrow));

        assertThat(scan(1).stream().flatMap(it -> it.findings().stream()).map(Finding::occurrence))
                .extracting(it -> it.symbol())
                .contains("java.security.Signature#getInstance");
    }

    /** The class with its name and that of its superclass exchanged. */
    private static byte[] turned(byte[] bytes) {
        org.objectweb.asm.ClassReader reader = new org.objectweb.asm.ClassReader(bytes);
        org.objectweb.asm.ClassWriter writer = new org.objectweb.asm.ClassWriter(0);
        writer.visit(
                reader.readUnsignedShort(6),
                reader.getAccess(),
                reader.getSuperName(),
                null,
                reader.getClassName(),
                null);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
