package dev.shirube.domain;

import java.util.Objects;

/**
 * The grade of an information system's information (格付け) after the Common Standards (政府機関等のサイバーセキュリティ対策のための統一基準).
 *
 * @param confidentiality 機密性, from 1 to {@value #CONFIDENTIALITY}
 * @param integrity 完全性, from 1 to {@value #INTEGRITY}
 * @param availability 可用性, from 1 to {@value #AVAILABILITY}
 */
public record Grade(
        Declaration<Integer> confidentiality, Declaration<Integer> integrity, Declaration<Integer> availability) {

    /** Highest grade of confidentiality. */
    public static final int CONFIDENTIALITY = 3;

    /** Highest grade of integrity. */
    public static final int INTEGRITY = 2;

    /** Highest grade of availability. */
    public static final int AVAILABILITY = 2;

    /** Nothing is declared. */
    public static final Grade UNKNOWN = new Grade(Declaration.unknown(), Declaration.unknown(), Declaration.unknown());

    /** Refuses null. */
    public Grade {
        Objects.requireNonNull(confidentiality);
        Objects.requireNonNull(integrity);
        Objects.requireNonNull(availability);
    }
}
