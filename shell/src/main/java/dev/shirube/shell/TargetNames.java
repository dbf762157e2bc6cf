package dev.shirube.shell;

import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.FileTarget;
import dev.shirube.engine.ScanTarget.ImportTarget;
import java.nio.file.Path;
import java.util.List;

/** What targets are called where results are kept: the same place alike in every scan, from whichever folder it is started. */
final class TargetNames {

    private TargetNames() {}

    /** The names of a target; of a list of endpoints each has its own. */
    static List<String> of(ScanTarget target) {
        return target instanceof EndpointListTarget list
                ? list.endpoints().stream().map(ScanTarget::text).distinct().toList()
                : List.of(name(target));
    }

    private static String name(ScanTarget target) {
        if (target instanceof DirectoryTarget directory) {
            return absolute(directory.path());
        }
        if (target instanceof ImportTarget document) {
            return new ImportTarget(document.path().toAbsolutePath().normalize()).text();
        }
        return target instanceof FileTarget file ? absolute(file.path()) : target.text();
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** The target of a unit: of several targets each is one endpoint, which is one unit. */
    static String ofUnit(List<String> targets, String unit) {
        return targets.size() == 1 ? targets.get(0) : unit;
    }
}
