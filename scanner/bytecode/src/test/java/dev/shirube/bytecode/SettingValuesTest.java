package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Finding;
import dev.shirube.engine.testing.InMemoryInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of which the unit's own files, or the call itself, say what holds where nobody sets anything else. */
class SettingValuesTest {

    private static final String SPRING = """
            package org.springframework.beans.factory.annotation;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) public @interface Value { String value(); }
            """;

    private static final String ENVIRONMENT = """
            package org.springframework.core.env;
            public interface Environment { String getProperty(String key); String getProperty(String key, String other); }
            """;

    private static final String MICROPROFILE = """
            package org.eclipse.microprofile.config.inject;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) public @interface ConfigProperty { String name(); String defaultValue() default ""; }
            """;

    private static final String SOURCE = """
            import java.security.KeyPairGenerator;
            import java.util.Properties;
            import java.util.ResourceBundle;
            import org.eclipse.microprofile.config.inject.ConfigProperty;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.core.env.Environment;
            class Settings {
                @Value("${key.type:RSA}") private String injected;
                @Value("${crypto.curve-type}") private String fromYaml;
                @Value("#{systemProperties['x']}") private String computed;
                @ConfigProperty(name = "mp.alg", defaultValue = "RSA") String microprofile;
                private final String handed;
                private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("texts.names");
                Settings(@Value("${handed.alg:DSA}") String handed) { this.handed = handed; }
                void carried(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("key.alg")); }
                void otherwise(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("key.alg", "DSA")); }
                void absent(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("no.such", "DSA")); }
                void nothing(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("no.such")); }
                void several(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("in.two")); }
                void referring(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("refers")); }
                void circular(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("circle")); }
                void secret(Properties p) throws Exception { KeyPairGenerator.getInstance(p.getProperty("db.password")); }
                void environment() throws Exception { KeyPairGenerator.getInstance(System.getenv("key.alg")); }
                void anyKey(Properties p, String key) throws Exception { KeyPairGenerator.getInstance(p.getProperty(key)); }
                void bundle() throws Exception { KeyPairGenerator.getInstance(BUNDLE.getString("alg")); }
                void otherBundle() throws Exception { KeyPairGenerator.getInstance(ResourceBundle.getBundle("other").getString("alg")); }
                void field() throws Exception { KeyPairGenerator.getInstance(injected); }
                void yaml() throws Exception { KeyPairGenerator.getInstance(fromYaml); }
                void expression() throws Exception { KeyPairGenerator.getInstance(computed); }
                void property() throws Exception { KeyPairGenerator.getInstance(microprofile); }
                void parameter() throws Exception { KeyPairGenerator.getInstance(handed); }
                void spring(Environment e) throws Exception { KeyPairGenerator.getInstance(e.getProperty("crypto.curveType", "RSA")); }
            }
            class Other {}
            """;

    @TempDir
    static Path folder;

    private static SiteValues sites;

    @BeforeAll
    static void compile() throws IOException {
        List<String> options = List.of("--release", "17", "-classpath", folder.toString());
        Compiled.into(folder, "Value", SPRING, options);
        Compiled.into(folder, "Environment", ENVIRONMENT, options);
        Compiled.into(folder, "ConfigProperty", MICROPROFILE, options);
        Compiled.into(folder, "Settings", SOURCE, options);
        sites = new SiteValues(findings());
    }

    private static List<Finding> findings() throws IOException {
        return Compiled.findings(
                folder,
                List.of(
                        InMemoryInput.of("conf/app.properties", """
                                key.alg = EC
                                in.two=RSA
                                refers=${key.alg:DSA}
                                circle=${circle}
                                db.password=geheim
                                mp.alg: EC
                                """),
                        InMemoryInput.of("other.properties", "in.two=EC\n"),
                        InMemoryInput.of("META-INF/maven/a/pom.properties", "in.two=DSA\n"),
                        InMemoryInput.of("texts/names_ja.properties", "alg=EC\n"),
                        InMemoryInput.of("texts/names.properties", "alg=RSA\n"),
                        InMemoryInput.of("BOOT-INF/classes/application.yml", "crypto:\n  curve-type: 'EC'\n"),
                        InMemoryInput.of("broken.properties", "a=\\u00zz\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            carried     | EC     | config:key.alg
            otherwise   | DSA,EC | config:key.alg
            absent      | DSA    | config:no.such
            nothing     | -      | config:no.such
            several     | EC,RSA | config:in.two
            referring   | DSA,EC | config:refers
            circular    | -      | config:circle
            secret      | -      | config:db.password
            environment | -      | config:key.alg
            anyKey      | -      | config
            bundle      | EC,RSA | config:alg
            otherBundle | -      | config:alg
            field       | RSA    | config:key.type
            yaml        | EC     | config:crypto.curve-type
            expression  | -      | injected
            property    | EC,RSA | config:mp.alg
            parameter   | DSA    | config:handed.alg
            spring      | EC,RSA | config:crypto.curveType
            """)
    void whatTheUnitSaysAndThatItCanBeSetElsewhere(String method, String values, String reason) {
        sites.expect(method, values, reason);
        assertThat(sites.in(method))
                .allSatisfy(it -> assertThat(it.evidence().resolution().id())
                        .isEqualTo(values == null ? "unresolved" : "config"));
    }

    @Test
    void noSecretIsInAnyFinding() {
        assertThat(new ArrayList<>(sites.findings()).toString()).doesNotContain("geheim");
    }
}
