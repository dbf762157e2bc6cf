package dev.shirube.domain.diff;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;

/**
 * What is counted of occurrences that both states have alike, so that nobody needs to hold them one by one.
 *
 * @param looked whether the second state looked at them again
 */
public record Standing(CryptoAsset asset, CryptoFunction function, CodeContext context, boolean looked) {

    /** What is counted of that finding. */
    public static Standing of(AssignedFinding finding, boolean looked) {
        return new Standing(
                finding.finding().asset(),
                finding.finding().function(),
                finding.finding().occurrence().context(),
                looked);
    }
}
