package dev.shirube.endpoint.ike;

/** Numbers of IKEv2 (RFC 7296 section 3, RFC 9370, and the registry of IANA). */
final class Ike {
    static final int HEADER = 28;
    static final int SPI = 8;
    static final int VERSION_2 = 0x20;
    static final int IKE_SA_INIT = 34;
    static final int FLAG_INITIATOR = 0x08;
    static final int FLAG_RESPONSE = 0x20;

    static final int PAYLOAD_SA = 33;
    static final int PAYLOAD_KE = 34;
    static final int PAYLOAD_NONCE = 40;
    static final int PAYLOAD_NOTIFY = 41;

    static final int PROTOCOL_IKE = 1;

    static final int ENCR = 1;
    static final int PRF = 2;
    static final int INTEG = 3;
    static final int KE = 4;
    /** Transform types of additional key exchanges are 6 to 12. */
    static final int ADDKE1 = 6;

    static final int ADDKE7 = 12;

    static final int NO_PROPOSAL_CHOSEN = 14;
    static final int INVALID_KE_PAYLOAD = 17;
    /** Notifications from this number on tell of no error. */
    static final int STATUS = 16384;

    static final int COOKIE = 16390;
    static final int REDIRECT = 16407;
    static final int FRAGMENTATION_SUPPORTED = 16430;
    static final int SIGNATURE_HASH_ALGORITHMS = 16431;
    static final int INTERMEDIATE_EXCHANGE_SUPPORTED = 16438;

    private Ike() {}
}
