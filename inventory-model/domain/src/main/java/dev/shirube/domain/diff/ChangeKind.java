package dev.shirube.domain.diff;

import dev.shirube.domain.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What became of something between two states of an inventory. */
public enum ChangeKind {
    /** It is there now and was not, at a place that was looked at. */
    NEW("new", new Text("新規", "new")),
    /** It was there and is not any more; only said of a place that was looked at again. */
    GONE("gone", new Text("消滅", "gone")),
    /** The same asset in the same member at another line, or the same bytes under another path. */
    MOVED("moved", new Text("移動", "moved")),
    /** At the same place is another algorithm, size or parameter, or more or less is known of it. */
    CHANGED("changed", new Text("変更", "changed")),
    /** The bytes are the same, but another program, catalogue, registry or policy says something else of them. */
    REJUDGED("re-judged", new Text("再判定", "re-judged")),
    /** It was there, and nobody has looked since: not found is not gone. */
    NOT_LOOKED_AT("not-looked-at", new Text("未調査", "not looked at")),
    /** What was found is as it was, and the register says something else of its system. */
    DECLARED("declared", new Text("申告変更", "declared"));

    private final String id;
    private final Text label;

    ChangeKind(String id, Text label) {
        this.id = id;
        this.label = label;
    }

    /** The id that files and the command line carry. */
    public String id() {
        return id;
    }

    /** What people read. */
    public Text label() {
        return label;
    }

    /** The kind of that id, if there is one. */
    public static Optional<ChangeKind> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    /** All ids, in the order in which they are shown. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ChangeKind::id).toList();
    }
}
