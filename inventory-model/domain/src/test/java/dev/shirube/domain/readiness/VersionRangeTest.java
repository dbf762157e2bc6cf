package dev.shirube.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vers:maven/>=4.2.9.Final|<=4.2.20.Final; 4.2.9.Final - 4.2.20.Final; 4.2.9.Final～4.2.20.Final",
                "vers:maven/>=1.87; 1.87 or later; 1.87 以降",
                "vers:npm/>=1.3.0|<2; 1.3.0 or later, below 2; 1.3.0 以降、2 未満",
                "vers:maven/<=1.59; 1.59 or earlier; 1.59 以前",
                "vers:maven/>=4.1.140.Final|<4.2.0; 4.1.140.Final or later, below 4.2.0; 4.1.140.Final 以降、4.2.0 未満",
                "1.84; 1.84; 1.84"
            })
    void aRangeIsWrittenInVersAndReadInWords(String version, String english, String japanese) {
        assertThat(VersionRange.words(version)).isEqualTo(new Text(japanese, english));
        VersionRange.of(version).ifPresent(it -> assertThat(it.vers()).isEqualTo(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.84",
                "vers:maven/",
                "vers:/>=1.0",
                "vers:NPM/>=1.0",
                "vers:npm/1.0",
                "vers:maven/>=1.0|<=2.0<3.0",
                "[1.0,2.0)"
            })
    void whatIsNoRangeOfOursIsNone(String version) {
        assertThat(VersionRange.of(version)).isEmpty();
    }

    @Test
    void noRangeIsTakenForAVersion() {
        assertThat(Versions.comparable("vers:maven/>=1.79|<=1.80")).isFalse();
        assertThatThrownBy(() -> new VersionRange(Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPackageUrlCarriesTheRangeAsItsQualifier() {
        CryptoAsset.Library library =
                CryptoAsset.Library.of("pkg:maven/io.netty/netty-handler", "vers:maven/>=4.2.8.Final|<=4.2.9.Final");
        assertThat(library.purl())
                .isEqualTo("pkg:maven/io.netty/netty-handler?vers=vers:maven/%3E%3D4.2.8.Final%7C%3C%3D4.2.9.Final");
        assertThat(library.name()).isEqualTo("netty-handler");
        assertThat(LibraryReadiness.standard().of(library).orElseThrow().id()).isEqualTo("netty-handler");
    }
}
