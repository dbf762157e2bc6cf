package dev.shirube.domain;

import java.util.Objects;

/**
 * Where an information system stands and who can reach it.
 *
 * @param hosting where it runs (設置場所)
 * @param zone network zone as the office names it (ネットワーク区分), such as LGWAN接続系
 * @param exposure who can reach it (接続区分)
 */
public record Placement(Declaration<Hosting> hosting, Declaration<String> zone, Declaration<Exposure> exposure) {

    /** Nothing is declared. */
    public static final Placement UNKNOWN =
            new Placement(Declaration.unknown(), Declaration.unknown(), Declaration.unknown());

    /** Refuses null. */
    public Placement {
        Objects.requireNonNull(hosting);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(exposure);
    }
}
