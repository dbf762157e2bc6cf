package dev.shirube.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An information system as the office's register (情報システム台帳) declares it: the unit with an owner, and what a row of the
 * roadmap is about. What scans observe of it stands elsewhere.
 *
 * @param id stable id, chosen by the office
 * @param name name as the office writes it
 * @param category the office's own classification (区分)
 * @param responsibility who answers for it
 * @param protection what is at stake, and for how long
 * @param placement where it stands and who can reach it
 * @param procurement when and from whom it is bought
 * @param peers systems it exchanges data with (接続先), by id or, where they are not in the register, by name; declared as an
 *     empty list where it has none
 * @param note free text
 * @param others what the office keeps beside our columns, by the heading it has there: carried, never interpreted
 */
public record InformationSystem(
        String id,
        String name,
        String category,
        Responsibility responsibility,
        Protection protection,
        Placement placement,
        Procurement procurement,
        Declaration<List<String>> peers,
        String note,
        Map<String, String> others)
        implements Comparable<InformationSystem> {

    /** The system that findings belong to when none was named. */
    public static final String UNASSIGNED = "unassigned";

    /** Refuses null and an empty id; keeps unmodifiable copies. */
    public InformationSystem {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("An information system needs an id");
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(category);
        Objects.requireNonNull(responsibility);
        Objects.requireNonNull(protection);
        Objects.requireNonNull(placement);
        Objects.requireNonNull(procurement);
        Objects.requireNonNull(note);
        peers = new Declaration<>(peers.value().map(List::copyOf), peers.origin(), peers.by(), peers.on());
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** A system of which nothing is declared but its id. */
    public static InformationSystem undeclared(String id) {
        return new InformationSystem(
                id,
                id,
                "",
                Responsibility.NONE,
                Protection.UNKNOWN,
                Placement.UNKNOWN,
                Procurement.UNKNOWN,
                Declaration.unknown(),
                "",
                Map.of());
    }

    /** Department in charge; empty if none is named. */
    public String owner() {
        return responsibility.department();
    }

    /** Person or role to ask; empty if none is named. */
    public String contact() {
        return responsibility.contact();
    }

    /** Id of the team that carries out its migration; empty if none is named. */
    public String team() {
        return responsibility.team();
    }

    /** Consequence from 1 to 4. */
    public Declaration<Integer> impact() {
        return protection.impact();
    }

    /** For how many months its data must stay confidential. */
    public Declaration<Integer> protectionMonths() {
        return protection.months();
    }

    /** Last day on which anyone relies on a signature or key of it. */
    public Declaration<LocalDate> trustUntil() {
        return protection.trustUntil();
    }

    /** Whether those who verify its signatures can be updated. */
    public Declaration<Boolean> verifierUpdatable() {
        return protection.verifierUpdatable();
    }

    /** Who can reach it. */
    public Declaration<Exposure> exposure() {
        return placement.exposure();
    }

    /** The fiscal year, named by its first year, of the next renewal. */
    public Declaration<Integer> renewalFiscalYear() {
        return procurement.renewalFiscalYear();
    }

    @Override
    public int compareTo(InformationSystem other) {
        return id.compareTo(other.id);
    }
}
