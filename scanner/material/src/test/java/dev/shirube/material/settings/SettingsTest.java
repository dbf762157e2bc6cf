package dev.shirube.material.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.Protocol;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Resolution;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static Detection detect(String location, String text) {
        InMemoryInput input = InMemoryInput.of(location, text);
        Detector made = new SettingsDetector(AlgorithmRegistry.standard());
        assertThat(made.accepts(input)).isTrue();
        return made.detect(input, InMemoryUnit.of());
    }

    private static List<Protocol> protocols(Detection detection) {
        return detection.findings().stream()
                .filter(it -> it.asset() instanceof Protocol)
                .map(it -> (Protocol) it.asset())
                .toList();
    }

    private static List<String> algorithms(Detection detection) {
        return detection.findings().stream()
                .filter(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .map(it -> it.function().id() + " "
                        + it.asset().algorithm().orElseThrow().identity() + " "
                        + it.occurrence().line().orElse(0))
                .toList();
    }

    private static List<String> references(Detection detection) {
        return detection.diagnostics().stream()
                .map(it -> it.code().id() + " " + it.location() + " "
                        + it.arguments().get(0))
                .toList();
    }

    @Test
    void nginx_with_a_hybrid_group_and_two_servers() {
        String conf = """
                http {
                  include mime.types; include snippets/hsts.conf;
                  server {
                    listen 443 ssl;   # ssl_protocols SSLv3;
                    ssl_protocols TLSv1.2 TLSv1.3;
                    ssl_ecdh_curve X25519MLKEM768:?prime256v1;
                    ssl_ciphers 'ECDHE-RSA-AES128-GCM-SHA256:HIGH:!aNULL';
                    ssl_certificate /etc/ssl/a.pem;
                  }
                  server { ssl_protocols TLSv1; }
                }
                """;

        Detection detection = detect("etc/nginx/nginx.conf", conf);

        assertThat(protocols(detection))
                .containsExactly(
                        new Protocol(
                                "tls",
                                Optional.of("1.2"),
                                List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                                List.of("X25519MLKEM768", "secp256r1"),
                                List.of()),
                        new Protocol(
                                "tls",
                                Optional.of("1.3"),
                                List.of(),
                                List.of("X25519MLKEM768", "secp256r1"),
                                List.of()),
                        new Protocol("tls", Optional.of("1.0"), List.of(), List.of(), List.of()));
        assertThat(algorithms(detection))
                .containsExactly(
                        "kem hybrid-groups;parameter=X25519MLKEM768 6",
                        "key-agreement ecdh;curve=nist/P-256 6",
                        "key-agreement ecdh 7");
        assertThat(references(detection))
                .containsExactly(
                        "content-elsewhere etc/nginx/nginx.conf:2 include snippets/hsts.conf",
                        "content-elsewhere etc/nginx/nginx.conf:8 ssl_certificate /etc/ssl/a.pem");
        assertThat(detection.findings()).allSatisfy(it -> {
            assertThat(it.occurrence().kind()).isEqualTo(EvidenceKind.CONFIGURATION);
            assertThat(it.function()).isNotEqualTo(CryptoFunction.OTHER);
        });
    }

    @Test
    void what_openssl_computes_from_a_word_stays_open() {
        Finding finding = detect("a.conf", "ssl_ciphers HIGH:!MD5;").findings().get(0);

        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.UNRESOLVED);
        assertThat(finding.evidence().expression()).isEqualTo("HIGH");
    }

    @Test
    void a_group_that_nobody_knows_stays_unresolved_with_its_name() {
        Detection detection = detect("a.conf", "ssl_ecdh_curve auto:prime257v1;");

        assertThat(detection.findings())
                .filteredOn(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .extracting(it -> it.evidence().expression())
                .containsExactly("auto", "prime257v1");
        assertThat(protocols(detection).get(0).groups()).isEmpty();
    }

    @Test
    void a_key_written_into_a_setting_is_not_repeated() {
        String secret = "-----BEGIN PRIVATE KEY-----MIIEvQIBADANBgkqhkiG9w0BAQEFAASC-----END PRIVATE KEY-----";

        Detection detection = detect("a.conf", "ssl_protocols TLSv1.3; ssl_certificate_key \"data:" + secret + "\";");

        assertThat(detection.toString()).doesNotContain("MIIEvQ");
        assertThat(references(detection)).containsExactly("content-elsewhere a.conf:1 ssl_certificate_key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ssl_protocols", "ssl_protocols 'TLSv1.2", "}}}} ssl_ciphers {{{{ ; ; \"", "ssl_protocols {"
            })
    void nginx_that_is_cut_off_throws_nothing(String text) {
        assertThat(detect("nginx.conf", text).diagnostics()).isEmpty();
    }

    @Test
    void sshd_with_key_exchange_and_host_keys() {
        String config = """
                # KexAlgorithms diffie-hellman-group1-sha1
                Include /etc/ssh/sshd_config.d/*.conf
                kexalgorithms mlkem768x25519-sha256,curve25519-sha256,made-up@example
                HostKeyAlgorithms=ssh-ed25519,rsa-sha2-512
                HostKey /etc/ssh/ssh_host_rsa_key
                """;

        Detection detection = detect("etc/ssh/sshd_config", config);

        assertThat(protocols(detection).get(0).groups())
                .containsExactly("mlkem768x25519-sha256", "curve25519-sha256", "made-up@example");
        assertThat(protocols(detection).get(0).signatureSchemes()).containsExactly("ssh-ed25519", "rsa-sha2-512");
        assertThat(algorithms(detection))
                .containsExactly(
                        "kem hybrid-groups;parameter=mlkem768x25519-sha256 3",
                        "key-agreement xdh;curve=other/Curve25519;digest=SHA-256 3",
                        "key-agreement unresolved;row=sshd:kexalgorithms 3",
                        "sign eddsa;curve=other/Ed25519 4",
                        "sign rsassa-pkcs1v15;digest=SHA-512 4");
        assertThat(references(detection)).hasSize(2).allMatch(it -> it.startsWith("content-elsewhere"));
    }

    @Test
    void a_list_that_takes_away_from_the_default_names_nothing() {
        Detection detection = detect("ssh_config", "KexAlgorithms -diffie-hellman-*\n");

        assertThat(algorithms(detection)).isEmpty();
        assertThat(detection.findings().get(0).evidence().resolution()).isEqualTo(Resolution.UNRESOLVED);
        assertThat(detection.findings().get(0).evidence().expression()).isEqualTo("-default");
    }

    @Test
    void java_security_over_several_lines() {
        String text = """
                #jdk.tls.namedGroups=secp521r1
                jdk.tls.disabledAlgorithms=SSLv3, TLSv1, \\
                    RC4
                jdk.tls.namedGroups=x25519, \\
                    secp256r1
                """;

        Detection detection = detect("conf/security/java.security", text);

        assertThat(algorithms(detection))
                .containsExactly("key-agreement xdh;curve=other/Curve25519 4", "key-agreement ecdh;curve=nist/P-256 4");
        assertThat(detection.findings().get(0).evidence().values()).containsExactly("SSLv3", "TLSv1", "RC4");
    }

    @Test
    void spring_boot_in_yaml_and_in_properties_says_the_same() {
        String yaml = """
                server:
                  port: 8443
                  ssl:
                    key-store: classpath:keystore.p12
                    key-store-password: hunter2-secret
                    enabled-protocols:
                      - TLSv1.2
                      - TLSv1.3
                    ciphers: [TLS_AES_128_GCM_SHA256, TLS_RSA_WITH_AES_128_CBC_SHA]
                """;
        String properties = """
                server.ssl.key-store=classpath:keystore.p12
                server.ssl.keyStorePassword=hunter2-secret
                server.ssl.enabledProtocols=TLSv1.2,TLSv1.3
                server.ssl.ciphers=TLS_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_CBC_SHA
                """;

        Detection one = detect("src/main/resources/application.yml", yaml);
        Detection other = detect("application-prod.properties", properties);

        assertThat(protocols(one)).isEqualTo(protocols(other)).hasSize(2);
        assertThat(protocols(one).get(0).cipherSuites()).containsExactly("TLS_RSA_WITH_AES_128_CBC_SHA");
        assertThat(protocols(one).get(1).cipherSuites()).containsExactly("TLS_AES_128_GCM_SHA256");
        assertThat(references(one))
                .containsExactly(
                        "content-elsewhere src/main/resources/application.yml:4 server.ssl.key-store classpath:keystore.p12");
        assertThat(one + "" + other).doesNotContain("hunter2");
        assertThat(one.findings().get(0).occurrence().line()).hasValue(9);
    }
}
