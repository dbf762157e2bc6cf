package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.exchange.ForeignFormat;
import dev.shirube.exchange.cyclonedx.CbomFormat;
import dev.shirube.exchange.foreign.NmapFormat;
import dev.shirube.exchange.foreign.SslscanFormat;
import dev.shirube.exchange.foreign.TestsslFormat;
import dev.shirube.exchange.jsonl.FindingsReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one list of formats that can be imported; the first that recognises a document reads it. */
final class ImportFormats {

    private static final List<ForeignFormat> ALL =
            List.of(new CbomFormat(), new FindingsReader(), new SslscanFormat(), new NmapFormat(), new TestsslFormat());

    /** Bills of materials that the scanner's detectors read. */
    private static final String SBOMS = "CycloneDX (XML), SPDX 2 (JSON, tag-value), SPDX 3 (JSON)";

    private ImportFormats() {}

    /** The format of a document that begins with these bytes. */
    static Optional<ForeignFormat> of(byte[] head) {
        return ALL.stream().filter(it -> it.recognises(head)).findFirst();
    }

    /** What is accepted, for people. */
    static Text accepted() {
        return new Text(
                ALL.stream().map(it -> it.name().ja()).distinct().collect(Collectors.joining("、")) + "、" + SBOMS,
                ALL.stream().map(it -> it.name().en()).distinct().collect(Collectors.joining(", ")) + ", " + SBOMS);
    }
}
