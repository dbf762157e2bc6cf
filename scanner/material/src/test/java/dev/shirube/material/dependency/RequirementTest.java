package dev.shirube.material.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NPM; 1.2.3; 1.2.3",
                "NPM; =1.2.3; 1.2.3",
                "NPM; v1.2.3; 1.2.3",
                "NPM; ^1.2.3; >=1.2.3|<2",
                "NPM; ^0.2.3; >=0.2.3|<0.3",
                "NPM; ^0.0.3; >=0.0.3|<0.0.4",
                "NPM; ^0.0; >=0.0|<0.1",
                "NPM; ~1.2.3; >=1.2.3|<1.3",
                "NPM; ~1; >=1|<2",
                "NPM; 1.2; >=1.2|<1.3",
                "NPM; 1.x; >=1|<2",
                "NPM; 1.2.*; >=1.2|<1.3",
                "NPM; >=1.2 <2; >=1.2|<2",
                "NPM; >= 1.2, < 2; >=1.2|<2",
                "NPM; 1.2.3 - 2.3.4; >=1.2.3|<=2.3.4",
                "NPM; 1.2.3 - 2.3; >=1.2.3|<2.4",
                "NPM; ^1.0 || ^3.0; >=1.0|<4",
                "NPM; <2; <2",
                "NPM; 1.0.0-beta.1; 1.0.0-beta.1",
                "NPM; *; ''",
                "NPM; latest; ''",
                "NPM; ''; ''",
                "NPM; ^1.0 || latest; ''",
                "NPM; workspace:^; ''",
                "NPM; file:../x; ''",
                "NPM; catalog:; ''",
                "NPM; github:a/b#semver:^1.0; ''",
                "NPM; git+https://example.org/x.git#v1.0; ''",
                "CARGO; 1.2; >=1.2|<2",
                "CARGO; 0.9; >=0.9|<0.10",
                "CARGO; =1.2; >=1.2|<1.3",
                "CARGO; =1.2.3; 1.2.3",
                "CARGO; 1.*; >=1|<2",
                "PYPI; ==1.2; 1.2",
                "PYPI; ===1.2; 1.2",
                "PYPI; ==1.2.*; >=1.2|<1.3",
                "PYPI; ~=1.4.2; >=1.4.2|<1.5",
                "PYPI; ~=1.4; >=1.4|<2",
                "PYPI; >=1, !=1.5, <2; >=1|<2",
                "PYPI; ^42.0; >=42.0|<43",
                "PYPI; ~1.4; >=1.4|<1.5",
                "PYPI; 4.9; 4.9",
                "GEM; ~> 2.8; >=2.8|<3",
                "GEM; ~> 2.8.1; >=2.8.1|<2.9",
                "GEM; >= 7.0, < 8; >=7.0|<8",
                "GEM; = 1.3; 1.3",
                "COMPOSER; ~1.2; >=1.2|<2",
                "COMPOSER; ~1.2.3; >=1.2.3|<1.3",
                "COMPOSER; ^6.10; >=6.10|<7",
                "COMPOSER; 4.3.*|^5.0; >=4.3|<6",
                "COMPOSER; v3.0.1; 3.0.1",
                "COMPOSER; 1.0@dev; 1.0",
                "COMPOSER; dev-master; ''",
                "MAVEN; [1.0,2.0); >=1.0|<2.0",
                "MAVEN; [1.14, 1.20[; >=1.14|<1.20",
                "MAVEN; (,1.80]; <=1.80",
                "MAVEN; [1.5]; 1.5",
                "MAVEN; (,1.0],[1.2,); ''",
                "MAVEN; [1.0,1.1],[1.2,1.3); >=1.0|<1.3",
                "MAVEN; 1.+; >=1|<2",
                "MAVEN; 4.2.8.Final; 4.2.8.Final",
                "MAVEN; LATEST; ''",
                "MAVEN; latest.release; ''",
                "MAVEN; ${bc.version}; ''",
                "MAVEN; 1.0 2.0; ''",
                "NUGET; 2.4.0; 2.4.0",
                "NUGET; 4.*; >=4|<5",
                "NUGET; $(JwtVersion); ''",
                "GOLANG; v0.31.0; 0.31.0",
                "GOLANG; v0.0.0-20210921155107-089bfa567519; 0.0.0-20210921155107-089bfa567519",
                "GOLANG; => ../pkcs11; ''",
                "GENERIC; >=1.24; >=1.24",
                "GENERIC; 3.0.7; 3.0.7"
            })
    void whatIsAskedForIsAVersionOrARangeOrUnknown(Dialect dialect, String written, String version) {
        String expected = version.isEmpty() || Character.isDigit(version.charAt(0))
                ? version
                : "vers:" + dialect.scheme() + "/" + version;
        assertThat(new Requirement(dialect, written).version()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^1.2.3; ^1.2.3",
                "workspace:*; workspace:*",
                "git+https://user:hunter2@example.org/x.git; git+https:…",
                "git@example.org:x.git; …",
                "npm:real@^1; npm:…"
            })
    void anAddressIsNotShownWhole(String written, String shown) {
        assertThat(new Requirement(Dialect.NPM, written).shown()).isEqualTo(shown);
    }

    @Test
    void aRequirementWithoutEndIsNone() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (Dialect dialect : Dialect.values()) {
                for (String part : new String[] {"^1 ", "1.", "[1,", ">=1||", "1 - ", "~>", "*", "[1,2),"}) {
                    new Requirement(dialect, part.repeat(100_000)).version();
                    new Requirement(dialect, part.repeat(290 / part.length())).version();
                }
            }
        });
    }
}
