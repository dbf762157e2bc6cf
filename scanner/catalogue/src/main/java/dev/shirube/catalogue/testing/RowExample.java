package dev.shirube.catalogue.testing;

import dev.shirube.catalogue.ApiPoint;
import java.util.List;

/** A catalogue row's example as a whole Java source, so that a scanner can be shown it. */
public final class RowExample {

    /** What an example may use without naming a package. */
    private static final List<String> PACKAGES = List.of(
            "java.security",
            "java.security.cert",
            "java.security.spec",
            "javax.crypto",
            "javax.crypto.spec",
            "javax.net.ssl");

    private RowExample() {}

    /** Simple name of the class that {@link #source} declares, in no package. */
    public static final String CLASS_NAME = "RowExampleSource";

    /**
     * The example in a method that may throw anything, beside an {@code any()} that stands for a value of whatever type
     * is wanted. Of types outside the JDK's own packages only the row's owner, or the type around it, is imported.
     *
     * @throws IllegalArgumentException when the row has no example
     */
    public static String source(ApiPoint row) {
        String example = row.example()
                .orElseThrow(() -> new IllegalArgumentException("The row " + row.id() + " has no example"));
        StringBuilder source = new StringBuilder();
        PACKAGES.forEach(name -> source.append("import ").append(name).append(".*;\n"));
        String topLevel = row.owner().split("\\$", 2)[0];
        source.append("import ").append(topLevel).append(";\n");
        source.append("final class ").append(CLASS_NAME).append(" {\n");
        source.append("    static <T> T any() { return null; }\n");
        source.append("    void example() throws Exception {\n");
        source.append("        ").append(example).append('\n');
        source.append("    }\n}\n");
        return source.toString();
    }
}
