package dev.shirube.engine.zip;

import java.io.IOException;

/** An archive or entry that is not as the format wants it; the message is a short English technical reason. */
public final class ZipFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    ZipFormatException(String reason) {
        super(reason);
    }
}
