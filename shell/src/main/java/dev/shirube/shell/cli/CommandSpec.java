package dev.shirube.shell.cli;

import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One command: its words, arguments, options, help, and what it does.
 *
 * @param name words as typed, for example {@code inventory list}
 * @param arguments how the arguments are written in help, for example {@code TARGET...}; empty for none
 * @param minimum fewest arguments
 * @param maximum most arguments
 * @param examples aligned examples with which its help begins
 */
public record CommandSpec(
        String name,
        String arguments,
        int minimum,
        int maximum,
        Text description,
        List<Example> examples,
        List<OptionSpec> options,
        Action action) {

    /** What a command does. */
    @FunctionalInterface
    public interface Action {
        /** Carries it out; a failure that the user can mend is a {@link CommandFailure}. */
        Exit run(Invocation invocation, Session session) throws Exception;
    }

    /** One line of help that can be copied: what to type, and what it does. */
    public record Example(String line, Text meaning) {}

    /** The options that every command takes. */
    public static final List<OptionSpec> GLOBAL = List.of(
            OptionSpec.choice("lang", List.of("ja", "en"), "language (default: the locale)", "表示言語（既定はロケール）"),
            OptionSpec.value("as-of", "DATE", "state results for that date (default: today)", "基準日（既定は今日）"),
            OptionSpec.value(
                    "config", "FILE", "settings (default: shirube.yaml if there is one)", "設定ファイル（既定は shirube.yaml）"),
            OptionSpec.flag("quiet", "no progress, no advice", "進捗と助言を表示しない"),
            OptionSpec.flag("no-color", "no colours", "色を付けない"),
            OptionSpec.flag("version", "print the version", "版を表示する"),
            OptionSpec.flag("help", "print this help", "この説明を表示する"));

    /** Keeps unmodifiable copies. */
    public CommandSpec {
        examples = List.copyOf(examples);
        options = List.copyOf(options);
    }

    /** The words of the name. */
    public List<String> words() {
        return List.of(name.split(" "));
    }

    /** The option of that long name, of this command or of all. */
    public Optional<OptionSpec> option(String longName) {
        return allOptions().stream().filter(it -> it.name().equals(longName)).findFirst();
    }

    /** This command's options, then those that every command takes. */
    public List<OptionSpec> allOptions() {
        List<OptionSpec> all = new ArrayList<>(options);
        all.addAll(GLOBAL);
        return all;
    }

    /** Starts a command of that name. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Puts a command together; see the components of the record. */
    public static final class Builder {
        private final String name;
        private final List<Example> examples = new ArrayList<>();
        private final List<OptionSpec> options = new ArrayList<>();
        private String arguments = "";
        private int minimum;
        private int maximum;
        private Text description = new Text("", "");

        private Builder(String name) {
            this.name = name;
        }

        /** How the arguments are written, and how many there may be. */
        public Builder arguments(String form, int fewest, int most) {
            arguments = form;
            minimum = fewest;
            maximum = most;
            return this;
        }

        /** What it does, in one line. */
        public Builder does(String english, String japanese) {
            description = new Text(japanese, english);
            return this;
        }

        /** An example. */
        public Builder example(String line, String english, String japanese) {
            examples.add(new Example(line, new Text(japanese, english)));
            return this;
        }

        /** An option. */
        public Builder option(OptionSpec option) {
            options.add(option);
            return this;
        }

        /** Options. */
        public Builder options(List<OptionSpec> more) {
            options.addAll(more);
            return this;
        }

        /** The command that does this. */
        public CommandSpec runs(Action action) {
            return new CommandSpec(name, arguments, minimum, maximum, description, examples, options, action);
        }
    }
}
