package dev.shirube.domain;

import java.util.Objects;

/**
 * Who answers for an information system; a text that nobody filled in is empty.
 *
 * @param department department in charge (担当部局)
 * @param contact person or role to ask (連絡先)
 * @param team id of the team that carries out its migration
 */
public record Responsibility(String department, String contact, String team) {

    /** Nobody is named. */
    public static final Responsibility NONE = new Responsibility("", "", "");

    /** Refuses null. */
    public Responsibility {
        Objects.requireNonNull(department);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(team);
    }
}
