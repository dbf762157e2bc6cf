package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** What kind of resource a row declares; the order is that of the form's sheets. */
public enum ResourceKind implements Term {
    /** People, of the office or of a contractor. */
    TEAM("team", "体制", "Teams", "チーム", "teams"),
    /** Money of one fiscal year. */
    BUDGET("budget", "予算", "Budgets", "budgets"),
    /** Days on which nothing is done, or nothing is changed. */
    FREEZE("freeze", "凍結期間", "Freezes", "凍結", "freezes"),
    /** How long a kind of procurement takes. */
    LEAD_TIME("lead-time", "調達期間", "Lead times", "調達", "procurement", "leadtimes"),
    /** How much work and money a unit of a kind of task takes. */
    EFFORT("effort", "工数・費用", "Efforts", "工数", "efforts", "費用"),
    /** When a vendor will deliver a product. */
    RELEASE("release", "提供予定", "Releases", "提供", "releases");

    private final String id;
    private final Text label;
    private final List<String> aliases;

    ResourceKind(String id, String ja, String en, String... aliases) {
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
