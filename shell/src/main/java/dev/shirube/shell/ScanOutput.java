package dev.shirube.shell;

import dev.shirube.domain.Inventory;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code --out}: a scan's own result as a file or on standard output; the shell chooses the encoder.
 *
 * @param file where to; {@code -} is standard output; empty where nothing was asked for
 */
record ScanOutput(Optional<String> file, String format) {

    /** Formats by the ending that asks for them; the longest ending that fits wins, so their order matters. */
    private static final Map<String, String> ENDINGS = endings();

    /** The names of the formats, for {@code --format}. */
    static final List<String> FORMATS = List.of("cdx", "cdx16", "sarif", "jsonl", "csv");

    private static Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put(".cdx.json", "cdx");
        endings.put(".cdx16.json", "cdx16");
        endings.put(".sarif", "sarif");
        endings.put(".jsonl", "jsonl");
        endings.put(".csv", "csv");
        return endings;
    }

    static ScanOutput of(Invocation line) {
        Optional<String> out = line.value("out");
        Optional<String> format = line.value("format");
        if (out.isEmpty()) {
            if (format.isPresent()) {
                throw CommandFailure.usage(
                        "--format says nothing without --out. Add --out -.", "--format は --out と併せて指定してください（--out -）。");
            }
            return new ScanOutput(out, "");
        }
        if (out.get().equals("-")) {
            return new ScanOutput(out, format.orElseThrow(ScanOutput::noFormat));
        }
        String chosen = format.orElseGet(() -> ofEnding(out.get()));
        OutputFile.named(out.get());
        return new ScanOutput(out, chosen);
    }

    /** The format that a file's ending asks for. */
    static String ofEnding(String file) {
        return ENDINGS.entrySet().stream()
                .filter(it -> file.endsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> {
                    String known = String.join(", ", ENDINGS.keySet());
                    return CommandFailure.usage(
                            file + ": no format has that ending. Use one of: " + known + ".",
                            file + "：対応する形式がありません。次の拡張子を使ってください：" + known);
                });
    }

    private static CommandFailure noFormat() {
        return CommandFailure.usage(
                "--out - needs --format. Give one of: " + String.join(", ", FORMATS) + ".",
                "--out - には --format が必要です。次から選んでください：" + String.join(", ", FORMATS));
    }

    boolean wanted() {
        return file.isPresent();
    }

    boolean toStdout() {
        return file.filter("-"::equals).isPresent();
    }

    /** Writes the results of this scan, if that was asked for. */
    void write(Workspace scanned, Session session) {
        if (!wanted()) {
            return;
        }
        Inventory inventory = scanned.inventory();
        if (toStdout()) {
            try {
                encode(format, inventory, session, session.console().outBytes());
                session.console().outBytes().flush();
            } catch (IOException e) {
                // Standard output remembers its own failures; this one is the encoder's.
                throw new UncheckedIOException(e);
            }
        } else {
            OutputFile.named(file.orElseThrow()).write(out -> encode(format, inventory, session, out));
        }
    }

    /** Writes an inventory in that format. */
    static void encode(String format, Inventory inventory, Session session, OutputStream out) throws IOException {
        Encoders.named(format).write(inventory, session, out);
    }
}
