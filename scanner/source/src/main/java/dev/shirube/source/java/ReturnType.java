package dev.shirube.source.java;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import java.util.Optional;
import java.util.TreeSet;

/** What a call of the catalogue returns, where its row knows the overloads. */
final class ReturnType {
    private ReturnType() {}

    /** The type, with dots and {@code $}; nothing where the overloads do not agree or none is known. */
    static Optional<String> of(CallSite site, CatalogueNames names) {
        if (site.kind() == CallSite.Kind.CONSTRUCTOR) {
            return Optional.of(site.owner());
        }
        TreeSet<String> types = new TreeSet<>();
        for (ApiPoint row : names.rows(site.owner(), site.member())) {
            for (String descriptor : row.verified()) {
                types.add(descriptor.substring(descriptor.indexOf(')') + 1));
            }
        }
        String type = types.size() == 1 ? types.first() : "";
        return type.startsWith("L")
                ? Optional.of(type.substring(1, type.length() - 1).replace('/', '.'))
                : Optional.empty();
    }
}
