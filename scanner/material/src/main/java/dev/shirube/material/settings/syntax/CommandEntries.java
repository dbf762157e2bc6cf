package dev.shirube.material.settings.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes entries of commands. A command is a block called by its program, the words before its first option are blocks within
 * ({@code openssl}, {@code openssl.genrsa}); in each of them stand the options with the words that follow, what is written
 * {@code name=value} or {@code name:value}, an entry {@code run}, and as {@code last} a number at the end.
 */
final class CommandEntries {

    /** Words before the first option: {@code gcloud kms keys create}. */
    private static final int MOST_NAMES = 4;

    /** More words than any command of practice has. */
    private static final int MOST_WORDS = 1_000;

    private static final Pattern ASSIGNED = Pattern.compile("[A-Za-z_]\\w{0,100}=.*", Pattern.DOTALL);
    private static final Pattern PROGRAM = Pattern.compile("[a-z][a-z0-9_.+-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w/-]{0,60}");
    private static final Pattern OPTION = Pattern.compile("-{1,2}[A-Za-z][\\w-]{0,60}");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_]\\w{0,60})[=:](.{1,500})", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{1,5}|[^/.]*\\$.*|%\\w+%");

    /** A program that a variable of its name stands for: {@code $OPENSSL}, {@code ${KEYTOOL:-keytool}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z]\\w{1,30})(?:[:}].*)?|%(\\w{2,30})%");

    /** Words that stand before a command and run it. */
    private static final Set<String> BEFORE = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "do",
            "while",
            "until",
            "!",
            "{",
            "time",
            "exec",
            "command",
            "builtin",
            "nohup",
            "sudo",
            "doas",
            "env",
            "nice",
            "ionice",
            "xargs",
            "stdbuf",
            "winpty",
            "start",
            "call",
            "@",
            "&",
            "timeout",
            "setsid",
            "chroot",
            "fakeroot",
            "unbuffer",
            "gosu",
            "su-exec",
            "faketime");

    /** Those that take a word of their own before the command. */
    private static final Set<String> WITH_WORD = Set.of("timeout", "chroot", "gosu", "su-exec", "faketime");

    /** Options of them that take a word. */
    private static final Set<String> WORD_OPTIONS = Set.of("-u", "-g", "-n", "-s", "-k", "-I", "-C");

    /** Shells that run a text. */
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "su", "powershell", "pwsh", "cmd");

    private static final Set<String> SHELL_OPTIONS = Set.of("-c", "-ec", "-lc", "-exc", "-euxc", "-command", "/c");

    /** A word with its line. */
    record Word(String text, int line) {}

    private final Entries entries = new Entries();

    SettingsText text() {
        return entries.text();
    }

    boolean full() {
        return entries.full();
    }

    /** One command; gives back the text that it has a shell run, if it does. */
    Optional<Word> command(List<Word> all) {
        List<Word> words = all.subList(program(all), Math.min(all.size(), MOST_WORDS));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String program = name(words.get(0).text());
        if (SHELLS.contains(program) || program.equals("eval")) {
            return script(program, words);
        }
        if (program.equals("kubectl")) {
            for (int i = 1; i < words.size() - 1; i++) {
                if (words.get(i).text().equals("--")) {
                    return command(words.subList(i + 1, words.size()));
                }
            }
        }
        if (PROGRAM.matcher(program).matches()) {
            add(program, words);
        }
        return Optional.empty();
    }

    private static Optional<Word> script(String program, List<Word> words) {
        for (int i = 1; i < words.size(); i++) {
            if (program.equals("eval")) {
                return Optional.of(words.get(i));
            }
            boolean last = i + 1 == words.size();
            if (!last && SHELL_OPTIONS.contains(words.get(i).text().toLowerCase(Locale.ROOT))) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Where the program stands, behind what only says how it is run. */
    private static int program(List<Word> words) {
        int at = 0;
        while (at < words.size() && at < MOST_WORDS) {
            String word = words.get(at).text();
            if (ASSIGNED.matcher(word).matches()) {
                at++;
            } else if (word.startsWith("$")
                    && at + 1 < words.size()
                    && words.get(at + 1).text().equals("=")) {
                at += 2; // PowerShell
            } else if (BEFORE.contains(word)) {
                at = behind(word, words, at + 1);
            } else {
                return at;
            }
        }
        return words.size();
    }

    private static int behind(String before, List<Word> words, int from) {
        int at = from;
        while (at < words.size() && words.get(at).text().startsWith("-")) {
            boolean more = before.equals("sudo") || before.equals("nice") || before.equals("xargs");
            at += more && WORD_OPTIONS.contains(words.get(at).text()) ? 2 : 1;
        }
        return Math.min(words.size(), WITH_WORD.contains(before) ? at + 1 : at);
    }

    private static String name(String written) {
        String base = written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
        Matcher variable = VARIABLE.matcher(written);
        if (variable.matches()) {
            base = variable.group(1) == null ? variable.group(2) : variable.group(1);
        }
        return base.toLowerCase(Locale.ROOT).replaceFirst("\\.(?:exe|cmd|bat)$", "");
    }

    private void add(String program, List<Word> words) {
        int line = words.get(0).line();
        List<Block> blocks = new ArrayList<>();
        blocks.add(entries.open(entries.root(), program, List.of(), line, true));
        int at = 1;
        while (at < words.size()
                && blocks.size() <= MOST_NAMES
                && NAME.matcher(words.get(at).text()).matches()) {
            blocks.add(entries.open(blocks.get(blocks.size() - 1), words.get(at).text(), List.of(), line, false));
            at++;
        }
        List<Entry> options = options(words, at);
        for (Block block : blocks) {
            entries.add(block, "run", List.of(), line);
            options.forEach(it -> entries.add(block, it.name(), it.words(), it.line()));
        }
    }

    private List<Entry> options(List<Word> words, int from) {
        List<Entry> options = new ArrayList<>();
        for (int at = from; at < words.size(); at++) {
            Word word = words.get(at);
            int equals = word.text().indexOf('=');
            String option = equals > 0 ? word.text().substring(0, equals) : word.text();
            Matcher pair = PAIR.matcher(word.text());
            if (OPTION.matcher(option).matches()) {
                List<String> values = new ArrayList<>();
                if (equals > 0) {
                    values.add(word.text().substring(equals + 1));
                } else {
                    values(words, at + 1, values);
                }
                options.add(new Entry(entries.root(), option, values, word.line()));
            } else if (pair.matches()) {
                options.add(new Entry(entries.root(), pair.group(1), List.of(pair.group(2)), word.line()));
            }
        }
        Word last = words.get(words.size() - 1);
        if (words.size() > 1 && NUMBER.matcher(last.text()).matches()) {
            options.add(new Entry(entries.root(), "last", List.of(last.text()), last.line()));
        }
        return options;
    }

    private static void values(List<Word> words, int from, List<String> values) {
        for (int at = from; at < words.size() && values.size() < 4; at++) {
            String word = words.get(at).text();
            if (word.length() > 1 && word.charAt(0) == '-') {
                return;
            }
            values.add(word);
        }
    }
}
