package dev.shirube.domain.diff;

import dev.shirube.domain.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a comparison needs of one system.
 *
 * @param before findings as the first state has them and the second one has not
 * @param after findings as the second state has them and the first one has not
 * @param standing how often both have the same
 * @param unseen findings of {@code standing} that nobody looked at again, where they are wanted one by one
 */
public record SystemRows(
        String system, List<Finding> before, List<Finding> after, Map<Standing, Long> standing, List<Finding> unseen) {
    /** Keeps unmodifiable copies. */
    public SystemRows {
        Objects.requireNonNull(system);
        before = List.copyOf(before);
        after = List.copyOf(after);
        standing = Map.copyOf(standing);
        unseen = List.copyOf(unseen);
    }
}
