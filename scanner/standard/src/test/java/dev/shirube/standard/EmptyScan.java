package dev.shirube.standard;

import java.nio.file.Path;

/** Scans the folder that it is given, and prints how many units there were; run in a process of its own. */
final class EmptyScan {

    private EmptyScan() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "units " + Scanned.directory(Path.of(arguments[0])).results().size());
    }
}
