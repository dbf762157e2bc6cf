package dev.shirube.engine.jimage;

import java.io.IOException;

/** A runtime image, or a resource of one, that is not well-formed; the message is a short technical reason. */
public final class ImageFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    ImageFormatException(String reason) {
        super(reason);
    }
}
