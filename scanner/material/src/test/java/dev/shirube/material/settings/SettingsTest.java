package dev.shirube.material.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Confidence;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(protocols(detection)).hasSize(1); // that of the groups: what a list disables is no use
        assertThat(detection.findings()).noneMatch(it -> it.function() == CryptoFunction.CONFIGURE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "haproxy.cfg | global\\n ssl-default-bind-curves X25519\\n ssl-default-bind-options ssl-min-ver TLSv1.3 | 1.3 3",
                "server.ovpn | dev tun\\ntls-groups X25519\\ntls-version-min 1.3 | 1.3 3",
                "postgresql.conf | ssl_groups = X25519\\nssl_min_protocol_version = 'TLSv1.3' | 1.3 2",
                "postgresql.conf | ssl_groups = X25519\\nssl = on\\nssl_max_protocol_version = 'TLSv1.2' | 1.2 3",
                "postgresql.conf | ssl_groups = X25519\\nssl = on | none 1",
            })
    void a_protocol_stands_where_its_version_is_said(String location, String text, String expected) {
        assertThat(protocolLines(detect(location, text.replace("\\n", "\n")))).containsExactly(expected);
    }

    private static List<String> protocolLines(Detection detection) {
        return detection.findings().stream()
                .filter(it -> it.asset() instanceof Protocol)
                .map(it -> ((Protocol) it.asset()).version().orElse("none") + " "
                        + it.occurrence().line().orElse(0))
                .toList();
    }

    @Test
    void a_block_of_nginx_takes_what_it_does_not_set_from_the_closest_around_it() {
        Detection detection = detect("nginx.conf", """
                http {
                  server {
                    listen 443 ssl;
                  }
                  server {
                    listen 444 ssl;
                    ssl_ciphers AES256-SHA;
                    location / { proxy_ssl_protocols TLSv1.1; }
                  }
                  server {
                    listen 445 ssl;
                    ssl_protocols TLSv1.3;
                  }
                  server {
                    listen 80;
                  }
                  ssl_protocols TLSv1.2;
                  ssl_ecdh_curve X25519;
                  ssl_ciphers DHE-RSA-AES256-GCM-SHA384;
                }
                """);

        String own = "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384";
        assertThat(protocols(detection))
                .containsExactlyInAnyOrder(
                        tls("1.2", List.of("TLS_RSA_WITH_AES_256_CBC_SHA"), "x25519"),
                        new Protocol("tls", Optional.of("1.1"), List.of(), List.of(), List.of()),
                        tls("1.3", List.of(), "x25519"),
                        tls("1.2", List.of(own), "x25519"));
        assertThat(protocolLines(detection)).containsExactlyInAnyOrder("1.2 7", "1.1 8", "1.3 12", "1.2 17");
        assertThat(algorithms(detection))
                .containsExactlyInAnyOrder(
                        "key-agreement rsaes-pkcs1v15;padding=pkcs1v15 7",
                        "key-agreement xdh;curve=other/Curve25519 18",
                        "key-agreement ffdh 19");
        assertThat(detection.findings())
                .extracting(it -> it.evidence().resolution())
                .containsOnly(Resolution.LITERAL);
    }

    private static Protocol tls(String version, List<String> suites, String group) {
        return new Protocol("tls", Optional.of(version), suites, List.of(group), List.of());
    }

    @Test
    void a_virtual_host_of_apache_takes_from_the_main_server_what_it_does_not_set() {
        Detection detection = detect("httpd.conf", """
                <IfModule mod_ssl.c>
                SSLProtocol -all +TLSv1.2
                </IfModule>
                SSLCipherSuite AES256-SHA
                SSLOpenSSLConfCmd Groups X25519
                <VirtualHost *:443>
                  SSLEngine on
                </VirtualHost>
                <VirtualHost *:444>
                  SSLEngine on
                  SSLOpenSSLConfCmd Groups P-384
                </VirtualHost>
                """);

        List<String> suites = List.of("TLS_RSA_WITH_AES_256_CBC_SHA");
        assertThat(protocols(detection)).containsExactly(tls("1.2", suites, "x25519"), tls("1.2", suites, "secp384r1"));
        assertThat(protocolLines(detection)).containsExactly("1.2 2", "1.2 11");
    }

    @Test
    void a_bind_line_of_haproxy_takes_from_global_what_it_does_not_set() {
        Detection detection = detect("haproxy.cfg", """
                global
                  ssl-default-bind-options ssl-min-ver TLSv1.3
                  ssl-default-bind-curves X25519
                  ssl-default-server-options ssl-max-ver TLSv1.2 ssl-min-ver TLSv1.2
                defaults base
                  default-server ciphers AES256-SHA
                frontend www
                  bind :443 ssl crt /etc/site.pem
                  bind :444 ssl curves P-384
                  bind :80
                backend app
                  server a 192.0.2.1:443 ssl
                  server b 192.0.2.2:443 ssl curves P-521
                defaults
                backend other
                  server c 192.0.2.3:443 ssl curves P-256
                backend named from base
                  server d 192.0.2.4:443 ssl curves X448
                """);

        List<String> suites = List.of("TLS_RSA_WITH_AES_256_CBC_SHA");
        assertThat(protocols(detection))
                .containsExactlyInAnyOrder(
                        tls("1.3", List.of(), "x25519"),
                        tls("1.3", List.of(), "secp384r1"),
                        new Protocol("tls", Optional.of("1.2"), List.of(), List.of(), List.of()),
                        new Protocol("tls", Optional.of("1.2"), suites, List.of(), List.of()),
                        tls("1.2", suites, "secp521r1"),
                        tls("1.2", List.of(), "secp256r1"),
                        tls("1.2", suites, "x448"));
        assertThat(protocolLines(detection))
                .containsExactlyInAnyOrder("1.3 2", "1.3 9", "1.2 4", "1.2 6", "1.2 13", "1.2 16", "1.2 18");
        assertThat(algorithms(detection))
                .as("the groups of the first server alone are not set anywhere")
                .containsOnlyOnce("key-agreement unresolved;row=haproxy:curves 12")
                .filteredOn(it -> it.contains("unresolved"))
                .hasSize(1);
    }

    @Test
    void what_is_open_around_a_block_is_open_in_it() {
        Detection detection =
                detect("nginx.conf", "ssl_ciphers HIGH;\nserver { listen 443 ssl; ssl_protocols TLSv1.2; }");

        assertThat(detection.findings())
                .filteredOn(it -> it.occurrence().line().orElse(0) == 2 && it.asset() instanceof Protocol)
                .extracting(
                        it -> it.evidence().resolution() + " " + it.evidence().expression())
                .containsExactly("PARTIAL HIGH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.cf | smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1 | 1.2,1.3",
                "dovecot.conf | ssl_protocols = !SSLv3 | 1.0,1.1,1.2,1.3",
                "httpd.conf | SSLProtocol -SSLv3 | none",
            })
    void a_list_of_exceptions_leaves_the_rest_but_not_for_sure(String location, String line, String versions) {
        Detection detection = detect(location, line + "\n");

        assertThat(protocols(detection).stream().map(it -> it.version().orElse("none")))
                .containsExactly(versions.split(","));
        assertThat(detection.findings()).allSatisfy(it -> {
            assertThat(it.confidence()).isEqualTo(Confidence.POSSIBLE);
            assertThat(it.evidence().expression()).contains("SSLv3");
        });
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

    @Test
    void nginx_within_a_config_map_keeps_the_lines_of_the_manifest() {
        String manifest = """
                apiVersion: v1
                kind: ConfigMap
                data:
                  nginx.conf: |
                    server {
                      listen 443 ssl;
                      ssl_ecdh_curve X25519MLKEM768;
                    }
                  notes.md: |
                    ssl_ecdh_curve X25519;
                """;

        assertThat(algorithms(detect("deploy/web.yaml", manifest)))
                .containsExactly("kem hybrid-groups;parameter=X25519MLKEM768 7");
    }

    @Test
    void what_stands_in_documentation_or_in_a_comment_is_an_example() {
        String nginx = "ssl_ecdh_curve X25519;\n";
        for (String location :
                List.of("README.md", "doc/nginx-ssl.conf.txt", "src/Nginx.java", "a.html", "notes.rst")) {
            assertThat(new SettingsDetector(AlgorithmRegistry.standard()).accepts(InMemoryInput.of(location, nginx)))
                    .as(location)
                    .isFalse();
        }
        assertThat(algorithms(detect("doc/examples/tls", nginx))).isEmpty();
        assertThat(algorithms(detect("etc/nginx/tls.conf", "# " + nginx))).isEmpty();
        assertThat(algorithms(detect("some/where/tls.conf", "The directive ssl_ecdh_curve names groups.\n")))
                .isEmpty();
    }

    @Test
    void a_directive_of_another_product_is_not_taken_for_ones_own() {
        assertThat(detect("etc/app.conf", "Groups = admin,users\nProtocol = tcp\n")
                        .findings())
                .isEmpty();
        assertThat(detect("etc/app.conf", "ssl = on\nport = 1\n").findings()).isEmpty();
        assertThat(detect("bin/admin", "#!/usr/bin/python3\nssl = True\nport = 1\nssl_cert_file = x\n")
                        .findings())
                .isEmpty();
        assertThat(detect("config/policy.yaml", "policy:\n  algorithm: leastconn\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void a_template_is_told_as_not_known() {
        Detection detection =
                detect("roles/web/templates/nginx.conf.j2", "server { ssl_ecdh_curve {{ groups }}; listen 1 ssl; }");

        assertThat(detection.findings())
                .filteredOn(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .extracting(it -> it.evidence().expression())
                .containsExactly("{{groups}}");
    }

    @Test
    void a_default_is_told_only_where_the_file_is_whole() {
        Detection whole = detect("postgresql.conf", "ssl = on\nport = 5432\n");
        Detection part = detect("postgresql.conf", "ssl = on\ninclude_dir = 'conf.d'\n");

        assertThat(whole.findings().get(0).evidence().resolution()).isEqualTo(Resolution.DEFAULT);
        assertThat(whole.findings().get(0).evidence().expression())
                .isEqualTo("prime256v1 (PostgreSQL up to 17; X25519:prime256v1 from 18)");
        assertThat(part.findings().get(0).evidence().resolution()).isEqualTo(Resolution.UNRESOLVED);
    }

    @Test
    void a_server_inherits_the_groups_of_what_is_around_it() {
        String set = "http { ssl_ecdh_curve X25519; server { listen 443 ssl; } }";
        String open = "http { server { listen 443 ssl; ssl_protocols TLSv1.3; } }";

        assertThat(algorithms(detect("nginx.conf", set))).containsExactly("key-agreement xdh;curve=other/Curve25519 1");
        assertThat(algorithms(detect("nginx.conf", open)))
                .containsExactly("key-agreement unresolved;row=nginx:ssl_ecdh_curve 1");
    }

    @Test
    void no_secret_of_a_settings_file_is_told() {
        String secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlYzE=";
        Map<String, String> files = Map.of(
                "wg0.conf", "[Interface]\nPrivateKey = " + secret + "\n[Peer]\nPresharedKey = " + secret,
                "redis.conf", "tls-port 6379\nrequirepass " + secret + "\ntls-key-file-pass " + secret,
                "application.properties", "server.ssl.key-store-password=" + secret + "\nserver.ssl.ciphers=A",
                "my.cnf", "[mysqld]\nssl-cipher=AES128-SHA\n[client]\npassword=" + secret,
                "swanctl.conf", "proposals = aes-x25519\nsecrets { ike-a { secret = \"" + secret + "\" } }",
                "server.properties", "ssl.enabled.protocols=TLSv1.2\nssl.keystore.password=" + secret,
                "nginx.conf", "ssl_protocols TLSv1.2; ssl_password_file " + secret + "; set $a " + secret + ";",
                "realm.json",
                        "{\"realm\": \"a\", \"defaultSignatureAlgorithm\": \"RS256\", \"secret\": \"" + secret + "\"}");

        files.forEach((location, text) -> {
            Detection detection = detect(location, text);
            assertThat(detection.findings()).as(location).isNotEmpty();
            assertThat(detection.toString()).as(location).doesNotContain(secret);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "etc/ssl/openssl.cnf | [ CA_default ]^private_key = $dir/private/ca.pem # The private key | 2 private_key $dir/private/ca.pem",
                "etc/ssl/openssl.cnf | [ CA_default ]^certificate = $dir/ca.pem^certs = $dir/certs | 2 certificate $dir/ca.pem",
                "etc/ssl/openssl.cnf | [ tsa_config1 ]^certs = $dir/chain.pem # chain | 2 certs $dir/chain.pem",
                "etc/ssl/openssl.cnf | [ tsa_config1 ]^signer_key = $dir/tsa.pem | 2 signer_key $dir/tsa.pem",
                "etc/ldap/ldap.conf | TLS_CACERT\t/etc/ssl/ca.crt | 1 TLS_CACERT /etc/ssl/ca.crt",
                "etc/dovecot/conf.d/10-ssl.conf | ssl_client_ca_dir = /etc/ssl/certs | 1 ssl_client_ca_dir /etc/ssl/certs",
                "etc/apt/sources.list.d/a.sources | Types: deb^Signed-By: /usr/share/a.gpg | 2 Signed-By /usr/share/a.gpg",
            })
    void a_file_of_keys_or_certificates_is_told_as_a_reference(String location, String text, String expected) {
        String[] parts = expected.split(" ", 2);
        assertThat(references(detect(location, text.replace('^', '\n') + "\n")))
                .containsExactly("content-elsewhere " + location + ":" + parts[0] + " " + parts[1]);
    }

    @Test
    void ssl_of_new_clusters_of_postgresql_is_told() {
        Detection detection =
                detect("etc/postgresql-common/createcluster.conf", "ssl = on\nadd_include_dir = 'conf.d'\n");

        assertThat(protocolLines(detection)).containsExactly("none 1");
    }

    @Test
    void a_file_that_is_scanned_as_well_needs_no_row() {
        InMemoryInput input = InMemoryInput.of(
                "image/etc/nginx/nginx.conf", "ssl_certificate /etc/ssl/a.pem; ssl_certificate_key b.key;");
        InMemoryUnit unit = InMemoryUnit.of().with("image/etc/ssl/a.pem", "").with("image/etc/nginx/b.key", "");

        assertThat(new SettingsDetector(AlgorithmRegistry.standard())
                        .detect(input, unit)
                        .diagnostics())
                .isEmpty();
        assertThat(new SettingsDetector(AlgorithmRegistry.standard())
                        .detect(input, InMemoryUnit.of())
                        .diagnostics())
                .hasSize(2);
    }

    @Test
    void an_image_without_the_usual_names_is_read_by_its_directives() {
        assertThat(algorithms(
                        detect("opt/app/conf/front", "bind_ x\nfrontend f\n mode http\n bind :1 ssl curves P-384\n")))
                .contains("key-agreement ecdh;curve=nist/P-384 4");
    }

    @Test
    void apache_takes_versions_from_all() {
        List<Protocol> protocols = protocols(detect("httpd.conf", "SSLProtocol all -SSLv3 -TLSv1 -TLSv1.1\n"));

        assertThat(protocols).extracting(it -> it.version().orElse("")).containsExactly("1.2", "1.3");
    }

    @Test
    void a_file_that_says_more_than_there_is_memory_for_is_told_in_part() {
        List<String> hostile = List.of(
                "server{listen 1 ssl;}".repeat(100_000),
                "ssl_ciphers " + ("H".repeat(1_000) + ":").repeat(1_900) + ";" + "server{listen 1 ssl;}".repeat(10_000),
                ("ssl_ecdh_curve " + "a:".repeat(1_900) + ";\n").repeat(1_000),
                "ssl_ecdh_curve X25519;\n".repeat(150_000),
                "ssl_ciphers HIGH;".repeat(150_000) + "server{".repeat(1_000));
        for (String text : hostile) {
            Detection detection = detect("nginx.conf", text);
            assertThat(detection.findings()).hasSizeLessThan(30_000);
            assertThat(detection.diagnostics()).hasSizeLessThan(3);
        }
        assertThat(references(detect("nginx.conf", hostile.get(0))))
                .anyMatch(it -> it.startsWith("limit-reached nginx.conf settings-findings="));
    }
}
