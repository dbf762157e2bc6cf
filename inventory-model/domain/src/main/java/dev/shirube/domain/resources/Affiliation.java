package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** Whose people a team is. */
public enum Affiliation implements Term {
    /** People of the office itself. */
    STAFF("staff", "職員", "staff", "直営", "internal"),
    /** People of a contractor, who are paid by the person-day. */
    CONTRACTOR("contractor", "委託", "contractor", "外部委託", "委託先", "外注", "external");

    private final String id;
    private final Text label;
    private final List<String> aliases;

    Affiliation(String id, String ja, String en, String... aliases) {
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
