package dev.shirube.engine;

import dev.shirube.engine.zip.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What of an input is searched for words: its bytes, or of an archive the names of its entries. */
public final class SearchedBytes {
    private SearchedBytes() {}

    /**
     * They are read. The name of a class in another one is a word of its own: {@code A$B.class} has the words of {@code
     * A/B.class}.
     *
     * @throws IOException when they cannot be had; of an archive that cannot be read there are none
     */
    public static byte[] of(ScanInput input, Limits limits) throws IOException {
        return Archives.recognised(input) ? names(input, limits) : new LoadedInput(input).bytes();
    }

    private static byte[] names(ScanInput input, Limits limits) {
        StringBuilder names = new StringBuilder();
        try (ByteSource source = input.open();
                ArchiveListing listing = Archives.list(input.location(), limits, source)) {
            for (int entry = 0; entry < listing.count(); entry++) {
                names.append(listing.name(entry).replace('$', '/')).append('\n');
            }
        } catch (IOException e) {
            return new byte[0]; // whoever opens the archive is told
        }
        return names.toString().getBytes(StandardCharsets.UTF_8);
    }
}
