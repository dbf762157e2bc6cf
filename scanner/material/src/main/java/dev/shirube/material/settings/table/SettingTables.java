package dev.shirube.material.settings.table;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.material.settings.syntax.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All products, and which of them a file may belong to by its name. */
public final class SettingTables {

    private static final String INDEX = "products.table";

    /** A product and how it reads a file. */
    public record Candidate(Product product, Syntax syntax) {}

    /** A pattern and what it stands for. */
    private record Named(FilePattern pattern, List<String> endings, Candidate candidate) {
        /** Of a whole folder only what has an ending that is known of the product. */
        boolean hasEnding(String name) {
            return !pattern.anyName() || endings.isEmpty() || endings.contains(ending(name));
        }
    }

    private final List<Product> products;
    private final String version;
    private final Set<String> endings;
    private final Set<String> prose;
    private final List<String> proseFolders;
    private final Map<String, List<Named>> byName = new HashMap<>();
    private final Map<String, List<Named>> byEnding = new HashMap<>();
    private final List<Named> folders = new ArrayList<>();
    private final List<Named> others = new ArrayList<>();

    SettingTables(List<Product> products, DataNode index, String version) {
        this.products = List.copyOf(products);
        this.endings = Set.copyOf(index.get("endings").texts());
        this.prose = Set.copyOf(index.get("prose").texts());
        this.proseFolders = index.get("prose-folders").texts();
        this.version = version;
        for (Product product : products) {
            for (Product.Reading reading : product.readings()) {
                for (FilePattern file : reading.files()) {
                    Named named = new Named(file, reading.endings(), new Candidate(product, reading.syntax()));
                    place(file).add(named);
                }
            }
        }
    }

    /** Where a pattern is looked up: most names are told apart by themselves or by their endings. */
    private List<Named> place(FilePattern file) {
        if (file.anyName()) {
            return folders;
        }
        if (!file.exactName().isEmpty()) {
            return byName.computeIfAbsent(file.exactName(), it -> new ArrayList<>());
        }
        return file.exactEnding().isEmpty()
                ? others
                : byEnding.computeIfAbsent(file.exactEnding(), it -> new ArrayList<>());
    }

    /** The tables that the program carries. */
    public static SettingTables standard() {
        return Holder.TABLES;
    }

    /** Loaded when first asked for. */
    private static final class Holder {
        static final SettingTables TABLES = load();
    }

    private static SettingTables load() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DataNode index = DataTable.read(bytes(INDEX, digest));
            List<Product> products = new ArrayList<>();
            for (String product : index.get("products").texts()) {
                products.add(Product.of(DataTable.read(bytes(product + ".table", digest))));
            }
            String version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
            return new SettingTables(products, index, version);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String resource, MessageDigest digest) {
        try (InputStream in = SettingTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its table " + resource + "; build it anew");
            }
            byte[] bytes = in.readAllBytes();
            digest.update(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All products, in the order of the index. */
    public List<Product> products() {
        return products;
    }

    /** Changes with every change of a table. */
    public String version() {
        return version;
    }

    /** The texts of which an input must hold one to matter. */
    public Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        products.forEach(it -> anchors.addAll(it.anchors()));
        return anchors;
    }

    /** Whether a file of that name could hold settings of a product that its name does not tell. */
    public boolean mayHold(String name) {
        int dot = name.lastIndexOf('.');
        return endings.contains(ending(name).toLowerCase(Locale.ROOT))
                && !prose.contains(
                        name.substring(0, dot < 0 ? name.length() : dot).toLowerCase(Locale.ROOT));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** Whether that is a place for documentation, where what looks like settings are examples. */
    public boolean isProse(String location) {
        String lower = location.toLowerCase(Locale.ROOT);
        return proseFolders.stream().anyMatch(it -> lower.startsWith(it) || lower.contains("/" + it));
    }

    /** The products that a file may belong to whatever its name, each in the syntax that the name's ending suggests. */
    public List<Candidate> anyName(String location) {
        String ending = ending(location.substring(location.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        List<Candidate> candidates = new ArrayList<>();
        for (Product product : products) {
            if (product.telling() > 0) {
                product.readings().stream()
                        .filter(it -> it.endings().isEmpty() || it.endings().contains(ending))
                        .findFirst()
                        .ifPresent(it -> candidates.add(new Candidate(product, it.syntax())));
            }
        }
        return candidates;
    }

    /** The products that a file at that location belongs to by its name, the closest first: by name, ending, folder. */
    public List<Candidate> named(String location) {
        String lower = location.toLowerCase(Locale.ROOT);
        int slash = lower.lastIndexOf('/') + 1;
        String folder = lower.substring(0, slash);
        String name = lower.substring(slash);
        List<Candidate> candidates = new ArrayList<>();
        List<Named> ending = byEnding.getOrDefault(ending(name), List.of());
        List<Named> around = mayHold(name) ? folders : List.of();
        for (List<Named> list : List.of(byName.getOrDefault(name, List.of()), ending, others, around)) {
            for (Named named : list) {
                if (named.pattern().matches(folder, name)
                        && named.hasEnding(name)
                        && !(named.pattern().anyName() && isProse(location))
                        && candidates.stream()
                                .noneMatch(
                                        it -> it.product() == named.candidate().product())) {
                    candidates.add(named.candidate());
                }
            }
        }
        return candidates;
    }
}
