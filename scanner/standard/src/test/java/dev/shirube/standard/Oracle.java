package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the independent reader {@code benchmarks/classfile_oracle.py} says of an archive. */
final class Oracle {

    private static final Path SCRIPT = Path.of("../../benchmarks/classfile_oracle.py");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+))");

    private Oracle() {}

    /**
     * One line of its output.
     *
     * @param place path in the archive, method and offset
     * @param symbol owner and member of what is called, as an occurrence writes it
     * @param kind {@code factory}, {@code default}, {@code methodref} or {@code spec}
     * @param constant the text or number that is given, where that is one
     * @param source {@code const}, {@code merge} where a value comes from several branches, or what else it comes from
     */
    record Site(String place, String symbol, String kind, Optional<String> constant, String source) {
        /** What makes it the same site as one of ours. */
        String key() {
            return place + " " + symbol;
        }
    }

    static String place(String path, String method, String offset) {
        return path + " " + method + " @" + offset;
    }

    /** Every site that it lists in the archive and the archives in it; fails where it cannot read a class. */
    static List<Site> sites(Path archive, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve(archive.getFileName() + ".jsonl");
        Process process = new ProcessBuilder("python3", SCRIPT.toString(), "--extended", archive.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        List<Site> sites = new ArrayList<>();
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            sites.add(site(fields(line)));
        }
        return sites;
    }

    private static Site site(TreeMap<String, String> fields) {
        assertThat(fields).doesNotContainKey("error");
        String factory = fields.get("factory");
        int dot = factory.lastIndexOf('.');
        return new Site(
                place(fields.get("jar") + "!/" + fields.get("path"), fields.get("method"), fields.get("off")),
                factory.substring(0, dot) + "#" + factory.substring(dot + 1),
                fields.get("kind"),
                Optional.ofNullable(fields.get("algorithm")),
                fields.get("source"));
    }

    private static TreeMap<String, String> fields(String line) {
        TreeMap<String, String> fields = new TreeMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            String text = matcher.group(2);
            fields.put(matcher.group(1), text != null ? text.replaceAll("\\\\(.)", "$1") : matcher.group(3));
        }
        return fields;
    }
}
