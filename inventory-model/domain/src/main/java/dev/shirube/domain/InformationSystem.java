package dev.shirube.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An information system: the unit with an owner, and what a row of the roadmap is about.
 *
 * @param id stable id, chosen by the office
 * @param name name as the office writes it
 * @param owner department in charge
 * @param contact person or role to ask
 * @param category the office's own classification (区分)
 * @param impact consequence from 1 to 4 (4: national security, life, 機密性3)
 * @param exposure who can reach it
 * @param protectionMonths for how many months its data must stay confidential (保護期間)
 * @param trustUntil last day on which anyone relies on a signature or key of it (署名の信頼期間の末日)
 * @param verifierUpdatable whether those who verify its signatures can be updated
 * @param renewalFiscalYear the fiscal year (April to March, named by its first year) of the next renewal (更改)
 * @param team id of the team that carries out its migration; empty if none is named
 * @param note free text
 */
public record InformationSystem(
        String id,
        String name,
        String owner,
        String contact,
        String category,
        Declaration<Integer> impact,
        Declaration<Exposure> exposure,
        Declaration<Integer> protectionMonths,
        Declaration<LocalDate> trustUntil,
        Declaration<Boolean> verifierUpdatable,
        Declaration<Integer> renewalFiscalYear,
        String team,
        String note)
        implements Comparable<InformationSystem> {

    /** The system that findings belong to when none was named. */
    public static final String UNASSIGNED = "unassigned";

    /** Refuses null and an empty id. */
    public InformationSystem {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("An information system needs an id");
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(category);
        Objects.requireNonNull(impact);
        Objects.requireNonNull(exposure);
        Objects.requireNonNull(protectionMonths);
        Objects.requireNonNull(trustUntil);
        Objects.requireNonNull(verifierUpdatable);
        Objects.requireNonNull(renewalFiscalYear);
        Objects.requireNonNull(team);
        Objects.requireNonNull(note);
    }

    /** A system of which nothing is declared but its id. */
    public static InformationSystem undeclared(String id) {
        return new InformationSystem(
                id,
                id,
                "",
                "",
                "",
                Declaration.unknown(),
                Declaration.unknown(),
                Declaration.unknown(),
                Declaration.unknown(),
                Declaration.unknown(),
                Declaration.unknown(),
                "",
                "");
    }

    @Override
    public int compareTo(InformationSystem other) {
        return id.compareTo(other.id);
    }
}
