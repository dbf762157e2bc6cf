package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** How long a period of the fiscal calendar is. */
public enum Grain implements Term {
    /** A calendar month. */
    MONTH(1, "month", "月", "month", List.of("毎月", "月次", "monthly")),
    /** A quarter of a fiscal year, from April on. */
    QUARTER(3, "quarter", "四半期", "quarter", List.of("毎四半期", "quarterly")),
    /** A fiscal year, from April to March. */
    YEAR(12, "year", "年度", "year", List.of("年", "毎年度", "yearly", "fiscalyear"));

    private final int months;
    private final String id;
    private final Text label;
    private final List<String> aliases;

    Grain(int months, String id, String ja, String en, List<String> aliases) {
        this.months = months;
        this.id = id;
        this.label = new Text(ja, en);
        this.aliases = aliases;
    }

    /** How many months it has. */
    public int months() {
        return months;
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
