package dev.shirube.planner.roadmap;

import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.ResourceCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** In which periods work on a system by a team may end with its cut-over; systems of one calendar share it. */
final class CutOvers {
    private final Optional<ResourceCalendar> days;
    private final Map<List<Boolean>, Integer> calendars = new LinkedHashMap<>();

    CutOvers(Resources resources, TeamCalendar calendar) {
        boolean frozen = calendar.periods() > 0 && !resources.office().freezes().isEmpty();
        days = frozen
                ? Optional.of(ResourceCalendar.of(
                        resources.office(), calendar.first().firstDay(), Grain.QUARTER, calendar.periods()))
                : Optional.empty();
    }

    /** The calendar of that task; empty for one that cuts nothing over, or may in any period. */
    OptionalInt of(Draft draft) {
        boolean cutsOver = draft.key().kind() != TaskKind.WAIT && draft.key().kind() != TaskKind.INVESTIGATE;
        if (days.isEmpty() || !cutsOver) {
            return OptionalInt.empty();
        }
        List<Boolean> allowed = new ArrayList<>();
        for (boolean it :
                days.get().cutOverAllowed(draft.key().system(), draft.system().team())) {
            allowed.add(it);
        }
        if (!allowed.contains(false)) {
            return OptionalInt.empty();
        }
        calendars.putIfAbsent(List.copyOf(allowed), calendars.size());
        return OptionalInt.of(calendars.get(allowed));
    }

    /** All calendars that were asked for, by index. */
    List<List<Boolean>> all() {
        return List.copyOf(calendars.keySet());
    }
}
