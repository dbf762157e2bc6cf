package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.shirube.bytecode.BytecodeDetector;
import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Finding;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.sshd.common.SshConstants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real library before the whole scanner: Apache MINA SSHD's sshd-common 2.16.0, as it is in the registry. */
class PublicLibraryTest {

    private static final Path JAR = Scanned.origin(SshConstants.class);

    private static Scanned scanned;

    @BeforeAll
    static void scan() throws Exception {
        scanned = Scanned.file(JAR);
    }

    @Test
    void everyClassIsRead() {
        assertThat(scanned.diagnostics()).isEmpty();
        var coverage = scanned.results().get(0).coverage();
        assertThat(coverage.inputs("bytecode", Outcome.READ) + coverage.inputs("bytecode", Outcome.NO_ANCHOR))
                .isEqualTo(569);
        assertThat(scanned.findings("library")).hasSize(1);
        assertThat(scanned.findings()).hasSize(scanned.findings("bytecode").size() + 1);
    }

    /**
     * Call sites of each row, as many as the output of {@code javap -c -p -l} has calls of that member, or lines of methods
     * with a cast to that type or a test for it.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 | java.security.KeyPairGenerator#initialize
            1 | java.security.MessageDigest#getInstance
            1 | java.security.Security#addProvider
            5 | java.security.Security#getProvider
            1 | java.security.Signature#initSign
            1 | java.security.Signature#initVerify
            3 | java.security.interfaces.DSAKey#<cast>
            12 | java.security.interfaces.DSAPrivateKey#<cast>
            16 | java.security.interfaces.DSAPublicKey#<cast>
            4 | java.security.interfaces.ECKey#<cast>
            11 | java.security.interfaces.ECPrivateKey#<cast>
            18 | java.security.interfaces.ECPublicKey#<cast>
            4 | java.security.interfaces.RSAKey#<cast>
            10 | java.security.interfaces.RSAPrivateCrtKey#<cast>
            11 | java.security.interfaces.RSAPrivateKey#<cast>
            15 | java.security.interfaces.RSAPublicKey#<cast>
            5 | java.security.spec.DSAPrivateKeySpec#<init>
            7 | java.security.spec.DSAPublicKeySpec#<init>
            3 | java.security.spec.ECParameterSpec#<init>
            5 | java.security.spec.ECPrivateKeySpec#<init>
            6 | java.security.spec.ECPublicKeySpec#<init>
            3 | java.security.spec.PKCS8EncodedKeySpec#<init>
            5 | java.security.spec.RSAPrivateCrtKeySpec#<init>
            7 | java.security.spec.RSAPublicKeySpec#<init>
            6 | javax.crypto.Cipher#init
            1 | javax.crypto.spec.DHParameterSpec#<init>
            4 | org.apache.sshd.common.signature.BuiltinSignatures#fromFactoryName
            1 | org.apache.sshd.common.signature.SignatureFactoriesManager#setSignatureFactories
            1 | org.bouncycastle.crypto.util.PrivateKeyFactory#createKey
            1 | org.bouncycastle.openssl.PEMParser#<init>
            1 | org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter#getKeyPair
            """)
    void callSitesAreAsManyAsInTheBytes(int expected, String row) {
        Set<String> sites = new HashSet<>();
        for (Finding finding : scanned.findings()) {
            if (finding.evidence().row().equals(row)) {
                sites.add(finding.occurrence().location()
                        + finding.occurrence().member()
                        + finding.occurrence().offset().orElseThrow());
            }
        }
        assertThat(sites).hasSize(expected);
    }

    @Test
    void noRowIsFoundThatTheListAboveLacks() {
        Set<String> rows = new TreeSet<>();
        scanned.findings("bytecode").forEach(it -> rows.add(it.evidence().row()));
        assertThat(rows).hasSize(31);
        // Casts are 104 of them; a cipher that is set up to encrypt or to decrypt is one site with two findings.
        assertThat(scanned.findings("bytecode"))
                .extracting(it -> it.evidence().row()
                        + it.occurrence().location()
                        + it.occurrence().member()
                        + it.occurrence().offset().orElseThrow())
                .satisfies(it -> assertThat(new TreeSet<>(it)).hasSize(72 + 104));
    }

    /** Compared by eye with the bytes: line and offset of the call, and what reaches it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            config/keys/loader/openssh/kdf/BCrypt                | 656  | 2   | SHA-512 digest        | SHA-512
            util/security/SecurityUtils                          | 399  | 34  | FFDH key-agreement    |
            util/security/SecurityUtils                          | 401  | 46  | FFDH keygen           |
            config/keys/KeyUtils                                 | 1218 | 67  | DSA key-load          |
            config/keys/impl/ECDSAPublicKeyEntryDecoder          | 107  | 235 | EC key-load           |
            config/keys/impl/ECDSAPublicKeyEntryDecoder          | 182  | 46  | UNRESOLVED keygen     |
            cipher/ECCurves                                      | 62   | 147 | EC keygen             |
            signature/AbstractSignature                          | 114  | 38  | UNRESOLVED sign       |
            util/buffer/Buffer                                   | 649  | 208 | EC key-load           |
            util/security/bouncycastle/BouncyCastleSecurityProviderRegistrar | 153 | 83 | UNRESOLVED configure | BCFIPS
            config/keys/loader/pem/PKCS8PEMResourceKeyPairParser | 179  | 69  | UNRESOLVED key-load   |
            """)
    void theseAreAsTheBytesSay(String type, int line, int offset, String text, String value) {
        String location = JAR.getFileName() + "!/org/apache/sshd/common/" + type + ".class";
        assertThat(scanned.findings())
                .filteredOn(it -> it.occurrence().location().equals(location))
                .anySatisfy(it -> {
                    assertThat(it.occurrence().line()).hasValue(line);
                    assertThat(it.occurrence().offset()).hasValue(offset);
                    assertThat(FindingText.of(it, AlgorithmRegistry.standard())).isEqualTo(text);
                    assertThat(it.evidence().values()).isEqualTo(value == null ? List.of() : List.of(value));
                });
    }

    /** In a library without keys and settings, the other detectors add only its name and take nothing away. */
    @Test
    void theListFindsInNimbusWhatTheClassesAloneSay() throws Exception {
        Path jar = Scanned.origin(JWSObject.class);
        ResultSink.InMemory alone = new ResultSink.InMemory();
        new Scanner(List.of(new DirectoryReader()), List.of(new BytecodeDetector()))
                .scan(new ScanTarget.FileTarget(jar), Scanned.CONTEXT, alone);
        Scanned all = Scanned.file(jar);
        assertThat(all.findings("bytecode")).hasSizeGreaterThan(100).isEqualTo(new Scanned(alone.results()).findings());
        assertThat(all.findings("library")).hasSize(1);
        assertThat(all.findings()).hasSize(all.findings("bytecode").size() + 1);
        assertThat(all.diagnostics()).isEmpty();
    }
}
