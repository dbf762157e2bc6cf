package dev.shirube.material.settings.syntax;

import dev.shirube.material.settings.syntax.ShellCommands.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where commands stand: scripts, Dockerfiles, steps of pipelines, recipes of make, units of systemd. */
final class CommandFiles {

    private static final Pattern SHEBANG =
            Pattern.compile("#!\\s*/\\S{0,60}?(?:\\s+-\\S+)*[/ ](?:ba|da|a|z|k)?sh\\b.*");

    private static final Pattern INSTRUCTION =
            Pattern.compile("\\s*(?:RUN|CMD|ENTRYPOINT)\\s+((?:--[a-z]+=\\S+\\s+)*)(.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOCUMENT = Pattern.compile("<<-?['\"]?(\\w{1,40})['\"]?\\s*");

    private static final Pattern UNIT =
            Pattern.compile("\\s*Exec(?:Start|StartPre|StartPost|Condition|Reload|Stop|StopPost)\\s*=\\s*[-@:+!]*(.*)");

    private static final Pattern STEP = Pattern.compile(
            "\\b(sh|bat|powershell|pwsh)\\b[\\s(]*(?:[\\w: '\",-]{0,200}?script\\s*:\\s*)?('''|\"\"\"|'|\")");

    private static final Pattern ARGUMENTS =
            Pattern.compile("[a-z_]{2,40}=[^\\s;&|]{1,300}(?:\\s+[a-z_]{2,40}=[^\\s;&|]{1,300}){0,19}");

    /** A variable of make, which looks like a command whose output is taken. */
    private static final Pattern MAKE_VARIABLE = Pattern.compile("\\$[({]([A-Za-z_]\\w{0,60})[)}]");

    /** Names, in YAML, of what a shell runs: GitHub, GitLab, Ansible, cloud-init, Azure, CircleCI, Tekton, Kubernetes. */
    private static final Set<String> SCRIPTS = Set.of(
            "run",
            "script",
            "before_script",
            "after_script",
            "shell",
            "command",
            "commands",
            "cmd",
            "cmds",
            "entrypoint",
            "args",
            "runcmd",
            "bootcmd",
            "bash",
            "pwsh",
            "powershell",
            "inline",
            "pre",
            "post",
            "install",
            "before_install",
            "raw",
            "exec",
            "test");

    /** Those whose list is one command, word by word. */
    private static final Set<String> WORDS = Set.of("command", "entrypoint", "args", "cmd", "exec", "test");

    private CommandFiles() {}

    private static SettingsText of(Dialect dialect, String text) {
        CommandEntries commands = new CommandEntries();
        ShellCommands.read(commands, dialect, text, 1);
        return commands.text();
    }

    static SettingsText shell(String text) {
        return of(Dialect.POSIX, text);
    }

    /** A file whose name does not say that it is a script: only its first line can. */
    static SettingsText program(String text) {
        int end = text.indexOf('\n');
        boolean script = end > 0
                && SHEBANG.matcher(text.substring(0, Math.min(end, 200)).strip())
                        .matches();
        return script ? shell(text) : new CommandEntries().text();
    }

    static SettingsText powershell(String text) {
        return of(Dialect.POWERSHELL, text);
    }

    static SettingsText batch(String text) {
        return of(Dialect.BATCH, text);
    }

    /** A Dockerfile; what is written as a JSON list is one command. */
    static SettingsText docker(String text) {
        CommandEntries commands = new CommandEntries();
        List<String> lines = Lines.of(text);
        for (int at = 0; at < lines.size(); at++) {
            Matcher instruction = INSTRUCTION.matcher(lines.get(at));
            if (!instruction.matches()) {
                continue;
            }
            int first = at;
            String command = instruction.group(2);
            Matcher document = DOCUMENT.matcher(command);
            StringBuilder script = new StringBuilder();
            if (document.matches()) {
                script.append('\n');
                while (++at < lines.size() && !lines.get(at).strip().equals(document.group(1))) {
                    script.append(lines.get(at)).append('\n');
                }
            } else {
                script.append(unlisted(command));
                while (at + 1 < lines.size()
                        && (Lines.goesOn(lines.get(at).stripTrailing()) || at > first && comment(lines, at))) {
                    at++;
                    script.append('\n')
                            .append(comment(lines, at) ? "\\" : lines.get(at).stripTrailing());
                }
            }
            ShellCommands.read(commands, Dialect.POSIX, script.toString(), first + 1);
        }
        return commands.text();
    }

    private static boolean comment(List<String> lines, int at) {
        return lines.get(at).stripLeading().startsWith("#");
    }

    /** A command that is written as a JSON list, as a shell would read it. */
    private static String unlisted(String command) {
        String bare = command.strip();
        return bare.startsWith("[") && bare.endsWith("]")
                ? bare.substring(1, bare.length() - 1).replaceAll("\"\\s*,\\s*\"", "\" \"")
                : command;
    }

    /** Steps of pipelines, tasks and containers in YAML. */
    static SettingsText yaml(String text) {
        CommandEntries commands = new CommandEntries();
        List<String> lines = Lines.of(text);
        SettingsText yaml = YamlSyntax.yaml(text);
        for (Entry entry : yaml.entries()) {
            String name =
                    entry.name().substring(entry.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (!SCRIPTS.contains(name) || entry.words().isEmpty()) {
                module(name, entry, commands);
                continue;
            }
            List<String> words = entry.words();
            boolean oneCommand =
                    WORDS.contains(name) && words.size() > 1 && words.get(0).indexOf(' ') < 0;
            if (oneCommand) {
                List<CommandEntries.Word> command = new ArrayList<>();
                words.forEach(it -> command.add(new CommandEntries.Word(it, entry.line())));
                commands.command(command)
                        .ifPresent(it -> ShellCommands.read(commands, Dialect.POSIX, it.text(), it.line()));
                continue;
            }
            int from = entry.line();
            for (String each : words) {
                from = lineOf(each, lines, from);
                Dialect dialect = name.equals("pwsh") || name.equals("powershell") ? Dialect.POWERSHELL : Dialect.POSIX;
                ShellCommands.read(commands, dialect, each, from);
            }
        }
        return commands.text().with(yaml.limit());
    }

    /** A module of Ansible whose arguments stand in one line: {@code openssl_privatekey: path=/a.key size=4096}. */
    private static void module(String name, Entry entry, CommandEntries commands) {
        if (entry.words().size() == 1 && ARGUMENTS.matcher(entry.words().get(0)).matches()) {
            ShellCommands.read(
                    commands, Dialect.POSIX, name + " " + entry.words().get(0), entry.line());
        }
    }

    /** The line, from that one on, on which a value begins; that one if it is written in another way. */
    private static int lineOf(String value, List<String> lines, int from) {
        String first = value.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
        int above = (int) value.lines().takeWhile(String::isBlank).count();
        for (int line = from; !first.isEmpty() && line <= Math.min(lines.size(), from + 50); line++) {
            if (lines.get(line - 1).contains(first)) {
                return Math.max(1, line - above);
            }
        }
        return from;
    }

    /** Recipes of make: lines that begin with a tabulator. */
    static SettingsText make(String text) {
        CommandEntries commands = new CommandEntries();
        List<String> lines = Lines.of(text);
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).startsWith("\t")) {
                continue;
            }
            int first = at;
            StringBuilder recipe = new StringBuilder(lines.get(at).replaceFirst("^\\t\\s*[-+@]*\\s*", ""));
            while (at + 1 < lines.size() && Lines.goesOn(lines.get(at))) {
                recipe.append('\n').append(lines.get(++at));
            }
            String shell =
                    MAKE_VARIABLE.matcher(recipe.toString().replace("$$", "$")).replaceAll("\\${$1}");
            ShellCommands.read(commands, Dialect.POSIX, shell, first + 1);
        }
        return commands.text();
    }

    /** Steps of a Jenkinsfile that run a text. */
    static SettingsText groovy(String text) {
        CommandEntries commands = new CommandEntries();
        Matcher step = STEP.matcher(text);
        int counted = 0;
        int line = 1;
        int at = 0;
        while (step.find(at) && !commands.full()) {
            String quote = step.group(2);
            int end = text.indexOf(quote, step.end());
            if (end < 0) {
                at = step.end();
                if (quote.length() == 3) {
                    break;
                }
                continue;
            }
            for (; counted < step.end(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            String before = text.substring(text.lastIndexOf('\n', step.start()) + 1, step.start());
            String script = text.substring(step.end(), end);
            boolean text1 = quote.length() == 3 || script.indexOf('\n') < 0;
            if (text1 && !before.contains("//") && !before.stripLeading().startsWith("*")) {
                Dialect dialect = step.group(1).equals("sh")
                        ? Dialect.POSIX
                        : step.group(1).equals("bat") ? Dialect.BATCH : Dialect.POWERSHELL;
                ShellCommands.read(commands, dialect, script, line);
            }
            at = text1 ? end + quote.length() : step.end();
        }
        return commands.text();
    }

    /** What a unit of systemd starts. */
    static SettingsText unit(String text) {
        CommandEntries commands = new CommandEntries();
        List<String> lines = Lines.of(text);
        for (int at = 0; at < lines.size(); at++) {
            Matcher start = UNIT.matcher(lines.get(at));
            if (start.matches()) {
                int first = at;
                StringBuilder command = new StringBuilder(start.group(1));
                while (at + 1 < lines.size() && Lines.goesOn(lines.get(at))) {
                    command.append('\n').append(lines.get(++at));
                }
                ShellCommands.read(commands, Dialect.POSIX, command.toString(), first + 1);
            }
        }
        return commands.text();
    }
}
