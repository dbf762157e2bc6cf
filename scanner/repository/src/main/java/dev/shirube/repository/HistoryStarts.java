package dev.shirube.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** Where a history is entered: every reference, and what grafts name (gitrepository-layout, "info/grafts"). */
final class HistoryStarts {
    private static final String REPLACED = "refs/replace/";
    private static final long LARGEST_GRAFTS = 1 << 20;

    private final Map<String, ObjectId> starts = new TreeMap<>();
    private final List<String> alterations = new ArrayList<>();

    private HistoryStarts() {}

    static HistoryStarts of(Repository repository) throws IOException {
        HistoryStarts all = new HistoryStarts();
        List<Ref> references = new ArrayList<>(repository.getRefDatabase().getRefs());
        references.addAll(repository.getRefDatabase().getAdditionalRefs());
        int replaced = 0;
        for (Ref reference : references) {
            if (reference.getObjectId() != null) {
                all.starts.put(reference.getName(), reference.getObjectId());
            }
            if (reference.getName().startsWith(REPLACED)) {
                replaced++;
                String of = reference.getName().substring(REPLACED.length());
                if (ObjectId.isId(of)) {
                    all.starts.put(reference.getName() + "^", ObjectId.fromString(of));
                }
            }
        }
        if (replaced > 0) {
            all.alterations.add("replaced objects: " + replaced);
        }
        all.grafts(repository);
        return all;
    }

    private void grafts(Repository repository) throws IOException {
        Path file = repository.getCommonDirectory().toPath().resolve("info").resolve("grafts");
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_GRAFTS) {
            if (Files.exists(file)) {
                alterations.add("grafts that are not read");
            }
            return;
        }
        int grafted = 0;
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
            boolean named = false;
            for (String id : line.strip().split(" ")) {
                if (id.length() == Constants.OBJECT_ID_STRING_LENGTH && ObjectId.isId(id)) {
                    starts.put("graft " + id, ObjectId.fromString(id));
                    named = true;
                }
            }
            grafted += named ? 1 : 0;
        }
        if (grafted > 0) {
            alterations.add("grafts: " + grafted);
        }
    }

    /** Objects by what names them, in the order of the names. */
    Map<String, ObjectId> starts() {
        return starts;
    }

    /** How Git is told to show another history than is stored. */
    List<String> alterations() {
        return alterations;
    }
}
