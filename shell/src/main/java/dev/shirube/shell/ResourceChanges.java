package dev.shirube.shell;

import dev.shirube.domain.resources.ResourceChange;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;

/** What an import changes, one line for each resource. */
final class ResourceChanges {

    private static final int NAME = 40;

    private ResourceChanges() {}

    static List<String> lines(List<ResourceChange> changes, Session session) {
        List<List<String>> rows = new ArrayList<>();
        for (ResourceChange change : changes) {
            ResourceEntry entry = change.entry();
            rows.add(List.of(
                    word(change, session),
                    entry.value().kind().label().in(session.language()),
                    ResourceView.clip(entry.value().key(), NAME),
                    change.after().isPresent() ? ResourceView.clip(entry.origin(), NAME / 2) : ""));
        }
        return Columns.align(rows);
    }

    private static String word(ResourceChange change, Session session) {
        if (change.before().isEmpty()) {
            return session.say("new", "追加");
        }
        return change.after().isEmpty() ? session.say("gone", "削除") : session.say("changed", "変更");
    }
}
