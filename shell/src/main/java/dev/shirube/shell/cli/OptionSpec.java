package dev.shirube.shell.cli;

import dev.shirube.domain.Text;
import java.util.List;

/**
 * One option of a command.
 *
 * @param name long name without dashes
 * @param placeholder what stands for the value in help ({@code FILE}); empty for a flag
 * @param choices the values allowed; empty where any is
 * @param whole whether the value is a whole number of at least 0
 * @param repeatable whether it may be given more than once
 */
public record OptionSpec(
        String name, String placeholder, List<String> choices, boolean whole, boolean repeatable, Text description) {

    /** Keeps an unmodifiable copy. */
    public OptionSpec {
        choices = List.copyOf(choices);
    }

    /** An option without a value. */
    public static OptionSpec flag(String name, String english, String japanese) {
        return new OptionSpec(name, "", List.of(), false, false, new Text(japanese, english));
    }

    /** An option with a free value. */
    public static OptionSpec value(String name, String placeholder, String english, String japanese) {
        return new OptionSpec(name, placeholder, List.of(), false, false, new Text(japanese, english));
    }

    /** An option with a free value that may be given more than once. */
    public static OptionSpec values(String name, String placeholder, String english, String japanese) {
        return new OptionSpec(name, placeholder, List.of(), false, true, new Text(japanese, english));
    }

    /** An option whose value is a whole number of at least 0. */
    public static OptionSpec number(String name, String english, String japanese) {
        return new OptionSpec(name, "N", List.of(), true, false, new Text(japanese, english));
    }

    /** An option whose value is one of a few. */
    public static OptionSpec choice(String name, List<String> choices, String english, String japanese) {
        return new OptionSpec(name, String.join("|", choices), choices, false, false, new Text(japanese, english));
    }

    /** An option whose value is one or several of a few, by comma; it may also be given more than once. */
    public static OptionSpec several(
            String name, String placeholder, List<String> choices, String english, String japanese) {
        return new OptionSpec(name, placeholder, choices, false, true, new Text(japanese, english));
    }

    /** Whether it stands alone. */
    public boolean isFlag() {
        return placeholder.isEmpty();
    }
}
