package dev.shirube.material.settings.syntax;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** System properties on command lines, {@code -Dname=value}: start scripts, units, container descriptions. */
final class ArgumentSyntax {

    private static final Pattern PROPERTY = Pattern.compile(
            "(?<![\\w-])-D([A-Za-z][\\w.]{2,100})=(\"[^\"\\n]{0,2000}\"|'[^'\\n]{0,2000}'|[^\\s\"'\\\\]{1,2000})");

    private ArgumentSyntax() {}

    static SettingsText read(String text) {
        Entries entries = new Entries();
        int number = 0;
        for (String line : Lines.of(text)) {
            number++;
            String bare = line.stripLeading();
            if (!line.contains("-D") || bare.startsWith("#") || bare.startsWith("REM ") || bare.startsWith("//")) {
                continue;
            }
            Matcher property = PROPERTY.matcher(line);
            while (property.find() && !entries.full()) {
                String value = property.group(2).replace("\"", "").replace("'", "");
                entries.add(entries.root(), property.group(1), List.of(value), number);
            }
        }
        return entries.text();
    }
}
