package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.jimage.ImageEntry;
import dev.shirube.engine.jimage.ImageFormatException;
import dev.shirube.engine.jimage.RuntimeImage;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The index of a runtime image. */
final class ImageListing implements ArchiveListing {
    private static final String FORMAT = "Java runtime image (jimage)";

    private final RuntimeImage image;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ImageListing(String location, int most, RuntimeImage image) {
        this.image = image;
        if (!image.faults().isEmpty()) {
            diagnostics.add(Diagnostic.of(MALFORMED, location, FORMAT, Reasons.of(image.faults())));
        }
        if (!image.complete()) {
            diagnostics.add(Diagnostic.of(LIMIT_REACHED, location, "entries=" + most, "entry " + (most + 1)));
        }
    }

    /** Lists at most as many resources as the limits allow. */
    static ImageListing of(String location, Limits limits, ByteSource source) throws IOException {
        try {
            return new ImageListing(location, limits.entries(), RuntimeImage.read(source, limits.entries()));
        } catch (ImageFormatException e) {
            throw new DiagnosedException(MALFORMED, FORMAT, e.getMessage());
        }
    }

    @Override
    public int count() {
        return image.entries().size();
    }

    @Override
    public String name(int entry) {
        return image.entries().get(entry).name();
    }

    @Override
    public long size(int entry) {
        return image.entries().get(entry).size();
    }

    @Override
    public boolean folder(int entry) {
        return image.entries().get(entry).table();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public SeekableInput input(int entry, String location, ArchiveCosts.Allowance allowance) {
        return new Resource(location, image.entries().get(entry), image, allowance);
    }

    @Override
    public void close() {
        // The source is closed by whoever opened it, and there is nothing else.
    }

    /** A resource of an image. */
    private record Resource(String location, ImageEntry entry, RuntimeImage image, ArchiveCosts.Allowance allowance)
            implements SeekableInput {
        @Override
        public long size() {
            return entry.size();
        }

        @Override
        public Loaded load() throws IOException {
            allowance.check();
            Limits limits = allowance.limits();
            try {
                return new Loaded(
                        image.bytes(entry, new ZipLimits(allowance.mostBytes(), limits.ratio(), limits.ratioFloor())),
                        List.of());
            } catch (ImageFormatException e) {
                throw new DiagnosedException(MALFORMED, "resource of a Java runtime image", e.getMessage());
            }
        }

        @Override
        public byte[] head(int length) throws IOException {
            if (entry.stored()) {
                ByteSource content = image.slice(entry);
                return content.bytes(0, (int) Math.min(length, content.size()));
            }
            byte[] bytes = bytes();
            return Arrays.copyOf(bytes, Math.min(length, bytes.length));
        }

        @Override
        public ByteSource open() throws IOException {
            return entry.stored() ? image.slice(entry) : ByteSource.of(Memory.bounded(size(), this::bytes));
        }
    }
}
