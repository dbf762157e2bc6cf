package dev.shirube.shell;

import dev.shirube.domain.register.RegisterChange;
import dev.shirube.domain.register.RegisterChange.Kind;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;

/** Prints what an import does to a register, entry by entry and cell by cell. */
final class RegisterChanges {

    private static final int WIDTH = 78;
    private static final String INDENT = "    ";

    private final List<RegisterChange> changes;
    private final Session session;

    RegisterChanges(List<RegisterChange> changes, Session session) {
        this.changes = changes;
        this.session = session;
    }

    /** Each entry that becomes another, with its cells before and after. */
    void print() {
        for (RegisterChange change : changes) {
            if (change.kind() != Kind.UNCHANGED) {
                session.console().print(word(change.kind()) + "  " + change.key());
                change.fields().forEach(it -> print(change.kind(), it));
            }
        }
    }

    private void print(Kind kind, RegisterChange.Field field) {
        String text = field.title()
                + session.say(": ", "：")
                + switch (kind) {
                    case NEW -> shown(field.after());
                    case GONE -> shown(field.before());
                    case CHANGED, UNCHANGED -> shown(field.before()) + " → " + shown(field.after());
                };
        Columns.wrap(text.replaceAll("\\s*\\R\\s*", " / "), WIDTH - INDENT.length())
                .forEach(it -> session.console().print(INDENT + it));
    }

    /** A question mark stands for what is not declared, as in the list. */
    private static String shown(String cell) {
        return cell.isEmpty() ? "?" : cell;
    }

    private String word(Kind kind) {
        return switch (kind) {
            case NEW -> session.say("new      ", "新規    ");
            case CHANGED -> session.say("changed  ", "変更    ");
            case UNCHANGED -> session.say("unchanged", "変更なし");
            case GONE -> session.say("gone     ", "削除    ");
        };
    }

    /** How many entries of each kind, in one phrase. */
    String counts() {
        List<String> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = changes.stream().filter(it -> it.kind() == kind).count();
            if (count > 0 || kind != Kind.GONE) {
                counts.add(
                        session.say(count + " " + word(kind).strip(), word(kind).strip() + " " + count + " 件"));
            }
        }
        return String.join(session.say(", ", "、"), counts);
    }
}
