package dev.shirube.source.flow;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.engine.prefilter.AnchorSearch;
import dev.shirube.engine.prefilter.WordSearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue of a language as source text needs it: by qualified names with dots, and by what constants are called. */
final class Known {
    private final Catalogue catalogue;
    private final Map<String, String> owners = new HashMap<>();
    private final AnchorSearch deciding;
    private final WordSearch functions;
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> symbols = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, Set<String>> types = new HashMap<>();
    private final Map<String, Set<String>> libraries = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<Set<String>, Set<String>> beside = new ConcurrentHashMap<>();

    Known(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.deciding = AnchorSearch.of(
                List.of(catalogue.anchors().isEmpty() ? TypeAnchors.of(catalogue) : catalogue.decidingAnchors()));
        this.functions = new WordSearch(List.copyOf(catalogue.functions()));
        for (ApiPoint point : catalogue.points()) {
            String dotted = point.owner().replace('$', '.');
            owners.put(dotted, point.owner());
            for (int dot = dotted.length(); dot > 0; dot = dotted.lastIndexOf('.', dot - 1)) {
                prefixes.add(dotted.substring(0, dot));
            }
            called.add(point.member());
            types.computeIfAbsent(point.member(), it -> new TreeSet<>()).add(last(dotted));
            String library = library(dotted);
            libraries.computeIfAbsent(point.member(), it -> new TreeSet<>()).add(library);
            members.computeIfAbsent(library, it -> new TreeSet<>()).add(last(outermost(point.owner())));
            called.add(last(dotted)); // of which an object is made
            symbols.addAll(point.names().keySet());
            if (point.kind() == CallSite.Kind.FIELD) {
                fields.add(point.member());
            }
            if (point.kind() == CallSite.Kind.FIELD || point.owner().isEmpty()) {
                symbols.add(point.member());
            }
            point.shape().where().values().forEach(this::askedFor);
        }
        catalogue.aliases().keySet().forEach(it -> {
            called.add(last(it));
            for (int dot = it.length(); dot > 0; dot = it.lastIndexOf('.', dot - 1)) {
                prefixes.add(it.substring(0, dot));
            }
        });
    }

    /** Constants that a row asks for are constants that are known. */
    private void askedFor(String patterns) {
        for (String pattern : patterns.split("\\|", -1)) {
            int hash = pattern.indexOf('#');
            if (hash >= 0 && pattern.indexOf('*') < 0 && !pattern.endsWith(">")) {
                symbols.add(pattern.substring(hash + 1));
            }
        }
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The name as rows write it. */
    String canonical(String path) {
        String best = "";
        for (String from : catalogue.aliases().keySet()) {
            boolean begins = path.startsWith(from)
                    && (path.length() == from.length() || "./".indexOf(path.charAt(from.length())) >= 0);
            if (begins && from.length() > best.length()) {
                best = from;
            }
        }
        return best.isEmpty() ? path : catalogue.aliases().get(best) + path.substring(best.length());
    }

    /** Rows of that owner and member, both as the source names them. */
    List<ApiPoint> rows(String owner, String member) {
        String canonical = canonical(owner);
        String written = owners.get(canonical);
        if (written != null) {
            List<ApiPoint> rows = catalogue.find(written, member);
            if (!rows.isEmpty()) {
                return rows;
            }
        }
        return List.of();
    }

    /** Rows of that member of the first of these types that has some. */
    List<ApiPoint> rows(List<String> owners, String member) {
        for (String owner : owners) {
            List<ApiPoint> rows = rows(owner, member);
            if (!rows.isEmpty()) {
                return rows;
            }
        }
        return List.of();
    }

    /** The type as rows write it, {@code $} before an inner type. */
    String owner(String path) {
        return owners.getOrDefault(path, path);
    }

    /** Rows that are called by that qualified name: a member of an owner, or the making of an object of a type. */
    List<ApiPoint> rows(String path) {
        String canonical = canonical(path);
        int dot = canonical.lastIndexOf('.');
        List<ApiPoint> rows = new ArrayList<>(
                dot < 0 ? rows("", canonical) : rows(canonical.substring(0, dot), canonical.substring(dot + 1)));
        rows.addAll(rows(canonical, "<init>"));
        return rows;
    }

    /** Whether some row's name begins with that one. */
    boolean reaches(String path) {
        String canonical = canonical(path);
        return prefixes.contains(canonical) || !rows(canonical).isEmpty();
    }

    /** Whether a member of that name can be a call of the catalogue, whatever it is called on. */
    boolean isCalled(String member) {
        return called.contains(member);
    }

    /** The simple names of the types that have a member of that name in the catalogue. */
    Set<String> typesWith(String member) {
        return types.getOrDefault(member, Set.of());
    }

    /**
     * The simple names of all types of the libraries that have a member of that name, without types within others: one set
     * for all members of the same libraries, so that what is known of it need not be asked for each of them.
     */
    Set<String> typesBeside(String member) {
        return beside.computeIfAbsent(libraries.getOrDefault(member, Set.of()), this::typesOf);
    }

    private Set<String> typesOf(Set<String> libraries) {
        TreeSet<String> types = new TreeSet<>();
        libraries.forEach(it -> types.addAll(members.get(it)));
        return Collections.unmodifiableSet(types);
    }

    private static String outermost(String owner) {
        int inner = owner.indexOf('$');
        return inner < 0 ? owner : owner.substring(0, inner);
    }

    /** What types of one library have in common: what one of them gives back can be any other. */
    private static String library(String owner) {
        String[] parts = owner.split("\\.", -1);
        return parts[0].startsWith("java") || parts.length < 3
                ? parts[0].substring(0, Math.min(4, parts[0].length()))
                : parts[0] + "." + parts[1];
    }

    /** Whether a member of that name can be a constant that means something where it is merely named. */
    boolean isField(String member) {
        return fields.contains(member);
    }

    /** Whether it is a type or module of the catalogue. */
    boolean isOwner(String path) {
        return owners.containsKey(canonical(path));
    }

    /** Whether a text of those bytes may hold a call of the catalogue: more is asked than that it holds an anchor. */
    boolean mayStandIn(byte[] text) {
        return deciding.search(text, text.length, 1) != 0
                || !functions.search(text, text.length).isEmpty();
    }

    /** Whether some row knows a constant of that simple name. */
    boolean isSymbol(String name) {
        return symbols.contains(name);
    }
}
