package dev.shirube.exchange;

import dev.shirube.domain.ImportOrigin;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bills of materials that are no CycloneDX in JSON: which of them a document is, and which tool says that it wrote it.
 *
 * <p>Only their heads are looked at here. What is in them is read where bills of materials that lie in a scanned tree are read,
 * by the scanner's detectors: a second reader would be a second home of the same facts.
 */
public record SbomOrigin(String format, ImportOrigin origin) {

    private static final int LONGEST = 200;

    /** SPDX 2 section 6.8: {@code Creator: Tool: syft-1.2.0}, in JSON {@code "Tool: syft-1.2.0"}. */
    private static final Pattern SPDX_TOOL = Pattern.compile("Tool:\\s*([^\\r\\n\"]{1,200})");

    private static final Pattern NAME_AND_VERSION = Pattern.compile("(.+?)[-@ ]v?(\\d[\\w.+-]*)");

    /** CycloneDX in XML until 1.4 and from 1.5: the first name and version within {@code tools}. */
    private static final Pattern XML_TOOL = Pattern.compile(
            "<tools>.*?<name>([^<]{1,200})</name>(?:\\s*<version>([^<]{1,200})</version>)?", Pattern.DOTALL);

    /** The format and origin of a document that begins with these bytes; nothing if it is no bill of materials. */
    public static Optional<SbomOrigin> of(byte[] head, String document) {
        String text = ImportHead.text(head);
        if (text.startsWith("SPDXVersion:")) {
            return Optional.of(new SbomOrigin("SPDX", spdx(text, document)));
        }
        if (text.startsWith("{") && (text.contains("\"spdxVersion\"") || text.contains("spdx.org/rdf/3"))) {
            return Optional.of(new SbomOrigin("SPDX (JSON)", spdx(text, document)));
        }
        if (text.startsWith("<") && text.contains("http://cyclonedx.org/schema/bom/")) {
            Matcher tool = XML_TOOL.matcher(text);
            return Optional.of(new SbomOrigin(
                    "CycloneDX (XML)",
                    tool.find()
                            ? origin(
                                    tool.group(1),
                                    Optional.ofNullable(tool.group(2)).orElse(""),
                                    document)
                            : origin("", "", document)));
        }
        return Optional.empty();
    }

    private static ImportOrigin spdx(String text, String document) {
        Matcher tool = SPDX_TOOL.matcher(text);
        if (!tool.find()) {
            return origin("", "", document);
        }
        Matcher parts = NAME_AND_VERSION.matcher(tool.group(1).strip());
        return parts.matches() ? origin(parts.group(1), parts.group(2), document) : origin(tool.group(1), "", document);
    }

    private static ImportOrigin origin(String tool, String version, String document) {
        String name = tool.strip();
        return new ImportOrigin(
                name.isEmpty() ? ImportOrigin.UNNAMED : name.substring(0, Math.min(name.length(), LONGEST)),
                version.strip(),
                document);
    }
}
