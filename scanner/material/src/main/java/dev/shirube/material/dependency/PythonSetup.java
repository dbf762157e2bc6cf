package dev.shirube.material.dependency;

import dev.shirube.material.TextLines;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Setuptools: {@code setup.cfg}, and the literals in {@code setup.py}, which is a program and is not run: what it computes is
 * not told.
 */
final class PythonSetup {

    private static final String[] LOCKS = {"uv.lock", "poetry.lock", "pdm.lock"};
    private static final int LONGEST_LINE = 2_000;

    private static final Pattern SECTION = Pattern.compile("\\[\\s*([^\\]]{1,100}?)\\s*]\\s*");
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_.-]{1,100})\\s*[=:]\\s*(.*)");
    private static final Pattern ARGUMENT =
            Pattern.compile("\\b(install_requires|tests_require|extras_require)\\s*=\\s*(?=[\\[({])");

    private PythonSetup() {}

    static List<Format> formats() {
        return List.of(
                Format.named("setup.cfg", PythonSetup::settings, LOCKS),
                Format.named("setup.py", PythonSetup::program, LOCKS));
    }

    private static void settings(ManifestText file, Consumer<Dependency> found) {
        String section = "";
        String name = "";
        int number = 0;
        for (String line : file.lines()) {
            number++;
            String requirement = "";
            Matcher head = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (line.length() > LONGEST_LINE || line.isBlank() || line.strip().startsWith("#")) {
                continue;
            } else if (Character.isWhitespace(line.charAt(0))) {
                requirement = line.strip();
            } else if (head.matches()) {
                section = head.group(1);
                name = "";
            } else if (entry.matches()) {
                name = entry.group(1);
                requirement = entry.group(2).strip();
            }
            boolean runs = section.equals("options") && name.equals("install_requires");
            boolean tests = section.equals("options") && name.equals("tests_require");
            if (runs || tests || section.equals("options.extras_require")) {
                boolean only = tests || name.startsWith("test") || name.startsWith("dev");
                PythonRequirement.of(requirement, number).ifPresent(it -> found.accept(it.onlyForTests(only)));
            }
        }
    }

    private static void program(ManifestText file, Consumer<Dependency> found) {
        String text = file.text();
        TextLines lines = new TextLines(text);
        Matcher argument = ARGUMENT.matcher(text);
        int from = 0;
        while (argument.find(from)) {
            boolean tests = argument.group(1).startsWith("tests");
            from = literals(text, argument.end(), lines, tests, found);
        }
    }

    /** The texts within the bracket that begins there; where it ends. */
    private static int literals(String text, int start, TextLines lines, boolean tests, Consumer<Dependency> found) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '"' || c == '\'') {
                int end = text.indexOf(c, at + 1);
                if (end < 0) {
                    return text.length();
                }
                int line = lines.at(at);
                if (end - at <= LONGEST_LINE) {
                    PythonRequirement.of(text.substring(at + 1, end), line)
                            .ifPresent(it -> found.accept(it.onlyForTests(tests)));
                }
                at = end;
            } else if ("[({".indexOf(c) >= 0) {
                depth++;
            } else if ("])}".indexOf(c) >= 0) {
                depth--;
                if (depth == 0) {
                    return at;
                }
            }
            at++;
        }
        return text.length();
    }
}
