package dev.shirube.engine.zip;

import java.io.IOException;

/** An entry that can be read only with a password; the message names the kind of encryption. */
public final class ZipEncryptedException extends IOException {
    private static final long serialVersionUID = 1L;

    ZipEncryptedException(String kind) {
        super(kind);
    }
}
