package dev.shirube.domain;

import java.util.regex.Pattern;

/** Whether an occurrence is in what runs, or in test code. */
public enum CodeContext {
    MAIN("main"),
    TEST("test");

    private final String id;

    CodeContext(String id) {
        this.id = id;
    }

    /** Folders that by the conventions of Maven, Gradle, Go, Python, Ruby and JavaScript hold only tests. */
    private static final Pattern TEST_FOLDER =
            Pattern.compile("(^|[/:])(src/(test|it|integrationTest|testFixtures)|tests?|__tests__|spec|testdata)/");

    /** File names that by the same conventions are tests. */
    private static final Pattern TEST_FILE = Pattern.compile(
            "(_test\\.(go|py|cc|cpp|rb)|(^|[/:])test_[^/]*\\.py|\\.(test|spec)\\.[cm]?[jt]sx?|_spec\\.rb)$");

    /** The id that files carry. */
    public String id() {
        return id;
    }

    /** What the conventions of the common languages say of a logical path; what they do not know is main code. */
    public static CodeContext of(String location) {
        boolean possible = location.contains("test") || location.contains("src/") || location.contains("spec");
        if (!possible) {
            return MAIN; // most places are, and a pattern takes its time
        }
        return TEST_FOLDER.matcher(location).find()
                        || TEST_FILE.matcher(location).find()
                ? TEST
                : MAIN;
    }
}
