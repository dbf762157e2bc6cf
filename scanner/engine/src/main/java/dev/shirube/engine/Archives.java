package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.NOT_WHAT_IT_SAYS;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.jimage.RuntimeImage;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipDirectory;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells archives by their bytes; a name only makes it worth a second look. */
final class Archives {
    private Archives() {}

    /** Whether the input is to be opened as an archive; what cannot be read is none. */
    static boolean recognised(ScanInput original) {
        LoadedInput input = new LoadedInput(original);
        try {
            return recognised(input, input.head(FileKinds.HEAD, false), it -> {});
        } catch (IOException e) {
            return false; // whoever looks at it as an input is told why it cannot be read
        }
    }

    /** Whether the input is to be opened as an archive; notes one that is only named so. */
    static boolean recognised(LoadedInput input, byte[] head, Consumer<Diagnostic> diagnostics) throws IOException {
        if (FileKinds.beginsLikeZip(head) || RuntimeImage.begins(head)) {
            return true;
        }
        Optional<String> named = FileKinds.STANDARD.namedLikeArchive(input.name());
        if (named.isEmpty() && !FileKinds.beginsLikeProgram(head)) {
            return false;
        }
        try (ByteSource source = input.seekable().open()) {
            if (ZipDirectory.present(source)) {
                return true;
            }
        }
        named.ifPresent(it -> diagnostics.accept(
                Diagnostic.of(NOT_WHAT_IT_SAYS, input.location(), "." + it, "no ZIP directory found")));
        return false;
    }

    /**
     * What an archive lists, whichever kind it is.
     *
     * @throws IOException when there is no directory that could be read
     */
    static ArchiveListing list(String location, Limits limits, ByteSource source) throws IOException {
        byte[] head = source.bytes(0, (int) Math.min(FileKinds.HEAD, source.size()));
        return RuntimeImage.begins(head)
                ? ImageListing.of(location, limits, source)
                : ZipListing.of(location, limits, source);
    }
}
