package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Confidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same libraries read by a second, independent reader of class files ({@code benchmarks/classfile_oracle.py}): no
 * site may be missing on either side, where it names a constant ours is that one, and where it says that a value comes
 * from several branches we never claim a single one. Needs the Debian package {@code python3}.
 */
@Tag("slow")
class OracleTest {

    /** Its argument is not kept as a value: it tells the function. */
    private static final String INIT = "javax.crypto.Cipher#init";

    private static final Map<String, String> FUNCTIONS =
            Map.of("1", "encrypt", "2", "decrypt", "3", "key-wrap", "4", "key-wrap");

    @TempDir
    Path folder;

    /** Libraries of the class path, or the archives that the system property {@code shirube.oracle.jars} names. */
    static Stream<Path> jars() {
        String named = System.getProperty("shirube.oracle.jars", "");
        return named.isEmpty()
                ? Stream.of(
                                "com.nimbusds.jose.JWSObject",
                                "org.objectweb.asm.ClassReader",
                                "com.auth0.jwt.JWT",
                                "io.netty.handler.ssl.SslContext",
                                "org.keycloak.common.util.KeyUtils",
                                "org.apache.hc.client5.http.ssl.TlsSocketStrategy",
                                "org.apache.xml.security.Init",
                                "com.google.crypto.tink.KeysetHandle",
                                "org.apache.sshd.common.SshConstants",
                                "org.bouncycastle.openssl.PEMParser")
                        .map(Scanned::origin)
                : Stream.of(named.split(":")).map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everySiteIsFoundWithItsConstantAndNoBranchIsPreferred(Path jar) throws Exception {
        List<Oracle.Site> theirs = Oracle.sites(jar, folder);
        Set<String> symbols = theirs.stream().map(Oracle.Site::symbol).collect(Collectors.toSet());
        Map<String, List<Finding>> ours = new TreeMap<>();
        for (Finding finding : Scanned.file(jar).findings("bytecode")) {
            if (symbols.contains(finding.occurrence().symbol())) {
                ours.computeIfAbsent(key(finding.occurrence()), it -> new ArrayList<>())
                        .add(finding);
            }
        }
        assertThat(ours.keySet())
                .isEqualTo(theirs.stream().map(Oracle.Site::key).collect(Collectors.toCollection(TreeSet::new)));
        for (Oracle.Site site : theirs) {
            for (Finding finding : ours.get(site.key())) {
                site.constant()
                        .ifPresent(it -> assertThat(said(finding))
                                .as(site.key())
                                .isEqualTo(List.of(site.symbol().equals(INIT) ? FUNCTIONS.get(it) : it)));
                if (site.source().equals("merge")) {
                    boolean single = finding.confidence() == Confidence.CERTAIN;
                    assertThat(single && said(finding).size() == 1)
                            .as(site.key())
                            .isFalse();
                }
            }
        }
    }

    private static List<String> said(Finding finding) {
        return finding.occurrence().symbol().equals(INIT)
                ? List.of(finding.function().id())
                : finding.evidence().values();
    }

    private static String key(Occurrence occurrence) {
        String member = occurrence.member();
        String method = member.substring(member.indexOf('#') + 1);
        String offset = Integer.toString(occurrence.offset().orElse(-1));
        return Oracle.place(occurrence.location(), method, offset) + " " + occurrence.symbol();
    }
}
