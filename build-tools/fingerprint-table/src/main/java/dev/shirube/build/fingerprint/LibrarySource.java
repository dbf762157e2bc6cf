package dev.shirube.build.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One library of {@code libraries.txt}.
 *
 * @param purl package URL without version
 * @param root its own package, with slashes
 * @param shared whether classes that another library of the same package has may tell of it
 */
record LibrarySource(String id, String purl, String root, boolean shared, List<Line> lines) {

    /**
     * Releases that follow each other.
     *
     * @param slots versions and gaps as the table writes them
     */
    record Line(String artifact, String slots) {

        /** The file names of its JARs, by rising version. */
        List<String> jars() {
            List<String> jars = new ArrayList<>();
            for (String slot : slots.split(" ", -1)) {
                if (!slot.contains("..")) {
                    jars.add(artifact.substring(artifact.indexOf(':') + 1) + "-" + slot + ".jar");
                }
            }
            return jars;
        }
    }

    static List<LibrarySource> read(Path file) throws IOException {
        List<LibrarySource> libraries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ", 3);
            if (words[0].equals("library")) {
                String[] all = line.split(" ", -1);
                libraries.add(new LibrarySource(all[1], all[2], all[3], all.length > 4, new ArrayList<>()));
            } else if (words[0].equals("line")) {
                libraries.get(libraries.size() - 1).lines().add(new Line(words[1], words[2]));
            }
        }
        return libraries;
    }

    List<String> jars() {
        return lines.stream().flatMap(it -> it.jars().stream()).toList();
    }

    /** Pairs of columns that follow each other in one line. */
    List<int[]> neighbours() {
        List<int[]> pairs = new ArrayList<>();
        int column = 0;
        for (Line line : lines) {
            int end = column + line.jars().size();
            for (int i = column + 1; i < end; i++) {
                pairs.add(new int[] {i - 1, i});
            }
            column = end;
        }
        return pairs;
    }
}
