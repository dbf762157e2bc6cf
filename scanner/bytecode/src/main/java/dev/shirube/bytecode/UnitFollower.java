package dev.shirube.bytecode;

import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import java.util.Optional;

/** The way from one class to the rest of its unit, which is not open before the whole unit was seen. */
final class UnitFollower {

    private final ScanUnit unit;
    private final UnitIndex<Follower> follower;
    private boolean missed;

    UnitFollower(ScanUnit unit, UnitIndex<Follower> follower) {
        this.unit = unit;
        this.follower = follower;
    }

    /** The unit's follower; nothing as long as there is more of the unit to come. */
    Optional<Follower> get() {
        if (unit.whole()) {
            return Optional.of(unit.index(follower));
        }
        missed = true;
        return Optional.empty();
    }

    /** Whether it was asked for in vain, so that the class has to be looked at again. */
    boolean missed() {
        return missed;
    }
}
