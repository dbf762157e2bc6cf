package dev.shirube.source.tree;

import dev.shirube.source.program.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an expression does before the statement that it stands in: of languages in which blocks of statements stand in
 * expressions and are run where they stand, such as {@code x.apply { … }}.
 */
public final class Ahead {

    private final Deque<List<Statement>> open = new ArrayDeque<>();

    /** With nothing open. */
    public Ahead() {}

    /** The statements that were read, after what is to be done ahead of them. */
    public List<Statement> around(Supplier<List<Statement>> reading) {
        List<Statement> ahead = new ArrayList<>();
        open.push(ahead);
        try {
            List<Statement> read = reading.get();
            if (ahead.isEmpty()) {
                return read;
            }
            ahead.addAll(read);
            return ahead;
        } finally {
            open.pop();
        }
    }

    /** To be done before the statement that is being read; outside of any there is no place for it. */
    public void add(Statement statement) {
        Optional.ofNullable(open.peek()).ifPresent(it -> it.add(statement));
    }

    /** Whether a statement is being read. */
    public boolean possible() {
        return !open.isEmpty();
    }
}
