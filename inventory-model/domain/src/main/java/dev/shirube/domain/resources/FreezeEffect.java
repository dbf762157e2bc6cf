package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** What a freeze stops. */
public enum FreezeEffect implements Term {
    /** Nobody works: capacity falls, and nothing is cut over. */
    WORK("work", "作業停止", "no work", "閉庁", "作業不可"),
    /** Work goes on, but nothing is cut over (a change freeze). */
    CHANGE("change", "切替停止", "no cut-over", "変更停止", "切替不可", "変更凍結");

    private final String id;
    private final Text label;
    private final List<String> aliases;

    FreezeEffect(String id, String ja, String en, String... aliases) {
        this.id = id;
        this.label = new Text(ja, en);
        this.aliases = List.of(aliases);
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
