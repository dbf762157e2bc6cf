package dev.shirube.shell.interactive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes one word at a time: Spring Shell offers {@code inventory list} as one candidate, and JLine would put a
 * candidate with a blank in it between quotes.
 */
record WordCompleter(Completer commands) implements Completer {

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<Candidate> offered = new ArrayList<>();
        commands.complete(reader, line, offered);
        Map<String, Candidate> words = new LinkedHashMap<>();
        for (Candidate candidate : offered) {
            int blank = candidate.value().indexOf(' ');
            String word = blank < 0 ? candidate.value() : candidate.value().substring(0, blank);
            words.putIfAbsent(word, blank < 0 ? candidate : new Candidate(word));
        }
        candidates.addAll(words.values());
    }
}
