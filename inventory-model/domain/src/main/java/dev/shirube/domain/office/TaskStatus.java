package dev.shirube.domain.office;

import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Term;
import java.util.List;

/** How far a task is, in the office's own words. */
public enum TaskStatus implements Term {
    DONE("done", new Text("○ 完了", "○ done"), List.of("○", "〇", "完了", "done", "済")),
    UNDER_WAY("under-way", new Text("△ 対応中", "△ under way"), List.of("△", "対応中", "着手", "着手済", "under way", "進行中")),
    NOT_BEGUN("not-begun", new Text("× 未着手", "× not begun"), List.of("×", "✕", "x", "未着手", "not begun")),
    TO_CONFIRM("to-confirm", new Text("？ 要確認", "? to be confirmed"), List.of("to be confirmed"));

    private final String id;
    private final Text label;
    private final List<String> aliases;

    TaskStatus(String id, Text label, List<String> aliases) {
        this.id = id;
        this.label = label;
        this.aliases = aliases;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }
}
