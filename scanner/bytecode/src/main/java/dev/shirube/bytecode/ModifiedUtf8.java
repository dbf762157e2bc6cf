package dev.shirube.bytecode;

import java.io.ByteArrayOutputStream;

/** The encoding of names in class files (JVM Specification, section 4.4.7). */
final class ModifiedUtf8 {
    private ModifiedUtf8() {}

    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 1 && letter <= 0x7F) {
                bytes.write(letter);
            } else if (letter <= 0x7FF) {
                bytes.write(0xC0 | letter >> 6);
                bytes.write(0x80 | letter & 0x3F);
            } else {
                bytes.write(0xE0 | letter >> 12);
                bytes.write(0x80 | letter >> 6 & 0x3F);
                bytes.write(0x80 | letter & 0x3F);
            }
        }
        return bytes.toByteArray();
    }
}
