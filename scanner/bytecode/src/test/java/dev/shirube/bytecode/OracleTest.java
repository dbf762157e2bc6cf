package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same libraries read by a second, independent reader of class files ({@code benchmarks/classfile_oracle.py}): no
 * factory call may be missing on either side, and where it names a constant, ours is that one. Needs the Debian package
 * {@code python3}.
 */
@Tag("slow")
class OracleTest {

    private static final Path ORACLE = Path.of("../../benchmarks/classfile_oracle.py");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\d+))");

    @TempDir
    Path folder;

    /** The JARs of the class path, or those that the system property {@code shirube.oracle.jars} names. */
    static Stream<Path> jars() {
        String named = System.getProperty("shirube.oracle.jars", "");
        return named.isEmpty()
                ? Stream.of(Jars.of(JWSObject.class), Jars.of(org.objectweb.asm.ClassReader.class))
                : Stream.of(named.split(":")).map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void noFactoryCallIsMissingOnEitherSide(Path jar) throws Exception {
        List<Diagnostic> diagnostics = new ArrayList<>();
        SortedMap<String, String> ours = new TreeMap<>();
        for (Finding finding : Jars.findings(jar, diagnostics)) {
            if (finding.occurrence().symbol().endsWith("#getInstance")) {
                ours.put(key(finding), String.join("|", finding.evidence().values()));
            }
        }
        SortedMap<String, String> theirs = oracle(jar);
        assertThat(diagnostics).isEmpty();
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((site, constant) -> {
            if (!constant.isEmpty()) {
                assertThat(ours.get(site)).as(site).isEqualTo(constant);
            }
        });
    }

    private static String key(Finding finding) {
        String member = finding.occurrence().member();
        return finding.occurrence().location() + " " + member.substring(member.indexOf('#') + 1) + " @"
                + finding.occurrence().offset().orElse(-1) + " "
                + finding.occurrence().symbol().replace('#', '.');
    }

    /** Calls of factories of the catalogue, each with the constant it is given; empty where that is none. */
    private SortedMap<String, String> oracle(Path jar) throws IOException, InterruptedException {
        Path output = folder.resolve("sites.jsonl");
        Process process = new ProcessBuilder("python3", ORACLE.toString(), jar.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        SortedMap<String, String> sites = new TreeMap<>();
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            TreeMap<String, String> site = fields(line);
            String factory = site.getOrDefault("factory", "");
            String owner = factory.substring(0, Math.max(0, factory.lastIndexOf('.')));
            boolean known = !Catalogue.standard().find(owner, "getInstance").isEmpty();
            if (factory.endsWith(".getInstance") && known) {
                String key = site.get("path") + " " + site.get("method") + " @" + site.get("off") + " " + factory;
                sites.put(key, site.getOrDefault("algorithm", ""));
            }
        }
        return sites;
    }

    private static TreeMap<String, String> fields(String line) {
        TreeMap<String, String> fields = new TreeMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return fields;
    }
}
