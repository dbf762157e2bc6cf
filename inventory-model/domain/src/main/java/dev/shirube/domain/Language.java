package dev.shirube.domain;

/** The two languages of everything a person reads. */
public enum Language {
    JA,
    EN;

    /** One of two texts. */
    public String choose(String japanese, String english) {
        return this == JA ? japanese : english;
    }
}
