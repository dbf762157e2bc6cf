package dev.shirube.catalogue.testing;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sources whose lines bear what must be found on them: {@code // finds: RSA keygen; RSA-2048 keygen}.
 *
 * <p>A scanner passes a fixture when it finds exactly what is marked, on exactly those lines, as often as it is marked;
 * what it finds on a line without a mark is as wrong as a mark that it does not find. The marks of one line are separated
 * by semicolons, in any order, each in the form of {@link FindingText}.
 */
public final class MarkedFixtures {

    /** The mark is in a line comment of the fixture's language. */
    private static final Pattern MARK = Pattern.compile("(?://|#|--)\\s*finds:(.*?)(?://\\s*compiled:.*)?$");

    private static final Pattern COMPILED = Pattern.compile("//\\s*(?:finds:[^\n]*?//\\s*)?compiled:");

    /** What only a scanner of source text tells, up to the end of the line. */
    private static final Pattern SOURCE = Pattern.compile("//\\s*(?:finds:[^\n]*?//\\s*)?source:");

    private static final Pattern SOURCE_ALONE = Pattern.compile("//\\s*source:[^\n]*?(?=//\\s*compiled:|\n|$)");

    private MarkedFixtures() {}

    /**
     * The source with the marks that hold for its compiled form. A scanner of class files sees all writers of a field and
     * all callers of a method, where a scanner of one source file cannot: {@code // finds: UNRESOLVED keygen // compiled:
     * RSA keygen} says so on the line; {@code // compiled:} alone
     * marks what the source does not show at all. The other way round a scanner of sources tells what a method does for
     * its callers at the callers, too, where one of class files tells it in the method alone: {@code // source:} marks
     * such a line.
     */
    public static String compiled(String source) {
        return COMPILED.matcher(SOURCE_ALONE.matcher(source).replaceAll("")).replaceAll("// finds:");
    }

    /** What is marked in a source, by line from 1; each line's texts sorted. */
    public static SortedMap<Integer, List<String>> expected(String source) {
        SortedMap<Integer, List<String>> marks = new TreeMap<>();
        String[] lines = SOURCE.matcher(source).replaceAll("// finds:").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = MARK.matcher(lines[i].stripTrailing());
            if (matcher.find()) {
                marks.put(i + 1, marks(matcher.group(1)));
            }
        }
        return marks;
    }

    private static List<String> marks(String text) {
        List<String> marks = new ArrayList<>();
        for (String mark : text.split(";", -1)) {
            if (!mark.isBlank()) {
                marks.add(mark.strip());
            }
        }
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("A mark without anything to find; write what must be found, or no mark");
        }
        return marks.stream().sorted().toList();
    }

    /** What was found, by line; findings without a line are under 0. */
    public static SortedMap<Integer, List<String>> actual(Collection<Finding> findings, AlgorithmRegistry registry) {
        Map<Integer, List<String>> found = new TreeMap<>();
        for (Finding finding : findings) {
            found.computeIfAbsent(finding.occurrence().line().orElse(0), line -> new ArrayList<>())
                    .add(FindingText.of(finding, registry));
        }
        SortedMap<Integer, List<String>> sorted = new TreeMap<>();
        found.forEach((line, texts) -> sorted.put(line, texts.stream().sorted().toList()));
        return sorted;
    }

    /**
     * Where marks and findings differ, one text a line: {@code line 12: marked [RSA keygen], found []}; empty when the
     * fixture passes. A fixture without any mark passes when nothing is found in it.
     */
    public static List<String> differences(String source, Collection<Finding> findings, AlgorithmRegistry registry) {
        SortedMap<Integer, List<String>> expected = expected(source);
        SortedMap<Integer, List<String>> actual = actual(findings, registry);
        TreeSet<Integer> lines = new TreeSet<>(expected.keySet());
        lines.addAll(actual.keySet());
        List<String> differences = new ArrayList<>();
        for (int line : lines) {
            List<String> marked = expected.getOrDefault(line, List.of());
            List<String> found = actual.getOrDefault(line, List.of());
            if (!marked.equals(found)) {
                differences.add("line " + line + ": marked " + marked + ", found " + found);
            }
        }
        return differences;
    }
}
