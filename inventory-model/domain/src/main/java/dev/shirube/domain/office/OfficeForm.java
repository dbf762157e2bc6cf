package dev.shirube.domain.office;

import java.util.Optional;
import java.util.stream.Stream;

/** The forms of a report whose rows belong to the plan; those of the register of systems are kept with the register. */
public enum OfficeForm {
    /** One row for each task of the plan. */
    TASKS("tasks"),
    /** One row for each exception that was granted. */
    EXCEPTIONS("exceptions"),
    /** One row for each open question. */
    ISSUES("issues");

    private final String id;

    OfficeForm(String id) {
        this.id = id;
    }

    /** The id that kept documents carry. */
    public String id() {
        return id;
    }

    static Optional<OfficeForm> byId(String id) {
        return Stream.of(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}
