package dev.shirube.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Between which commits of a repository's history a finding's place was there; carried by the {@linkplain Evidence#values()
 * values} of its evidence, behind those of the detector, so that every form that keeps findings keeps it.
 *
 * @param first full id of the first commit that had it, by the order of parents before children, then of ids
 * @param last the same of the last one; empty for what is in the scanned tree
 * @param lastPath its path in the last commit, where that is another than in the first; empty otherwise
 * @param places how many files of all commits, or signatures, say the same and are told as this one
 */
public record CommitSpan(String first, String last, String lastPath, int places, InTree inTree) {

    /** Whether it is still in the tree that was scanned. */
    public enum InTree {
        PRESENT("present", new Text("現在のツリーにある", "still in the tree")),
        /** The key or certificate is, but in another file or another version of it. */
        ELSEWHERE("elsewhere", new Text("現在のツリーでは別のファイルまたは別の版にある", "in the tree in another file or version")),
        REMOVED("removed", new Text("現在のツリーには無い", "not in the tree any more")),
        UNKNOWN("unknown", new Text("現在のツリーにあるかは不明", "whether it is in the tree is not known")),
        /** It stands in the commits themselves. */
        NO_FILE("no-file", new Text("コミット・タグの署名", "signatures of commits and tags"));

        private final String id;
        private final Text text;

        InTree(String id, Text text) {
            this.id = id;
            this.text = text;
        }

        /** The id that files carry. */
        public String id() {
            return id;
        }

        private static InTree of(String id) {
            for (InTree value : values()) {
                if (value.id.equals(id)) {
                    return value;
                }
            }
            return UNKNOWN;
        }
    }

    /** What the row of a finding ends in that is only in the history. */
    public static final String ROW = ":history";

    private static final String FIRST = "first-commit=";
    private static final String LAST = "last-commit=";
    private static final String LAST_PATH = "last-path=";
    private static final String PLACES = "places=";
    private static final String TREE = "tree=";
    private static final int SHORT = 12;

    /** Refuses null. */
    public CommitSpan {
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
        Objects.requireNonNull(lastPath);
        Objects.requireNonNull(inTree);
    }

    /** What the finding's evidence says of the history; nothing for one that was not looked for there. */
    public static Optional<CommitSpan> of(Finding finding) {
        List<String> values = finding.evidence().values();
        String first = value(values, FIRST);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String places = value(values, PLACES);
        return Optional.of(new CommitSpan(
                first,
                value(values, LAST),
                value(values, LAST_PATH),
                places.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(places) : 1,
                InTree.of(value(values, TREE))));
    }

    /** The finding with this in its evidence; the row of one that is not in the tree says so. */
    public Finding on(Finding finding) {
        Evidence is = finding.evidence();
        List<String> values = new ArrayList<>(is.values());
        add(values, FIRST, first);
        add(values, LAST, last);
        add(values, LAST_PATH, lastPath);
        add(values, PLACES, Integer.toString(places));
        add(values, TREE, inTree.id);
        return finding.withEvidence(new Evidence(
                is.detector(),
                is.detectorVersion(),
                inTree == InTree.PRESENT || inTree == InTree.NO_FILE ? is.row() : is.row() + ROW,
                values,
                is.expression(),
                is.resolution(),
                is.reason(),
                is.hops(),
                is.inputDigest()));
    }

    private static void add(List<String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.add(name + value);
        }
    }

    /** The last one: a detector's own values stand before these. */
    private static String value(List<String> values, String name) {
        return values.stream()
                .filter(it -> it.startsWith(name))
                .map(it -> it.substring(name.length()))
                .reduce("", (before, after) -> after);
    }

    /** One sentence for a reader, without its full stop. */
    public Text text() {
        StringBuilder ja = new StringBuilder("Git 履歴：").append(inTree.text.ja());
        StringBuilder en = new StringBuilder("Git history: ").append(inTree.text.en());
        ja.append("、最初のコミット ").append(brief(first));
        en.append(", first commit ").append(brief(first));
        if (!last.isEmpty()) {
            ja.append("、最後のコミット ").append(brief(last));
            en.append(", last commit ").append(brief(last));
        }
        if (!lastPath.isEmpty()) {
            ja.append("（").append(lastPath).append("）");
            en.append(" (").append(lastPath).append(")");
        }
        if (places > 1) {
            ja.append("、").append(places).append(" 箇所");
            en.append(", ").append(places).append(" places");
        }
        return new Text(ja.toString(), en.toString());
    }

    private static String brief(String commit) {
        return commit.length() > SHORT ? commit.substring(0, SHORT) : commit;
    }
}
