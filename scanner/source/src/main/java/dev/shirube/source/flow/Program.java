package dev.shirube.source.flow;

import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.TypeDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files of a unit in one language, as they are needed to follow values that leave their file. */
final class Program {

    /** Files that may declare one name: what is found in more of them belongs to none in particular. */
    private static final int MOST_FILES = 12;

    /** Files that mention one function: one that is mentioned in more is called by too many to follow. */
    private static final int MOST_MENTIONS = 24;

    /** Other files that are read for the values of one: each costs as much as the file itself. */
    static final int MOST_NEIGHBOURS = 24;

    /** What can be searched for: the engine's words are made of such runs. */
    static final Pattern WORD = Pattern.compile("[A-Za-z0-9_$]{3}");

    private final ProgramLanguage language;
    private final UnitSources sources;
    private final ModuleFiles modules;
    private final Map<String, Optional<FileIndex>> files = new HashMap<>();
    private final Map<String, Others> mentioned = new HashMap<>();
    private final Map<String, Optional<Declared>> declared = new HashMap<>();
    private final Map<String, Boolean> renaming = new HashMap<>();

    /** By the set itself: hashing hundreds of words costs more than asking once for each set that is made. */
    private final Map<Set<String>, Boolean> othersMention = new IdentityHashMap<>();

    private int neighbours;
    private boolean bounded;
    private final TreeSet<String> wanted = new TreeSet<>();
    private final SettingFiles settings;

    Program(ProgramLanguage language, UnitSources sources) {
        this.language = language;
        this.sources = sources;
        this.settings = new SettingFiles(sources, wanted);
        this.modules = new ModuleFiles(this::file, sources.endings());
    }

    ProgramLanguage language() {
        return language;
    }

