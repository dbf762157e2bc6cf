package dev.shirube.domain.resources;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a vendor will deliver a product that a migration waits for.
 *
 * @param product name or id of the product
 * @param version the version that brings what is needed; empty if not said
 * @param earliest not before this day; not declared if empty
 * @param likely most likely this day; not declared if empty
 * @param latest not after this day; not declared if empty
 * @param source who said so
 * @param note free text
 */
public record VendorRelease(
        String product,
        String version,
        Optional<LocalDate> earliest,
        Optional<LocalDate> likely,
        Optional<LocalDate> latest,
        String source,
        String note)
        implements Resource {

    /** Refuses an empty product, and dates that fall. */
    public VendorRelease {
        if (product.isEmpty()) {
            throw new IllegalArgumentException("A release needs a product");
        }
        Objects.requireNonNull(version);
        if (!rising(earliest, likely, latest)) {
            throw new IllegalArgumentException("Dates of a release do not fall: " + earliest + likely + latest);
        }
        Objects.requireNonNull(source);
        Objects.requireNonNull(note);
    }

    /** Whether the dates that are known do not fall. */
    public static boolean rising(Optional<LocalDate> earliest, Optional<LocalDate> likely, Optional<LocalDate> latest) {
        List<LocalDate> known =
                Stream.of(earliest, likely, latest).flatMap(Optional::stream).toList();
        return known.equals(known.stream().sorted().toList());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.RELEASE;
    }

    @Override
    public String key() {
        return version.isEmpty() ? product : product + "/" + version;
    }
}
