package dev.shirube.domain.office;

import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Term;
import java.util.List;

/** Whether somebody has answered an open question. */
public enum AnswerStatus implements Term {
    ANSWERED("answered", new Text("○ 回答済み", "○ answered"), List.of("○", "〇", "回答済", "answered", "完了")),
    ASKED("asked", new Text("△ 確認中", "△ being asked"), List.of("△", "照会中", "being asked")),
    OPEN("open", new Text("× 未回答", "× open"), List.of("×", "✕", "x", "未対応", "open"));

    private final String id;
    private final Text label;
    private final List<String> aliases;

    AnswerStatus(String id, Text label, List<String> aliases) {
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
