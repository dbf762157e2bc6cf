package dev.shirube.material.dependency;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package URL (ECMA-427) as a bill of materials has it.
 *
 * @param name with the namespace, decoded
 * @param version decoded; empty where it tells none
 * @param upstream the source package that a distribution's package was built from; empty where it tells none
 */
record PackageUrl(String type, String name, String version, String upstream) {

    private static final int LONGEST = 1_000;
    private static final Pattern FORM =
            Pattern.compile("pkg:/{0,2}([A-Za-z][A-Za-z0-9.+-]{0,30})/([^@?#]+)(?:@([^?#]*))?(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern UPSTREAM = Pattern.compile("(?:.*&)?upstream=([^&]+).*");

    static Optional<PackageUrl> of(String text) {
        Matcher form = FORM.matcher(text.length() > LONGEST ? "" : text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Matcher upstream = UPSTREAM.matcher(form.group(4) == null ? "" : form.group(4));
        String name = decoded(form.group(2)).replaceFirst("/$", "");
        return Optional.of(new PackageUrl(
                form.group(1).toLowerCase(Locale.ROOT),
                name,
                form.group(3) == null ? "" : decoded(form.group(3)),
                upstream.matches() ? decoded(upstream.group(1)).split("@", 2)[0] : ""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The package that it names, in that version where it tells none itself. */
    Dependency dependency(String otherwise, int line) {
        String told = version.isEmpty() ? otherwise : version;
        String last = name.substring(name.lastIndexOf('/') + 1);
        return switch (type) {
            case "deb" -> distribution(last, SystemPackages.debian(told), line);
            case "apk" -> distribution(last, told.replaceFirst("-r[0-9]+$", ""), line);
            case "rpm" -> distribution(last, told.replaceFirst("^[0-9]+:", "").replaceFirst("-[^-]*$", ""), line);
            default -> Dependency.of(Dialect.GENERIC, name, told, line).ofType(type);
        };
    }

    private Dependency distribution(String last, String told, int line) {
        String source = type.equals("rpm") || upstream.isEmpty() ? last : upstream;
        return Dependency.of(Dialect.GENERIC, source, told, line).ofType(type);
    }
}
