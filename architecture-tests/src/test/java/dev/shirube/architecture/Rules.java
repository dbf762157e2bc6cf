package dev.shirube.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;

/** The rules, each made from {@link Floors} so that a test can prove that it fires. */
final class Rules {

    private Rules() {}

    static ArchRule arrow(String from, String to) {
        return noClasses()
                .that()
                .resideInAPackage(Floors.ROOT + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Floors.ROOT + to + "..")
                .as(from + " must not know " + to)
                .because("every arrow of the house points down (docs/architecture.md)")
                .allowEmptyShould(true);
    }

    static ArchRule library(String floor, String library) {
        return noClasses()
                .that()
                .resideInAPackage(Floors.ROOT + floor + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .as(floor + " must not touch " + library)
                .because("a heavy library stays behind one wall (docs/architecture.md)")
                .allowEmptyShould(true);
    }

    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("dev.shirube.(**)").should().beFreeOfCycles().as("packages are free of cycles");

    static final ArchRule NO_CLOCK_OR_LOCALE_BELOW_THE_SHELL = noClasses()
            .that()
            .resideInAPackage("dev.shirube..")
            .and()
            .resideOutsideOfPackage("dev.shirube.shell..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .as("no clock and no default locale below the shell")
            .because("same inputs, same as-of date, same bytes out");

    static final ArchRule NOTHING_IS_EXECUTED = noClasses()
            .that()
            .resideInAPackage("dev.shirube..")
            .should()
            .callMethod(ProcessBuilder.class, "start")
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .as("nothing that is scanned is executed")
            .because("everything scanned is hostile");

    static final ArchRule ONLY_ENDPOINTS_ARE_CONTACTED = noClasses()
            .that()
            .resideInAPackage("dev.shirube..")
            .and()
            .resideOutsideOfPackages("dev.shirube.endpoint..", "dev.shirube.examples..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.channels.SocketChannel")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.channels.DatagramChannel")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.DatagramSocket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .as("only the endpoint reader opens connections")
            .because("no network from content");

    /** Whether the rule holds for these classes. */
    static boolean holds(ArchRule rule, JavaClasses classes) {
        return !rule.evaluate(classes).hasViolation();
    }
}
