package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** How far a budget has come on its way through the fiscal rhythm. */
public enum BudgetState implements Term {
    /** Asked for (要求): nobody has promised it. */
    REQUESTED("requested", "要求", "requested", "要求中", "概算要求"),
    /** In the draft budget (内示): expected, not yet in force. */
    PLANNED("planned", "内示", "planned", "政府案", "予算案"),
    /** In force (成立). */
    GRANTED("granted", "成立", "granted", "配当済", "議決", "approved");

    private final String id;
    private final Text label;
    private final List<String> aliases;

    BudgetState(String id, String ja, String en, String... aliases) {
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
