package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.planner.migration.Target;

/** How the standard behind a replacement is written in a row: reference, status, and 未検証 where it was not seen. */
public final class Targets {
    private Targets() {}

    /** Its reference, how far it is, and whether that was seen. */
    public static Text standard(Target target) {
        Text status = target.status().label();
        String reference = target.reference().isEmpty() ? "" : target.reference() + " ";
        return new Text(
                reference + status.ja() + (target.verified() ? "" : "、未検証"),
                reference + status.en() + (target.verified() ? "" : ", unverified"));
    }
}
