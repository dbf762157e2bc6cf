package dev.shirube.bytecode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of arrays, collections and maps, and what is said where others may put something into them. */
class ContainedValuesTest {

    private static final String SOURCE = """
            import java.security.KeyPairGenerator;
            import java.util.*;
            import java.util.stream.Stream;
            import javax.net.ssl.SSLSocket;
            class Held {
                private static final String[] ALGS = {"RSA", "EC"};
                private static final String[] CHANGED = {"RSA", "EC"};
                private static final String[] GIVEN = {"RSA"};
                private static final String[] RETURNED = {"RSA"};
                private static final String[] FILLED = {"RSA"};
                private static final String[] SORTED = {"RSA", "EC"};
                private static final String[] WRITTEN_BY_NEST = {"RSA"};
                static final String[] PACKAGE = {"RSA", "EC"};
                private static final List<String> LIST = List.of("RSA", "EC");
                private static final List<String> AS_LIST = Arrays.asList("RSA", "EC");
                private static final List<String> SET_LATER = Arrays.asList("RSA", "EC");
                private static final Set<String> ONE = Collections.singleton("EC");
                private static final Map<String, String> MAP = Map.of("a", "RSA", "b", "EC");
                private static final Map<String, String> PUT = new HashMap<>();
                private static final Map<String, String> ENTRIES = new LinkedHashMap<>();
                private static final Map<String, String> SET_VALUE = new LinkedHashMap<>();
                private static final Map<String, String> LEAKED = new HashMap<>();
                private static final Map<String, String> WRAPPED;
                private static final List<String> ADDED = new ArrayList<>();
                private static final List<List<String>> OUTER = new ArrayList<>();
                private static final List<String> INNER = new ArrayList<>(List.of("RSA"));
                private final List<String> own = new ArrayList<>();
                private final List<String> lent;
                static {
                    PUT.put("a", "RSA");
                    PUT.put("b", "EC");
                    ENTRIES.put("RSA", "1.2");
                    SET_VALUE.put("a", "RSA");
                    LEAKED.put("a", "RSA");
                    register(LEAKED);
                    Map<String, String> map = new TreeMap<>();
                    map.put("a", "RSA");
                    map.putIfAbsent("b", "EC");
                    WRAPPED = Collections.unmodifiableMap(map);
                    ADDED.add("RSA");
                    OUTER.add(INNER);
                }
                Held(List<String> lent) { own.add("DSA"); this.lent = lent; }
                static void register(Map<String, String> map) { map.put("x", System.getenv("X")); }
                static void more(String name) { ADDED.add(name); }
                static void called() { more("EC"); CHANGED[0] = String.valueOf("DSA"); give(GIVEN); }
                static void give(String[] names) { names[0] = System.getenv("X"); }
                static String[] returned() { return RETURNED; }
                static void fill() { Arrays.fill(FILLED, System.getenv("X")); Arrays.sort(SORTED); }
                static void outer() { OUTER.get(0).add(System.getenv("X")); }
                static class Nested { void write() { WRITTEN_BY_NEST[0] = "DSA"; } }
                void array() throws Exception { for (String a : ALGS) { KeyPairGenerator.getInstance(a); } }
                void index() throws Exception { KeyPairGenerator.getInstance(ALGS[1]); }
                void changed() throws Exception { KeyPairGenerator.getInstance(CHANGED[1]); }
                void given() throws Exception { KeyPairGenerator.getInstance(GIVEN[0]); }
                void gaveBack() throws Exception { KeyPairGenerator.getInstance(RETURNED[0]); }
                void filled() throws Exception { KeyPairGenerator.getInstance(FILLED[0]); }
                void sorted() throws Exception { KeyPairGenerator.getInstance(SORTED[0]); }
                void nest() throws Exception { KeyPairGenerator.getInstance(WRITTEN_BY_NEST[0]); }
                void inPackage() throws Exception { KeyPairGenerator.getInstance(PACKAGE[0]); }
                void visible() throws Exception { KeyPairGenerator.getInstance(Open.NAMES[0]); }
                void local(int i) throws Exception { KeyPairGenerator.getInstance(new String[] {"RSA", "EC"}[i]); }
                void list() throws Exception { for (String a : LIST) { KeyPairGenerator.getInstance(a); } }
                void got() throws Exception { KeyPairGenerator.getInstance(LIST.get(0)); }
                void asList() throws Exception { KeyPairGenerator.getInstance(AS_LIST.get(0)); }
                void setLater() throws Exception { SET_LATER.set(0, "DSA"); KeyPairGenerator.getInstance(SET_LATER.get(0)); }
                void one() throws Exception { KeyPairGenerator.getInstance(ONE.iterator().next()); }
                void map(String key) throws Exception { KeyPairGenerator.getInstance(MAP.get(key)); }
                void put(String key) throws Exception { KeyPairGenerator.getInstance(PUT.get(key)); }
                void orElse(String key) throws Exception { KeyPairGenerator.getInstance(PUT.getOrDefault(key, "DSA")); }
                void keys() throws Exception {
                    for (Map.Entry<String, String> e : ENTRIES.entrySet()) { KeyPairGenerator.getInstance(e.getKey()); }
                }
                void keySet() throws Exception { for (String k : ENTRIES.keySet()) { KeyPairGenerator.getInstance(k); } }
                void setValue() throws Exception {
                    for (Map.Entry<String, String> e : SET_VALUE.entrySet()) { e.setValue(System.getenv("X")); }
                    KeyPairGenerator.getInstance(SET_VALUE.get("a"));
                }
                void leaked() throws Exception { KeyPairGenerator.getInstance(LEAKED.get("a")); }
                void wrapped() throws Exception { for (String v : WRAPPED.values()) { KeyPairGenerator.getInstance(v); } }
                void added() throws Exception { for (String a : ADDED) { KeyPairGenerator.getInstance(a); } }
                void nested() throws Exception { KeyPairGenerator.getInstance(INNER.get(0)); }
                void own() throws Exception { KeyPairGenerator.getInstance(own.get(0)); }
                void lent() throws Exception { KeyPairGenerator.getInstance(lent.get(0)); }
                void inMethod(boolean strong) throws Exception {
                    List<String> names = new ArrayList<>();
                    names.add("RSA");
                    if (strong) { names.add("EC"); }
                    for (String name : names) { KeyPairGenerator.getInstance(name); }
                }
                void split() throws Exception { for (String a : "RSA,EC".split(",")) { KeyPairGenerator.getInstance(a); } }
                void copied() throws Exception { KeyPairGenerator.getInstance(ALGS.clone()[0]); }
                void first() throws Exception { KeyPairGenerator.getInstance(LIST.stream().filter(a -> a.length() > 2).findFirst().get()); }
                void optional(String name) throws Exception {
                    KeyPairGenerator.getInstance(Optional.ofNullable(System.getProperty("k")).orElse("RSA"));
                }
                void each() { LIST.forEach(Held::referred); }
                private static void referred(String name) {
                    try { KeyPairGenerator.getInstance(name); } catch (Exception e) { throw new IllegalStateException(e); }
                }
                void lambda() {
                    LIST.forEach(name -> {
                        try { KeyPairGenerator.getInstance(name); } catch (Exception e) { throw new IllegalStateException(e); }
                    });
                }
            }
            class Caller { void call(List<String> any) { new Held(any); } }
            """;

