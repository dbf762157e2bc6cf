package dev.shirube.material.settings.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTest {

    private static List<String> read(Syntax syntax, String text) {
        return syntax.read(text).entries().stream()
                .map(it -> it.line() + " " + it.path() + " " + it.words())
                .toList();
    }

    @Test
    void braces_with_comments_quotes_and_variables() {
        String text = """
                http { # ssl_protocols SSLv3;
                  server{ listen 443 ssl; if ($a) { set $b "${c};"; } }
                  ssl_ciphers
                    'A:B'
                    ;
                }
                """;

        assertThat(read(Syntax.BRACES, text))
                .containsExactly(
                        "1 http []",
                        "2 http.server []",
                        "2 http.server.listen [443, ssl]",
                        "2 http.server.if [($a)]",
                        "2 http.server.if.set [$b, ${c};]",
                        "3 http.ssl_ciphers [A:B]");
    }

    @Test
    void bind_with_comments_of_three_kinds() {
        String text = """
                dnssec-policy "p" { /* zsk
                  algorithm rsasha1 */ keys { ksk lifetime unlimited algorithm ecdsa256; }; // csk
                };
                """;

        assertThat(read(Syntax.BRACES_C, text))
                .containsExactly(
                        "1 dnssec-policy [p]",
                        "2 dnssec-policy.keys []",
                        "2 dnssec-policy.keys.ksk [lifetime, unlimited, algorithm, ecdsa256]");
    }

    @Test
    void assignments_in_braces() {
        String text = """
                ssl_cert = </etc/a.pem
                connections { gw {
                    proposals = aes256-x25519, default
                } }
                tls { curve_preferences: [
                   "X25519"   # first
                   CurveP256 ]
                }
                """;

        assertThat(read(Syntax.BRACES_ASSIGN, text))
                .containsExactly(
                        "1 ssl_cert [</etc/a.pem]",
                        "2 connections []",
                        "2 connections.gw []",
                        "3 connections.gw.proposals [aes256-x25519,, default]",
                        "5 tls []",
                        "5 tls.curve_preferences [X25519, CurveP256]");
    }

    @Test
    void a_caddyfile() {
        String text = """
                example.com {
                  respond {http.request.host}
                  tls {
                    curves x25519 \\
                      secp256r1
                  }
                }
                """;

        assertThat(read(Syntax.BRACES_LINES, text))
                .containsExactly(
                        "1 example.com []",
                        "2 example.com.respond [{http.request.host}]",
                        "3 example.com.tls []",
                        "4 example.com.tls.curves [x25519, secp256r1]");
    }

    @Test
    void apache_with_sections_and_a_line_that_goes_on() {
        String text = """
                <VirtualHost *:443>
                  # SSLProtocol all
                  SSLCipherSuite "A:B" \\
                    C
                </VirtualHost>
                SSLEngine on
                """;

        assertThat(read(Syntax.APACHE, text))
                .containsExactly("1 VirtualHost [*:443]", "3 VirtualHost.SSLCipherSuite [A:B, C]", "6 SSLEngine [on]");
    }

    @Test
    void lines_of_several_products() {
        assertThat(read(
                        Syntax.LINES,
                        "tls-ciphers A:B\nssl_groups = 'X25519:P-256' # c\n;x y\n<ca>\ndh 1\n</ca>\ndh 2"))
                .containsExactly("1 tls-ciphers [A:B]", "2 ssl_groups [X25519:P-256]", "7 dh [2]");
        assertThat(read(Syntax.LINES_INDENTED, "a = b,\n  c\n#x\n  d\ne=f\n"))
                .containsExactly("1 a [b,, c, d]", "5 e [f]");
        assertThat(read(Syntax.LINES_IPSEC, "conn a\n  ike=aes-modp2048!\n"))
                .containsExactly("1 conn [a]", "2 conn.ike [aes-modp2048!]");
        assertThat(read(Syntax.HAPROXY, "frontend f\n bind :443 ssl curves A:B\n"))
                .containsExactly(
                        "1 frontend [f]",
                        "2 frontend.bind [:443, ssl, curves, A:B]",
                        "2 frontend.bind.:443 [ssl]",
                        "2 frontend.bind.ssl [curves]",
                        "2 frontend.bind.curves [A:B]",
                        "2 frontend.bind.A:B []");
    }

    @Test
    void sections_and_lists_over_lines() {
        String text = """
                [tls.options]
                  curves = ["X25519", # c
                    "P-256"]
                "Min"=dword:00000800
                .include = /etc/x
                """;

        assertThat(read(Syntax.SECTIONS, text))
                .containsExactly(
                        "1 tls.options []",
                        "2 tls.options.curves [X25519, P-256]",
                        "4 tls.options.Min [dword:00000800]",
                        "5 tls.options.include [/etc/x]");
    }

    @Test
    void yaml_and_json_with_lists_of_mappings() {
        String yaml = """
                spec:
                  tls:
                    - curves: [A, B]
                    - curves:
                        - C
                  <<: *other
                ---
                "a b": x # c
                """;

        assertThat(read(Syntax.YAML, yaml)).contains("3 spec.tls.curves [A, B]", "4 spec.tls.curves [C]", "8 a b [x]");
        assertThat(Syntax.YAML.read(yaml).entries().stream()
                        .filter(it -> it.name().equals("curves"))
                        .map(it -> it.block().section())
                        .distinct())
                .hasSize(2);
        assertThat(read(Syntax.JSON, "{\t\"a\": {\n\t\"b\": [1, \"x\"] } }")).contains("2 a.b [1, x]");
        assertThat(read(Syntax.JSON, "{\"a\": 1, // c\n \"b\": \"2\"}")).contains("2 b [2]");
    }

    @Test
    void a_template_that_is_no_yaml_is_read_by_its_lines() {
        assertThat(read(Syntax.YAML, "a:\n  b: {{ .Values.x }}\n{{- if .y }}\n  curves: [\"A\", B]\n{{ end }}\n"))
                .contains("4 a.curves [A, B]");
    }

    @Test
    void xml_has_attributes_and_texts() {
        assertThat(read(Syntax.XML, "<a>\n <b c='d'/><e> f </e>\n</a>"))
                .containsExactly("1 a []", "2 a.b []", "2 a.b.c [d]", "2 a.e []", "2 a.e [f]");
    }

    @Test
    void arguments_of_a_virtual_machine() {
        assertThat(read(Syntax.ARGUMENTS, "#-Djdk.tls.a=b\nX=\"-Xmx1g -Djdk.tls.a=b,c\" -Dx.y='d e' --Dx.z=1"))
                .containsExactly("2 jdk.tls.a [b,c]", "2 x.y [d e]");
    }
}