    /**
     * Whether a macro that the file includes may give something of the catalogue that name. In a unit whose every word is
     * known the name's own places are asked, wherever they are.
     */
    boolean mayRename(String name, FileIndex from, Known known) {
        return WORD.matcher(name).find() && sources.mentions(name).isPresent()
                || renaming.computeIfAbsent(
                        from.file().source().location(),
                        it -> new Includes(sources)
                                .any(from, text -> known.mayStandIn(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** What the settings files near the file say under the key. */
    List<String> settings(String key, FileIndex from) {
        return settings.values(key, from.file().source().location());
    }

    /** Words whose places must be known for a better answer. */
    TreeSet<String> wanted() {
        return wanted;
    }

    /** Whether more than {@link #MOST_NEIGHBOURS} other files would have been needed. */
    boolean bounded() {
        return bounded;
    }

    void add(FileIndex file) {
        files.put(file.file().source().location(), Optional.of(file));
    }

    /**
     * Other files, the nearest ones first.
     *
     * @param all whether these are all that were asked for: a unit may have too many, or may not have been searched
     */
    record Others(List<FileIndex> files, boolean all) {
        /** Nobody looked. */
        static final Others UNSEEN = new Others(List.of(), false);
    }

    /** Other files that mention the word. */
    Others mentioning(String word, FileIndex from) {
        return mentioning(word, from, false);
    }

    /** Other files that may call or make what is so called. */
    Others using(String word, FileIndex from) {
        return mentioning(word, from, true);
    }

    private Others mentioning(String word, FileIndex from, boolean used) {
        if (!WORD.matcher(word).find()) {
            return Others.UNSEEN;
        }
        String here = from.file().source().location();
        String key = word + " " + here + " " + used;
        Others known = mentioned.get(key);
        if (known != null) {
            return known;
        }
        Optional<UnitSources.Mentions> mentions = sources.mentions(word);
        if (mentions.isEmpty()) {
            wanted.add(word);
            return Others.UNSEEN;
        }
        Others found = mentions.get().more() || mentions.get().locations().size() > MOST_MENTIONS
                ? Others.UNSEEN
                : others(mentions.get().locations(), here, word, used);
        mentioned.put(key, found);
        return found;
    }

    private Others others(List<String> locations, String here, String word, boolean used) {
        List<FileIndex> found = new ArrayList<>();
        boolean all = true;
        for (String location : nearest(locations, here)) {
            boolean other = !location.equals(here) && isSource(location);
            if (other && (!used || mayUse(location, word))) {
                Optional<FileIndex> file = file(location);
                file.ifPresent(found::add);
                all &= file.isPresent();
            }
        }
        return new Others(found, all);
    }

    private boolean isSource(String location) {
        String lower = location.toLowerCase(Locale.ROOT);
        return sources.endings().stream().anyMatch(lower::endsWith);
    }

    private boolean mayUse(String location, String word) {
        return sources.text(location).filter(it -> Declaring.mayUse(it, word)).isPresent();
    }

    private Optional<FileIndex> file(String location) {
        Optional<FileIndex> known = files.get(location);
        if (known == null && neighbours >= MOST_NEIGHBOURS) {
            bounded = true;
            return Optional.empty();
        }
        if (known == null) {
            known = sources.file(location);
            neighbours += known.isPresent() ? 1 : 0;
            files.put(location, known);
        }
        return known;
    }

    private static List<String> nearest(List<String> locations, String here) {
        List<String> sorted = new ArrayList<>(locations);
        sorted.sort((a, b) -> {
            int nearer = Integer.compare(shared(b, here), shared(a, here));
            return nearer != 0 ? nearer : a.compareTo(b);
        });
        return sorted;
    }

    /** How many folders two paths share from the root. */
    static int shared(String one, String two) {
        int shared = 0;
        for (int i = 0; i < Math.min(one.length(), two.length()) && one.charAt(i) == two.charAt(i); i++) {
            if (one.charAt(i) == '/') {
                shared++;
            }
        }
        return shared;
    }

    /**
     * What another file of the unit declares under that qualified name: a function, type or variable of a file, or
     * something in such a type.
     *
     * @return the file, and the names that lead to it from the top of the file
     */
    Optional<Declared> declared(String path, FileIndex from) {
        String key = path + " " + from.file().source().location();
        Optional<Declared> known = declared.get(key);
        if (known == null) {
            known = find(path, from);
            declared.put(key, known);
        }
        return known;
    }

    private Optional<Declared> find(String path, FileIndex from) {
        String[] parts = path.split("\\.", -1);
        String word = parts[parts.length - 1];
        if (word.isEmpty() || language.isOfPlatform(path)) {
            return Optional.empty();
        }
        if (isOfNoPackage(parts, from)) {
            return Optional.empty();
        }
        Optional<Declared> conventional = conventional(path, parts, from);
        if (conventional.isPresent()) {
            return conventional;
        }
        if (ModuleFiles.isRelative(path)) {
            Optional<Declared> declared = modules.find(path, from);
            if (declared.isPresent()) {
                return declared;
            }
        }
        Optional<Declared> declared = declared(parts, 1, from);
        boolean ofConstant = parts.length > 2 && parts[parts.length - 2].matches("[A-Z]\\w+");
        return declared.isPresent() || !ofConstant ? declared : declared(parts, 2, from);
    }

    /** Whether it is a name of no package, which nothing in a package sees. */
    private boolean isOfNoPackage(String[] parts, FileIndex from) {
        return language.traits().contains(Trait.EXACT_PACKAGES)
                && parts.length == 1
                && !from.file().module().isEmpty();
    }

    /** Of a constant's value, say, the file mentions the constant alone. */
    private Optional<Declared> declared(String[] parts, int least, FileIndex from) {
        boolean exact = language.traits().contains(Trait.EXACT_PACKAGES);
        for (FileIndex file : declaring(parts, parts[parts.length - least], from)) {
            for (int length = least; length <= Math.min(3, parts.length); length++) {
                String head = String.join(".", List.of(parts).subList(0, parts.length - length));
                List<String> tail = List.of(parts).subList(parts.length - length, parts.length);
                boolean fits = exact ? file.file().module().equals(head) : fits(file, head, from);
                if (fits && declares(file, tail)) {
                    return Optional.of(new Declared(file, tail));
                }
            }
        }
        return Optional.empty();
    }

    /** Files that may declare the word: those that are called like a part of the name, or whose text looks so. */
    private List<FileIndex> declaring(String[] parts, String word, FileIndex from) {
        if (!WORD.matcher(word).find()) {
            return List.of();
        }
        Optional<UnitSources.Mentions> mentions = sources.mentions(word);
        if (mentions.isEmpty()) {
            wanted.add(word);
            return List.of();
        }
        String here = from.file().source().location();
        List<FileIndex> found = new ArrayList<>();
        for (String location : nearest(mentions.get().locations(), here)) {
            boolean mayBe = !location.equals(here) && found.size() < MOST_FILES && isCalledLike(location, parts);
            if (mayBe && sources.mayDeclare(location, word)) {
                file(location).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether the path has a part of the name; of languages whose files are called as they like, always. */
    private boolean isCalledLike(String location, String[] parts) {
        if (!language.traits().contains(Trait.PATHS_TELL) || parts.length == 1) {
            return true;
        }
        String path = "/" + location.toLowerCase(Locale.ROOT).replace('.', '/') + "/";
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].toLowerCase(Locale.ROOT);
            String last = part.substring(part.lastIndexOf('/') + 1);
            if (!last.isEmpty() && path.contains("/" + last + "/")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the language's conventions show a file of the same package that declares the name. */
    boolean isBeside(String name, FileIndex from) {
        String module = from.file().module();
        String path = module.isEmpty() ? name : module + "." + name;
        return conventional(path, path.split("\\.", -1), from).isPresent();
    }

    /** Text of the file that declares the name by the language's conventions, without reading what it says. */
    Optional<String> conventionalText(String path, FileIndex from) {
        String here = from.file().source().location();
        return language.places(path, from.file().module(), here).stream()
                .flatMap(it -> sources.text(it).stream())
                .findFirst();
    }

    /**
     * Whether the file or any other of the unit mentions any of these words, or may: as long as that is not known, it does not,
     * since the file is then followed once more.
     */
    boolean mentionsAny(Set<String> words, FileIndex from) {
        return from.holdsAny(words) || othersMention.computeIfAbsent(words, this::mentionedAnywhere);
    }

    private boolean mentionedAnywhere(Set<String> words) {
        boolean unknown = false;
        for (String word : words) {
            if (!WORD.matcher(word).find()) {
                return true;
            }
            Optional<UnitSources.Mentions> mentions = sources.mentions(word);
            if (mentions.isEmpty()) {
                wanted.add(word);
                unknown = true;
            } else if (!mentions.get().locations().isEmpty()) {
                return true;
            }
        }
        return unknown && !sources.mayAwait();
    }

    /** Whether a JAR of the unit may have a class of that name; also where nobody has searched for it. */
    boolean mayBeInJar(String path) {
        String word = path.substring(path.lastIndexOf('.') + 1);
        if (!language.traits().contains(Trait.CLASS_FILES)
                || !WORD.matcher(word).find()) {
            return false;
        }
        Optional<UnitSources.Mentions> mentions = sources.mentions(word);
        if (mentions.isEmpty()) {
            wanted.add(word);
        }
        return mentions.isEmpty() || mentions.get().locations().stream().anyMatch(it -> !isSource(it));
    }

    /** The same where the language's conventions say in which file it is. */
    private Optional<Declared> conventional(String path, String[] parts, FileIndex from) {
        String here = from.file().source().location();
        for (String location : language.places(path, from.file().module(), here)) {
            Optional<FileIndex> found = location.equals(here) ? Optional.empty() : file(location);
            if (found.isPresent()) {
                String module = found.get().file().module();
                int head = module.isEmpty() ? 0 : module.split("\\.").length;
                boolean within = module.isEmpty() || path.startsWith(module + ".");
                List<String> tail = within ? List.of(parts).subList(head, parts.length) : List.of();
                if (!tail.isEmpty() && declares(found.get(), tail)) {
                    return Optional.of(new Declared(found.get(), tail));
                }
            }
        }
        return Optional.empty();
    }

    /** A place in another file, by the names that lead there. */
    record Declared(FileIndex file, List<String> names) {}

    private static boolean declares(FileIndex file, List<String> names) {
        String first = names.get(0);
        Optional<TypeDeclaration> type = file.type(first);
        if (names.size() == 1) {
            return type.isPresent()
                    || !file.functions(first).isEmpty()
                    || file.names(file.file().body()).assigns(first);
        }
        return type.isPresent()
                ? declares(type.get(), names.subList(1, names.size()))
                : file.names(file.file().body()).assigns(first); // a member of a variable
    }

    private static boolean declares(TypeDeclaration type, List<String> names) {
        String name = names.get(0);
        for (TypeDeclaration inner : type.types()) {
            if (inner.name().equals(name)) {
                return names.size() == 1 || declares(inner, names.subList(1, names.size()));
            }
        }
        return Objects.declares(type, name); // what is in that is seen when its value is
    }

    /** Whether the file may be the module of that name: by the package it declares, or by its path. */
    private static boolean fits(FileIndex file, String head, FileIndex from) {
        String module = file.file().module();
        String wanted = plain(head);
        if (wanted.isEmpty()) {
            return true;
        }
        if (!module.isEmpty() && (module.equals(wanted) || ends(module, wanted) || ends(wanted, module))) {
            return true;
        }
        String last = wanted.substring(wanted.lastIndexOf('.') + 1);
        String location = file.file().source().location();
        String folder = location.substring(0, Math.max(0, location.lastIndexOf('/')));
        String name = location.substring(location.lastIndexOf('/') + 1);
        String base = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        boolean sameFolder = folder.equals(folder(from.file().source().location()));
        return base.equals(last)
                || folder.endsWith(last) && ends("/" + folder, last)
                || sameFolder && module.equals(last);
    }

    private static String folder(String location) {
        return location.substring(0, Math.max(0, location.lastIndexOf('/')));
    }

    private static boolean ends(String whole, String end) {
        return whole.endsWith(end)
                && (whole.length() == end.length()
                        || "./".indexOf(whole.charAt(whole.length() - end.length() - 1)) >= 0);
    }

    /** A module's name with dots alone: without the dots of relative paths, folders, and the ending of a file. */
    private static String plain(String head) {
        String module = head;
        for (String ending : List.of(".js", ".ts", ".mjs", ".cjs", ".h", ".hpp", ".rb", ".php")) {
            if (module.endsWith(ending)) {
                module = module.substring(0, module.length() - ending.length());
            }
        }
        String dotted = module.replace('/', '.');
        int start = 0;
        while (start < dotted.length() && dotted.charAt(start) == '.') {
            start++;
        }
        dotted = dotted.substring(start);
        for (String own : List.of("crate.", "self.", "super.")) {
            if (dotted.startsWith(own)) {
                dotted = dotted.substring(own.length());
            }
        }
        return dotted.equals("crate") || dotted.equals("self") || dotted.equals("super") ? "" : dotted;
    }
}
