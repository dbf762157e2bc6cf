package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Finding;
import java.util.List;

/** What was found of the calls in certain methods. */
record SiteValues(List<Finding> findings) {

    /** The findings in the method of that name, whatever it takes, and in its lambda expressions. */
    List<Finding> in(String method) {
        return findings.stream()
                .filter(it -> {
                    String member = it.occurrence().member();
                    return member.contains("#" + method + "(") || member.contains("#lambda$" + method + "$");
                })
                .toList();
    }

    /**
     * Requires of every finding in the method that it has these values and that reason.
     *
     * @param values with commas between them; null for none
     * @param reason null for none
     */
    void expect(String method, String values, String reason) {
        List<String> expected = values == null ? List.of() : List.of(values.split(","));
        assertThat(in(method)).isNotEmpty().allSatisfy(it -> {
            assertThat(it.evidence().values()).isEqualTo(expected);
            assertThat(it.evidence().reason()).isEqualTo(reason == null ? "" : reason);
        });
    }
}