    private static final String OPEN = """
            public class Open { public static final String[] NAMES = {"RSA"}; }
            """;

    @TempDir
    static Path folder;

    private static SiteValues sites;

    @BeforeAll
    static void compile() throws IOException {
        List<String> options = List.of("--release", "17", "-classpath", folder.toString());
        Compiled.into(folder, "Open", OPEN, options);
        Compiled.into(folder, "Held", SOURCE, options);
        sites = new SiteValues(Compiled.findings(folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            array     | EC,RSA     | -
            index     | EC,RSA     | -
            changed   | DSA,EC,RSA | -
            given     | RSA        | array
            gaveBack  | RSA        | array
            filled    | RSA        | array
            sorted    | EC,RSA     | -
            nest      | DSA,RSA    | -
            inPackage | EC,RSA     | -
            visible   | RSA        | array
            local     | EC,RSA     | -
            list      | EC,RSA     | -
            got       | EC,RSA     | -
            asList    | EC,RSA     | -
            setLater  | DSA,EC,RSA | -
            one       | EC         | -
            map       | EC,RSA     | -
            put       | EC,RSA     | -
            orElse    | DSA,EC,RSA | -
            keys      | RSA        | -
            keySet    | RSA        | -
            setValue  | RSA        | collection
            leaked    | RSA        | collection
            wrapped   | EC,RSA     | -
            added     | EC,RSA     | -
            nested    | RSA        | collection
            own       | DSA        | -
            lent      | -          | collection
            inMethod  | EC,RSA     | -
            split     | EC,RSA     | -
            copied    | EC,RSA     | -
            first     | EC,RSA     | -
            optional  | RSA        | config:k
            referred  | EC,RSA     | -
            lambda    | EC,RSA     | -
            """)
    void everythingThatIsPutInAndWhetherThereMayBeMore(String method, String values, String reason) {
        sites.expect(method, values, reason);
    }
}
