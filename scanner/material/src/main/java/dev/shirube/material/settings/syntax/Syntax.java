package dev.shirube.material.settings.syntax;

import dev.shirube.engine.settings.PropertyLines;
import dev.shirube.engine.settings.Setting;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The closed set of syntaxes that settings files have; tables name them by {@link #id()}. */
public enum Syntax {
    /** Directives that end in a semicolon, and blocks in braces: nginx. */
    BRACES(text -> BraceSyntax.read(text, new BraceSyntax.Dialect(false, false, false))),
    /** The same with comments as in C, and assignments: BIND, device trees. */
    BRACES_C(text -> BraceSyntax.read(text, new BraceSyntax.Dialect(false, true, true))),
    /** Directives that end with their line, and blocks in braces: Caddy. */
    BRACES_LINES(text -> BraceSyntax.read(text, new BraceSyntax.Dialect(true, false, false))),
    /** Assignments that end with their line, and blocks in braces: Dovecot, strongSwan, FreeRADIUS, NATS, HCL. */
    BRACES_ASSIGN(text -> BraceSyntax.read(text, new BraceSyntax.Dialect(true, true, true))),
    /** Apache httpd. */
    APACHE(ApacheSyntax::read),
    /** A name and words on each line. */
    LINES(text -> LineSyntax.read(text, new LineSyntax.Dialect(Set.of(), false))),
    /** The same, going on in indented lines: Postfix. */
    LINES_INDENTED(text -> LineSyntax.read(text, new LineSyntax.Dialect(Set.of(), true))),
    /** The same, in sections of OpenSSH. */
    LINES_SSH(text -> LineSyntax.read(text, new LineSyntax.Dialect(Set.of("match", "host"), false))),
    /** The same, in sections of ipsec.conf. */
    LINES_IPSEC(text -> LineSyntax.read(text, new LineSyntax.Dialect(Set.of("conn", "config", "ca"), false))),
    /** HAProxy. */
    HAPROXY(HaproxySyntax::read),
    /** Names and values below heads in brackets: INI, TOML, registry exports. */
    SECTIONS(SectionSyntax::read),
    /** Java properties. */
    PROPERTIES(Syntax::properties),
    /** YAML. */
    YAML(YamlSyntax::yaml),
    /** JSON, with comments or without. */
    JSON(YamlSyntax::json),
    /** XML. */
    XML(XmlSyntax::read),
    /** {@code -Dname=value} on any line. */
    ARGUMENTS(ArgumentSyntax::read),
    /** HashiCorp's configuration language. */
    HCL(HclSyntax::read),
    /** Commands of a shell. */
    COMMANDS(CommandFiles::shell),
    /** The same, in a file that only its first line tells to be a script. */
    COMMANDS_PROGRAM(CommandFiles::program),
    /** Commands of PowerShell. */
    COMMANDS_POWERSHELL(CommandFiles::powershell),
    /** Commands of a Windows batch file. */
    COMMANDS_BATCH(CommandFiles::batch),
    /** Commands in a Dockerfile. */
    COMMANDS_DOCKER(CommandFiles::docker),
    /** Commands in YAML: pipelines, tasks, containers. */
    COMMANDS_YAML(CommandFiles::yaml),
    /** Commands in recipes of make. */
    COMMANDS_MAKE(CommandFiles::make),
    /** Commands in steps of a Jenkinsfile. */
    COMMANDS_GROOVY(CommandFiles::groovy),
    /** Commands in a unit of systemd. */
    COMMANDS_UNIT(CommandFiles::unit);

    private final Function<String, SettingsText> reader;

    Syntax(Function<String, SettingsText> reader) {
        this.reader = reader;
    }

    /** The id that tables carry: {@code braces-c}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The syntax of that id. */
    public static Syntax of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The entries of a text, as far as it can be read; never throws for what the text holds. */
    public SettingsText read(String text) {
        return reader.apply(text);
    }

    /** Whether what it reads may stand in a script. */
    public boolean isOfScripts() {
        return this == ARGUMENTS || commands();
    }

    private boolean commands() {
        return name().startsWith("COMMANDS");
    }

    /** How a setting is called in reports: where a file is one tree of names, with those of the mappings around it. */
    public String shown(Entry entry) {
        if (commands()) {
            String command = entry.block().path().replace('.', ' ');
            return entry.name().startsWith("-") ? command + " " + entry.name() : command;
        }
        return this == YAML || this == JSON ? entry.path() : entry.name();
    }

    private static SettingsText properties(String text) {
        Entries entries = new Entries();
        for (Setting property : PropertyLines.of(text)) {
            entries.add(entries.root(), property.name(), property.values(), property.line());
        }
        return entries.text();
    }
}
