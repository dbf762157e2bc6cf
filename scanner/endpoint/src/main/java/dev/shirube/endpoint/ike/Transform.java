package dev.shirube.endpoint.ike;

/**
 * One algorithm in a proposal (RFC 7296 section 3.3.2).
 *
 * @param type what it is for, for example {@link Ike#KE}
 * @param id its number among those of its type
 * @param keyBits value of the attribute Key Length; 0 without
 */
record Transform(int type, int id, int keyBits) {
    static Transform of(int type, int id) {
        return new Transform(type, id, 0);
    }

    boolean isAdditional() {
        return type >= Ike.ADDKE1 && type <= Ike.ADDKE7;
    }
}
