package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationsTest {

    private static ArchiveClasses read(String path, String text) {
        Registrations registrations = new Registrations(EntryPoints.STANDARD);
        assertThat(Registrations.isOne(path)).isTrue();
        registrations.add(path, text.getBytes(StandardCharsets.UTF_8));
        return registrations.with(List.of(), false);
    }

    @Test
    void aManifestNamesWhatIsStartedAndWhichLibraryItIs() {
        String manifest =
                "Main-Class: com.acme.App\r\nPremain-Class: com.acme.Age\r\n nt\r\nBundle-SymbolicName: x\r\n\r\n"
                        + "Name: com/acme/\r\nMain-Class: com.acme.Section\r\n";
        ArchiveClasses read = read("META-INF/MANIFEST.MF", manifest);
        assertThat(read.starts()).containsExactly("com.acme.Agent", "com.acme.App");
        assertThat(read.named()).isTrue();
        assertThat(read("META-INF/MANIFEST.MF", "Created-By: x\n\n").named()).isFalse();
    }

    @Test
    void servicesFactoriesAndImportsNameWhatIsLoadedForAType() {
        assertThat(read("META-INF/services/com.acme.Spi", "com.acme.A # first\n\n#no\ncom.acme.B\n")
                        .services())
                .isEqualTo(Map.of("com.acme.Spi", Set.of("com.acme.A", "com.acme.B")));
        assertThat(read("META-INF/spring.factories", "com.acme.Key=com.acme.A,\\\n  com.acme.B\n")
                        .services())
                .isEqualTo(Map.of("com.acme.Key", Set.of("com.acme.A", "com.acme.B")));
        assertThat(read("META-INF/spring/com.acme.Auto.imports", "com.acme.A\n").services())
                .isEqualTo(Map.of("com.acme.Auto", Set.of("com.acme.A")));
    }

    @Test
    void aWebDescriptorNamesServletsFiltersAndListeners() {
        String text =
                "<web-app><j:servlet-class>\n com.acme.S\n</j:servlet-class><filter-class>com.acme.F</filter-class>"
                        + "<listener-class>com.acme.L</listener-class><param-value>com.acme.P</param-value></web-app>";
        assertThat(read("WEB-INF/web.xml", text).web()).containsExactly("com.acme.F", "com.acme.L", "com.acme.S");
    }

    @Test
    void moreThanAnArchiveRegistersIsNotKept() {
        ArchiveClasses read = read("META-INF/services/x", "a\n".repeat(Registrations.MAX_BYTES));
        assertThat(read.cut()).isTrue();
        assertThat(read.services()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.acme.tools,org.acme",
        "org/acme/tools,org.acme",
        "jp.co.acme.tools,jp.co.acme",
        "io.netty.handler,io.netty",
        "zipkin2.server,zipkin2",
        "info.picocli.x,info.picocli",
        "org,org",
        "'',''"
    })
    void aNamespaceIsWhatOneOrganisationOwnsByConvention(String name, String namespace) {
        assertThat(Namespace.of(name)).isEqualTo(namespace);
    }
}
