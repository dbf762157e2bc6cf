package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dialogue in lines: the greeting, mostly a list of what the server has, the upgrade. */
final class LineDialogue implements Dialogue {
    private final List<Turn> turns;
    private int turn;
    private boolean answering;
    private boolean offered;

    LineDialogue(List<Turn> turns) {
        this.turns = turns;
    }

    @Override
    public byte[] opening() {
        return Conversation.NOTHING;
    }

    @Override
    public int unit(byte[] held, int length) {
        for (int i = 0; i < length; i++) {
            if (held[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public Step take(byte[] unit) throws DialogueException {
        String line = new String(unit, StandardCharsets.ISO_8859_1).stripTrailing();
        Turn now = turns.get(turn);
        Matcher no = now.no().matcher(line);
        if (no.lookingAt()) {
            return refused(now, word(no));
        }
        boolean yes = looksAt(now.yes(), line);
        if (!yes && !looksAt(answering ? now.inner() : now.first(), line)) {
            throw turn == 0 && !answering
                    ? DialogueException.other(unit, unit.length)
                    : DialogueException.malformed("no answer to " + asked(now) + " that the protocol has");
        }
        answering = true;
        offered |= now.wanted().map(it -> looksAt(it, line)).orElse(false);
        return yes ? next(now) : Step.LISTEN;
    }

    private static boolean looksAt(Pattern pattern, String line) {
        return pattern.matcher(line).lookingAt();
    }

    private Step next(Turn answered) throws DialogueException {
        if (answered.wanted().isPresent() && !offered) {
            throw new DialogueException(Kind.NOT_OFFERED, "its answer to " + asked(answered) + " does not name it");
        }
        return ask();
    }

    private Step ask() {
        turn++;
        answering = false;
        return turn == turns.size()
                ? Step.AGREED
                : Step.say((turns.get(turn).say() + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Step refused(Turn now, String word) throws DialogueException {
        boolean unknownCommand = turn > 0 && !word.startsWith("4") && !word.equalsIgnoreCase("BYE");
        if (unknownCommand && now.skippable()) {
            return ask();
        }
        // A server that has just listed it does not lack it; it refuses it.
        Kind kind = unknownCommand && !offered ? Kind.NOT_OFFERED : Kind.REFUSED;
        throw new DialogueException(kind, "it answers " + word + " to " + asked(now));
    }

    private static String asked(Turn turn) {
        return turn.say().isEmpty() ? "a connection" : turn.command();
    }

    private static String word(Matcher no) {
        for (int i = 1; i <= no.groupCount(); i++) {
            if (no.group(i) != null) {
                return no.group(i);
            }
        }
        return "";
    }
}
