package dev.shirube.endpoint.probe;

import dev.shirube.engine.ScanTarget.ProbePlan;
import java.util.List;

/** When a host is not asked any more: another connection would cost it something and tell us nothing. */
final class Patience {
    private Patience() {}

    static boolean ends(ProbePlan plan, List<Observation> seen) {
        Observation last = seen.get(seen.size() - 1);
        boolean answered = seen.stream().anyMatch(it -> it.choice().isPresent());
        if (plan == ProbePlan.TRIAGE || !answered) {
            // A silent host is not asked twice, one that breaks off not three times.
            return last.hopeless() || brokenOff(seen) >= (plan == ProbePlan.TRIAGE ? 2 : 3);
        }
        return last.otherProtocol()
                || last.probe().equals(Control.ID) && last.choice().isEmpty();
    }

    /** How many connections in a row broke off, up to the last one. */
    private static int brokenOff(List<Observation> seen) {
        int count = 0;
        while (count < seen.size() && seen.get(seen.size() - 1 - count).brokenOff()) {
            count++;
        }
        return count;
    }
}
