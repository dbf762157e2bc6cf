package dev.shirube.catalogue;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The catalogue as it was authored: the tables of all libraries, in the order of {@link #LIBRARIES}. */
final class StandardCatalogue implements Catalogue {

    /** One table per library: {@code src/main/data/dev/shirube/catalogue/<name>.yaml}. */
    static final List<String> LIBRARIES = List.of(
            "jca",
            "jsse",
            "xml-dsig",
            "bc-lightweight",
            "bc-pqc",
            "bc-pkix",
            "bc-openpgp",
            "bc-tls",
            "nimbus-jose-jwt",
            "jose4j",
            "jjwt",
            "java-jwt",
            "tink",
            "conscrypt",
            "netty",
            "httpclient",
            "okhttp",
            "sshd",
            "jsch",
            "sshj",
            "santuario",
            "wss4j",
            "cxf-jose",
            "spring-security",
            "spring-boot",
            "keycloak",
            "tomcat",
            "jetty",
            "vertx",
            "kafka",
            "aws-kms",
            "azure-keyvault",
            "google-kms",
            "aws-encryption-sdk",
            "mssql-jdbc",
            "unboundid-ldap",
            "itext-sign",
            "smallrye-jwt",
            "mongodb",
            "elytron",
            "hadoop",
            "android-keystore",
            "cryptography-kotlin",
            "ktor");

    private static final Map<String, Catalogue> COMPILED = new ConcurrentHashMap<>();

    private static final int VERSION_LENGTH = 12;

    private final String version;
    private final List<ApiPoint> points;
    private final Map<String, Map<String, List<ApiPoint>>> byMember;
    private final List<String> owners;
    private final List<String> keys;

    private final Map<String, List<ApiPoint>> untyped;
    private final SortedSet<String> anchors;
    private final SortedSet<String> decidingAnchors;
    private final SortedSet<String> functions;
    private final SortedMap<String, String> aliases;

    StandardCatalogue(List<DataNode> tables) {
        this(tables, digest(tables.stream().map(DataTable::write).toList()));
    }

    private StandardCatalogue(List<DataNode> tables, String version) {
        List<ApiPoint> rows = new ArrayList<>();
        TreeSet<String> deciding = new TreeSet<>();
        TreeSet<String> plain = new TreeSet<>();
        for (DataNode table : tables) {
            List<ApiPoint> own = CatalogueTable.read(table);
            rows.addAll(own);
            if (own.stream().allMatch(StandardCatalogue::isPlainFunction)) {
                own.forEach(it -> plain.add(it.member()));
            } else {
                deciding.addAll(table.get("anchors").texts());
            }
        }
        this.version = version;
        this.points = List.copyOf(rows);
        this.byMember = index(points);
        TreeSet<String> named = new TreeSet<>();
        TreeSet<String> awaited = new TreeSet<>();
        for (ApiPoint point : points) {
            if (point.keys().isEmpty()) {
                named.add(point.owner());
            } else {
                awaited.addAll(point.keys().keySet());
            }
        }
        TreeSet<String> texts = new TreeSet<>();
        TreeMap<String, String> renamed = new TreeMap<>();
        for (DataNode table : tables) {
            texts.addAll(table.get("anchors").texts());
            table.get("aliases").entries().forEach((from, to) -> renamed.put(from, to.text()));
        }
        this.anchors = Collections.unmodifiableSortedSet(texts);
        this.decidingAnchors = Collections.unmodifiableSortedSet(deciding);
        this.functions = Collections.unmodifiableSortedSet(plain);
        this.aliases = Collections.unmodifiableSortedMap(renamed);
        this.untyped =
                points.stream().filter(it -> it.shape().untyped()).collect(Collectors.groupingBy(ApiPoint::member));
        this.owners = List.copyOf(named);
        this.keys = List.copyOf(awaited);
    }

    static Catalogue instance() {
        return of("");
    }

    /** The catalogue of a language; of the JVM's languages where it is empty. */
    static Catalogue of(String language) {
        return COMPILED.computeIfAbsent(language, StandardCatalogue::compiled);
    }

    /** Names of the tables of a language, without ending. */
    static List<String> libraries(String language) {
        if (language.isEmpty()) {
            return LIBRARIES;
        }
        return DataTable.read(bytes(language + "/libraries.table")).get("libraries").texts().stream()
                .map(it -> language + "/" + it)
                .toList();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<ApiPoint> find(String owner, String member) {
        return byMember.getOrDefault(owner, Map.of()).getOrDefault(member, List.of());
    }

    @Override
    public List<ApiPoint> untyped(String member) {
        return untyped.getOrDefault(member, List.of());
    }

    @Override
    public SortedSet<String> anchors() {
        return anchors;
    }

    @Override
    public SortedSet<String> decidingAnchors() {
        return decidingAnchors;
    }

    @Override
    public SortedSet<String> functions() {
        return functions;
    }

    private static boolean isPlainFunction(ApiPoint point) {
        return point.owner().isEmpty()
                && point.keys().isEmpty()
                && point.member().matches("[A-Za-z0-9_]{3,}");
    }

    @Override
    public SortedMap<String, String> aliases() {
        return aliases;
    }

    @Override
    public List<String> owners() {
        return owners;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    @Override
    public List<ApiPoint> points() {
        return points;
    }

    private static Map<String, Map<String, List<ApiPoint>>> index(List<ApiPoint> points) {
        Map<String, Map<String, List<ApiPoint>>> index = new HashMap<>();
        for (ApiPoint point : points) {
            index.computeIfAbsent(point.owner(), owner -> new HashMap<>())
                    .computeIfAbsent(point.member(), member -> new ArrayList<>())
                    .add(point);
        }
        return index;
    }

    private static String digest(List<byte[]> tables) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            tables.forEach(sha256::update);
            return HexFormat.of().formatHex(sha256.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The tables as they were compiled: their bytes are what the version is a digest of. */
    private static StandardCatalogue compiled(String language) {
        List<DataNode> tables = new ArrayList<>();
        List<byte[]> all = new ArrayList<>();
        for (String library : libraries(language)) {
            byte[] bytes = bytes(library + ".table");
            all.add(bytes);
            tables.add(DataTable.read(bytes));
        }
        all.add(bytes(ProviderDefaults.RESOURCE));
        return new StandardCatalogue(tables, digest(all));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = StandardCatalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its table " + resource + "; build it anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
