package dev.shirube.domain;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a diagnostic's values say in Japanese, where they are words of ours ({@code phrases.yaml}). */
final class Phrases {

    /** Lists of what probes saw, each with a reason within a reason, are as deep as ours go; the bound keeps hostile texts cheap. */
    private static final int DEPTH = 5;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    private record Phrase(Pattern english, String japanese) {}

    private static final class Holder {
        static final List<Phrase> ALL = load();

        private static List<Phrase> load() {
            List<Phrase> phrases = new ArrayList<>();
            for (DataNode row : DataTable.load(Phrases.class, "phrases.table")
                    .get("phrases")
                    .items()) {
                phrases.add(
                        new Phrase(pattern(row.get("en").text()), row.get("ja").text()));
            }
            return List.copyOf(phrases);
        }

        private static Pattern pattern(String english) {
            StringBuilder regex = new StringBuilder();
            Matcher placeholder = PLACEHOLDER.matcher(english);
            int from = 0;
            while (placeholder.find()) {
                regex.append(Pattern.quote(english.substring(from, placeholder.start())))
                        .append("(.*?)"); // the first place that fits: what comes behind is looked up in its turn
                from = placeholder.end();
            }
            return Pattern.compile(
                    regex.append(Pattern.quote(english.substring(from))).toString());
        }
    }

    private Phrases() {}

    /** The value in Japanese, or as it is where no phrase of ours fits it. */
    static String japanese(String value) {
        return japanese(value, DEPTH);
    }

    private static String japanese(String value, int depth) {
        if (depth == 0) {
            return value;
        }
        for (Phrase phrase : Holder.ALL) {
            Matcher matcher = phrase.english.matcher(value);
            if (matcher.matches()) {
                List<String> parts = new ArrayList<>();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    parts.add(japanese(matcher.group(i), depth - 1));
                }
                return DiagnosticCode.fill(phrase.japanese, parts);
            }
        }
        return value;
    }
}
