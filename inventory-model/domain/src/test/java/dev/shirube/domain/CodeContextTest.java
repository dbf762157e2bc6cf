package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeContextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/java/A.java", "src/it/java/A.java", "module/src/testFixtures/A.java", "test/a.rb",
                        "tests/a.py",
                "pkg/testdata/key.pem", "web/__tests__/a.js", "pkg/sign_test.go", "test_sign.py", "a/test_sign.py",
                "web/sign.test.ts", "web/sign.spec.mjs", "spec/sign_spec.rb", "lib/sign_spec.rb",
            })
    void whatTheConventionsCallATestIsTest(String location) {
        assertThat(CodeContext.of(location)).isEqualTo(CodeContext.TEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/A.java", "src/main/java/com/acme/testing/A.java", "contest/a.py", "latest/a.js",
                "src/main/java/Test.java", "attest_sign.py", "lib/x.jar!/com/acme/Tester.class", "tls://host:443",
            })
    void whatTheyDoNotKnowRuns(String location) {
        assertThat(CodeContext.of(location)).isEqualTo(CodeContext.MAIN);
    }
}
