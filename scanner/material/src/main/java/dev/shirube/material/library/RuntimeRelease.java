package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.engine.ScanInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code release} of a Java runtime (JEP 223 and JEP 220), which tells what will run. {@code Created-By} and
 * {@code Build-Jdk-Spec} of a manifest tell only what compiled, and are not asked.
 */
final class RuntimeRelease {

    private static final String ID = "jdk";
    private static final String NAME = "release";
    private static final int LARGEST = 64 << 10;
    private static final Pattern LINE = Pattern.compile("([A-Z_]{1,40})=\"?([^\"]{0,200})\"?");

    private RuntimeRelease() {}

    static boolean isOne(ScanInput input) {
        return input.name().equals(NAME) && input.size() <= LARGEST;
    }

    /** The runtime; nothing for another file of that name. */
    static Optional<Seen> read(String location, String text, Artefacts artefacts) {
        int number = 0;
        int line = 0;
        String version = "";
        List<String> values = new ArrayList<>();
        for (String each : (Iterable<String>) text.lines()::iterator) {
            number++;
            Matcher property = LINE.matcher(each.strip());
            if (property.matches()) {
                if (property.group(1).equals("JAVA_VERSION")) {
                    version = property.group(2);
                    line = number;
                }
                if (property.group(1).equals("JAVA_VERSION")
                        || property.group(1).equals("IMPLEMENTOR")) {
                    values.add(property.group(1) + ": " + property.group(2));
                }
            }
        }
        return line == 0
                ? Optional.empty()
                : Optional.of(new Seen(
                        artefacts.byId(ID, "pkg:generic/openjdk"),
                        version,
                        line,
                        "JAVA_VERSION",
                        "runtime-release",
                        values,
                        Confidence.LIKELY,
                        CodeContext.of(location)));
    }
}
