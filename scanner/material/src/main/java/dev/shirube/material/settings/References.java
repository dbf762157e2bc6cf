package dev.shirube.material.settings;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.settings.syntax.Entry;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Files that settings name, and that nobody opens: a row says so, unless the file is scanned as well. */
final class References {

    private static final int MAX_REFERENCE = 300;

    /** More than any settings file of practice names. */
    private static final int MOST = 1_000;

    /** A macro that is set elsewhere in the file, as Exim's are. */
    private static final Pattern MACRO = Pattern.compile("[A-Z][A-Z0-9_]{2,100}");

    private final String location;
    private final ScanUnit unit;
    private final DetectionBuilder detection;
    private final Set<String> told = new HashSet<>();

    References(String location, ScanUnit unit, DetectionBuilder detection) {
        this.location = location;
        this.unit = unit;
        this.detection = detection;
    }

    /** A setting whose value names a file. */
    void add(String shown, Entry entry) {
        String target = String.join(" ", entry.words());
        if (target.isEmpty() || table(target) || MACRO.matcher(target).matches() || told.size() >= MOST) {
            return;
        }
        // A value that is the material itself, and no name of a file, must not reach a report.
        boolean inline = target.contains("-----")
                || target.startsWith("data:")
                || target.length() > MAX_REFERENCE
                || target.indexOf('\n') >= 0;
        if (told.add(entry.line() + " " + shown + " " + target) && (inline || !scanned(target))) {
            detection.add(Diagnostic.of(
                    DiagnosticCode.CONTENT_ELSEWHERE,
                    location + ":" + entry.line(),
                    shown + (inline ? "" : " " + target)));
        }
    }

    /** Tables that come with nginx and hold no setting of this kind. */
    private static boolean table(String target) {
        return target.endsWith("mime.types") || target.endsWith("_params");
    }

    /** Whether the unit has the file: beside this one, from the root of the unit, or from the root that holds this one. */
    private boolean scanned(String written) {
        String target = written.startsWith("<") ? written.substring(1) : written;
        String path = target.replaceFirst("^(?:file:(?://)?|classpath:)", "");
        if (path.isEmpty() || path.indexOf('*') >= 0 || path.contains("..") || path.indexOf('$') >= 0) {
            return false;
        }
        Set<String> places = new LinkedHashSet<>();
        String folder = location.substring(0, location.lastIndexOf('/') + 1);
        if (path.startsWith("/")) {
            String absolute = path.substring(1);
            places.add(absolute);
            int root = folder.indexOf(absolute.substring(0, absolute.indexOf('/') + 1));
            if (root > 0) {
                places.add(folder.substring(0, root) + absolute);
            }
        } else {
            places.add(folder + path);
        }
        for (String place : places) {
            try {
                if (unit.input(place).isPresent()) {
                    return true;
                }
            } catch (IOException e) {
                return false; // what cannot be had is told of where it is read, and stays a reference here
            }
        }
        return false;
    }
}
