package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** How a procurement comes by its money: the rhythm of a Japanese fiscal year, which is convention and not a rule of ours. */
public enum Funding implements Term {
    /** The money is at hand: only the lead time counts. */
    AT_HAND("at-hand", "予算措置済", "at hand", "不要", "none"),
    /** Asked for in the yearly request, tendered meanwhile: work starts in April at the earliest. */
    REQUEST("request", "要求（準備行為可）", "yearly request", "要求", "要", "要(準備行為可)", "概算要求"),
    /** Asked for in the yearly request and tendered once it is in force: the lead time counts from April. */
    REQUEST_THEN_TENDER("request-then-tender", "要求後に調達", "request, then tender", "成立後調達", "4月以降調達");

    private final String id;
    private final Text label;
    private final List<String> aliases;

    Funding(String id, String ja, String en, String... aliases) {
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
