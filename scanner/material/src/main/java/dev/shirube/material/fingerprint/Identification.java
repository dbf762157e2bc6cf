package dev.shirube.material.fingerprint;

/**
 * A library that the classes of one archive tell of.
 *
 * @param library its id among the crypto libraries
 * @param purl package URL without version
 * @param packageName the package its classes are in, with dots: another one than the library's own where they were moved
 * @param relocated whether that is another package than the library's own
 * @param version one version, a range in VERS notation, or empty where the classes contradict each other
 * @param matched how many classes are those of some known version
 * @param looked how many classes of the library's that tell versions apart are there
 * @param location of the first such class
 */
public record Identification(
        String library,
        String purl,
        String packageName,
        boolean relocated,
        String version,
        int matched,
        int looked,
        String location) {}
