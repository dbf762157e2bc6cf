package dev.shirube.catalogue;

import java.util.List;

/** What is known of an object that another call of the catalogue made: the algorithm it was made for. */
interface ObjectReader {

    /**
     * Claims about the object, seen from that row; one unresolved claim where nothing is known of it.
     *
     * @param depth calls followed so far
     */
    List<Claim> claims(ApiPoint point, ArgumentValue object, int depth);

    /** Claims about a parameter object; none where the argument is no object of the catalogue. */
    List<Claim> parameterClaims(ApiPoint point, ArgumentValue argument, int depth);
}
