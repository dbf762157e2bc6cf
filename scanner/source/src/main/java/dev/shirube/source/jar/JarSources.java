package dev.shirube.source.jar;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.ScanUnit;
import dev.shirube.source.flow.FileIndex;
import dev.shirube.source.flow.UnitSources;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sources of a unit as one of its files sees them, and behind them the classes of the unit's JARs: where a word that is
 * searched for is the name of a class in a JAR, the class counts as a file that declares it. Of a class in several JARs the
 * first JAR in order counts.
 *
 * <p>A class is seen if the text of a source that was read names its package, or a class that was read names it. Packages of
 * the catalogue are left to the catalogue, which knows more of them than class files tell.
 */
public final class JarSources implements UnitSources {

    /** JARs that are looked into for one source file. */
    static final int MOST_JARS = 64;

    private static final String ENDING = ".jar";

    /**
     * Before the location of a class and between its parts: no path has it, and it stands behind all sources, which say more
     * than class files.
     */
    private static final String BEHIND = "\uffff";

    private final UnitSources sources;
    private final ScanUnit unit;
    private final UnitJars jars;
    private final Set<String> catalogued;
    private final String here;
    private final List<String> texts = new ArrayList<>();
    private final TreeSet<String> referred = new TreeSet<>();
    private final TreeSet<String> opened = new TreeSet<>();
    private final TreeMap<String, String> bounds = new TreeMap<>();

    /**
     * @param catalogued packages of which the catalogue has calls
     * @param asking the file whose values are followed
     */
    public JarSources(UnitSources sources, ScanUnit unit, UnitJars jars, Set<String> catalogued, SourceText asking) {
        this.sources = sources;
        this.unit = unit;
        this.jars = jars;
        this.catalogued = catalogued;
        this.here = asking.location();
        texts.add(asking.text());
    }

    /** Whether the input is a JAR, by its name. */
    public static boolean isJar(String location) {
        return location.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    @Override
    public FileIndex own(SourceText source, ProgramLanguage language) {
        return sources.own(source, language);
    }

    @Override
    public Optional<FileIndex> file(String location) {
        if (!location.startsWith(BEHIND)) {
            Optional<FileIndex> file = sources.file(location);
            file.ifPresent(it -> texts.add(it.file().source().text()));
            return file;
        }
        Place place = Place.of(location);
        UnitJars.JarClass type = jars.type(place.jar, place.name, unit);
        referred.addAll(type.referred());
        return type.file().map(FileIndex::new);
    }

    @Override
    public TreeSet<String> endings() {
        return sources.endings();
    }

    /** Of a class what declares the name that it was found by. */
    @Override
    public Optional<String> text(String location) {
        return location.startsWith(BEHIND) ? Optional.of("class " + Place.of(location).word) : sources.text(location);
    }

    @Override
    public boolean mayDeclare(String location, String word) {
        return location.startsWith(BEHIND)
                ? UnitSources.super.mayDeclare(location, word)
                : sources.mayDeclare(location, word);
    }

    @Override
    public boolean mayAwait() {
        return sources.mayAwait();
    }

    @Override
    public Optional<Mentions> mentions(String word) {
        return sources.mentions(word)
                .map(it -> it.locations().stream().anyMatch(JarSources::isJar)
                        ? new Mentions(withClasses(it.locations(), word), it.more())
                        : it);
    }

    private List<String> withClasses(List<String> locations, String word) {
        List<String> all = new ArrayList<>();
        TreeMap<String, String> first = new TreeMap<>();
        for (String location : locations) {
            if (!isJar(location)) {
                all.add(location);
            } else if (mayOpen(location)) {
                JarIndex index = jars.index(location, unit);
                index.bound().ifPresent(it -> bounds.put(it, location));
                for (String name : index.called(word)) {
                    if (isSeen(name.replace('/', '.'))) {
                        first.putIfAbsent(name, location);
                    }
                }
            }
        }
        first.forEach((name, jar) -> all.add(new Place(jar, name, word).location()));
        return all;
    }

    private boolean mayOpen(String jar) {
        if (opened.size() >= MOST_JARS && !opened.contains(jar)) {
            bounds.put("class-path-jars=" + MOST_JARS, jar);
            return false;
        }
        opened.add(jar);
        return true;
    }

    private boolean isSeen(String name) {
        String module = name.substring(0, name.lastIndexOf('.'));
        return !catalogued.contains(module)
                && (referred.contains(name) || texts.stream().anyMatch(it -> it.contains(module)));
    }

    /** What of the class path was left out. */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        bounds.forEach((bound, jar) -> diagnostics.add(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, here, bound, jar)));
        return diagnostics;
    }

    /** A class in a JAR, and the word that it was found by. */
    private record Place(String jar, String name, String word) {
        String location() {
            return String.join(BEHIND, "", jar, name, word);
        }

        static Place of(String location) {
            String[] parts = location.split(BEHIND, -1);
            return new Place(parts[1], parts[2], parts[3]);
        }
    }
}
