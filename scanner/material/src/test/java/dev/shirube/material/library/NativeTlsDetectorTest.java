package dev.shirube.material.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeTlsDetectorTest {

    private static final NativeTlsDetector DETECTOR = new NativeTlsDetector(LibraryReadiness.standard());

    private static InMemoryInput input(String location, String texts) {
        return new InMemoryInput(location, ("\u007fELF\0\0" + texts).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Finding find(String location, String texts) {
        InMemoryInput input = input(location, texts);
        assertThat(DETECTOR.accepts(input)).isTrue();
        return DETECTOR.detect(input, InMemoryUnit.of(input)).findings().get(0);
    }

    @Test
    void whatIsCompiledInIsToldByTheNamesOfTheGroups() {
        Finding finding =
                find("META-INF/native/libnetty_tcnative_linux_x86_64.so", "X25519\0X25519MLKEM768\0SecP256r1\0");
        assertThat(finding.asset().id()).isEqualTo("library:pkg:maven/io.netty/netty-tcnative-boringssl-static");
        assertThat(finding.evidence().values())
                .containsExactly(
                        "X25519MLKEM768: yes",
                        "SecP256r1MLKEM768: no",
                        "SecP384r1MLKEM1024: no",
                        "X25519Kyber768Draft00: no");
    }

    @Test
    void aLibraryThatHasNoHybridIsToldToo() {
        assertThat(find("conscrypt_openjdk_jni-windows-x86_64.dll", "P-256\0X25519\0")
                        .evidence()
                        .values())
                .allMatch(it -> it.endsWith(": no"));
    }

    @Test
    void theVersionIsTheOneThatTheArchivesOwnManifestTells() {
        InMemoryInput input = input("c.jar!/META-INF/native/libconscrypt_openjdk_jni-linux-x86_64.so", "X25519\0");
        InMemoryUnit unit = InMemoryUnit.of(input)
                .at("c.jar")
                .with(
                        "c.jar!/META-INF/MANIFEST.MF",
                        "Bundle-SymbolicName: org.conscrypt\nImplementation-Version: 2.5.2\n");
        Finding finding = DETECTOR.detect(input, unit).findings().get(0);
        assertThat(((CryptoAsset.Library) finding.asset()).version()).isEqualTo("2.5.2");
    }

    @Test
    void openSslTellsItsVersionItself() {
        assertThat(find("usr/lib/libcrypto.so.3", "X25519\0OpenSSL X25519 algorithm\0OpenSSL 3.0.19 27 Jan 2026\0")
                        .asset()
                        .id())
                .isEqualTo("library:pkg:generic/openssl@3.0.19");
        assertThat(find("libcrypto.so", "X25519\0OpenSSL 1.1.1 (compatible; BoringSSL)\0")
                        .asset()
                        .id())
                .isEqualTo("library:pkg:generic/openssl");
        assertThat(find("libcrypto.so", "X25519\0OpenSSL 3.0.1 1 Jan 2026\0OpenSSL 3.5.0 8 Apr 2025\0")
                        .asset()
                        .id())
                .isEqualTo("library:pkg:generic/openssl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"libnetty_transport_native_epoll_x86_64.so", "libssl.txt", "conscrypt.jar", "libcrypt.so.1"})
    void otherFilesAreNotLookedAt(String name) {
        assertThat(DETECTOR.accepts(input(name, "X25519"))).isFalse();
    }

    @Test
    void onlyFilesThatNameTheCurveAreLookedAt() {
        assertThat(DETECTOR.anchors().texts()).isEqualTo(new java.util.TreeSet<>(List.of("X25519")));
    }
}
