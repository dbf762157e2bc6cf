package dev.shirube.material.dependency;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One requirement of Python as PEP 508 writes it: {@code name[extras] >=1,<2 ; marker}, or {@code name @ url}. */
final class PythonRequirement {

    private static final int LONGEST = 2_000;
    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?)\\s*(?:\\[[^\\]]{0,500}])?\\s*(.*)");

    /** What a requirement in a file of pip may have behind it: a marker, a comment, an option. */
    private static final Pattern BEHIND = Pattern.compile("\\s*(?:;|\\s#|\\s--|\\\\$).*");

    private static final Pattern EGG = Pattern.compile(".*[#&]egg=([A-Za-z0-9._-]{1,200}).*");

    private PythonRequirement() {}

    /** The package, if the text is a requirement. */
    static Optional<Dependency> of(String text, int line) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        String asked = BEHIND.matcher(" " + form.group(2)).replaceFirst("").strip();
        if (asked.startsWith("(") && asked.endsWith(")")) {
            asked = asked.substring(1, asked.length() - 1);
        }
        boolean requirement = asked.isEmpty() || "=<>!~@^".indexOf(asked.charAt(0)) >= 0;
        return requirement ? Optional.of(named(form.group(1), asked, line)) : Optional.empty();
    }

    /** The package that an address names, if it does: {@code git+https://…#egg=name}. */
    static Optional<Dependency> ofAddress(String text, int line) {
        Matcher egg = EGG.matcher(text);
        return text.length() <= LONGEST && egg.matches()
                ? Optional.of(named(egg.group(1), text.strip(), line))
                : Optional.empty();
    }

    private static Dependency named(String name, String asked, int line) {
        return Dependency.of(Dialect.PYPI, name, asked, line);
    }
}
