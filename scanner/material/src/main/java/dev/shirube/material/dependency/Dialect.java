package dev.shirube.material.dependency;

/** How an ecosystem writes which versions of a package it takes. */
enum Dialect {
    /** Node's semver: a version in part is a range, spaces join, {@code ||} separates. */
    NPM("npm", Bare.PART_IS_RANGE),
    /** Cargo: a bare version is a caret range. */
    CARGO("cargo", Bare.CARET),
    /** PEP 440, and Poetry's additions to it. */
    PYPI("pypi", Bare.EXACT),
    /** Bundler and RubyGems. */
    GEM("gem", Bare.EXACT),
    /** Composer. */
    COMPOSER("composer", Bare.EXACT),
    /** Go: what a module asks for is what is built, since go.mod lists what was chosen (Go 1.17). */
    GOLANG("golang", Bare.ALONE),
    /** Maven and Gradle: intervals in brackets; a bare version is taken as it is. */
    MAVEN("maven", Bare.ALONE),
    /** NuGet: intervals in brackets; of a bare version the lowest that there is, which is that one. */
    NUGET("nuget", Bare.ALONE),
    /** What has no ecosystem of its own: programs, runtimes, libraries of C. */
    GENERIC("generic", Bare.EXACT);

    /** What a version without operator allows. */
    enum Bare {
        /** That version; there are no operators. */
        ALONE,
        /** That version. */
        EXACT,
        /** Those that are compatible. */
        CARET,
        /** That version, or all that begin with it. */
        PART_IS_RANGE
    }

    private final String scheme;
    private final Bare bare;

    Dialect(String scheme, Bare bare) {
        this.scheme = scheme;
        this.bare = bare;
    }

    /** The scheme of its ranges in VERS, which is also the type of its package URLs. */
    String scheme() {
        return scheme;
    }

    Bare bare() {
        return bare;
    }

    /** Whether {@code ~1.2} keeps 1.2, and not only 1 as with Composer. */
    boolean tildeKeepsMinor() {
        return this != COMPOSER;
    }
}
