package dev.shirube.planner;

import dev.shirube.domain.Text;

/**
 * How a year in a Japanese policy is read where the text does not say whether it means the calendar or the fiscal year.
 *
 * <p>The strategy writes 年度 where it means the fiscal year and 年 for 2035, so the calendar year is the default.
 */
public enum DeadlineReading {
    /** 2035年 ends on 2035-12-31. */
    CALENDAR_YEAR(new Text("暦年（2035年12月31日まで）", "calendar year (to 2035-12-31)")),
    /** 2035年 read as 2035年度, which ends on 2036-03-31. */
    FISCAL_YEAR(new Text("年度（2036年3月31日まで）", "fiscal year (to 2036-03-31)"));

    private final Text label;

    DeadlineReading(Text label) {
        this.label = label;
    }

    /** What every report prints of this setting. */
    public Text label() {
        return label;
    }
}
