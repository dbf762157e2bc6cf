package dev.shirube.bytecode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one class does to its own objects says nothing of the objects of its siblings. */
class SiblingValuesTest {

    private static final String SOURCE = """
            import java.security.KeyPairGenerator;
            import java.security.KeyFactory;
            import javax.net.ssl.SSLSocket;
            abstract class Info {
                private String name;
                protected void setName(String name) { this.name = name; }
                protected String getName() { return name; }
                void common() throws Exception { KeyPairGenerator.getInstance(name); }
            }
            class Rsa extends Info {
                Rsa() { setName("RSA"); }
                void own() throws Exception { KeyPairGenerator.getInstance(getName()); }
            }
            class Ec extends Info {
                Ec() { setName("EC"); }
                void other() throws Exception { KeyPairGenerator.getInstance(getName()); }
            }
            class Ed extends Ec { Ed() { setName("Ed25519"); } }
            abstract class Named {
                private final String name;
                Named(String name) { this.name = name; }
                String name() { return name; }
                void make() throws Exception { KeyFactory.getInstance(name()); }
                void shared() throws Exception { KeyFactory.getInstance(name()); }
            }
            class First extends Named { First() { super("RSA"); } }
            class Second extends Named {
                Second() { super("EC"); }
                @Override void make() {}
            }
            class Third extends Named {
                Third() { super("DSA"); }
                @Override void shared() throws Exception { super.shared(); }
            }
            class Pins {
                private static final String[] PROTOCOLS = {"TLSv1.2", "TLSv1.3"};
                void pinned(SSLSocket socket) { socket.setEnabledProtocols(PROTOCOLS); }
                void passed(SSLSocket socket) { pin(socket, "TLSv1.1"); }
                private static void pin(SSLSocket socket, String... protocols) { socket.setEnabledProtocols(protocols); }
            }
            """;

    @TempDir
    static Path folder;

    private static SiteValues sites;

    @BeforeAll
    static void compile() throws IOException {
        Compiled.into(folder, "Info", SOURCE, List.of("--release", "17"));
        sites = new SiteValues(Compiled.findings(folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            common | EC,Ed25519,RSA  | -
            own    | RSA             | -
            other  | EC,Ed25519      | -
            make   | DSA,RSA         | -
            shared | DSA,EC,RSA      | -
            pinned | TLSv1.2,TLSv1.3 | -
            pin    | TLSv1.1         | array
            """)
    void onlyWhatCanBeOfTheObjectItself(String method, String values, String reason) {
        sites.expect(method, values, reason);
    }
}
