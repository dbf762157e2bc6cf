package dev.shirube.material.fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Takes in what a class is made of, each kind of thing reduced to what relocation keeps. */
final class ShapeDigest {

    private static final String DIGEST = "SHA-256";
    private static final int LAST_ASCII_CONTROL = 0x1F;

    private final MessageDigest digest;

    ShapeDigest() {
        try {
            digest = MessageDigest.getInstance(DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + DIGEST, e);
        }
    }

    void number(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (value >>> shift));
        }
    }

    void opcode(int opcode) {
        digest.update((byte) opcode);
    }

    void text(String text) {
        digest.update(text.getBytes(StandardCharsets.ISO_8859_1));
        digest.update((byte) LAST_ASCII_CONTROL);
    }

    /** Of a type as class files write it ({@code a/b/C}, {@code [La/b/C;}) the name without its package. */
    void simpleName(String type) {
        text(type.substring(type.lastIndexOf('/') + 1));
    }

    /** Of a descriptor (JVM Specification, section 4.3) everything but which classes it names. */
    void shape(String descriptor) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < descriptor.length(); i++) {
            char kind = descriptor.charAt(i);
            shape.append(kind);
            if (kind == 'L') {
                int end = descriptor.indexOf(';', i);
                i = end < 0 ? descriptor.length() : end;
            }
        }
        text(shape.toString());
    }

    /** A number or a text; of a text that may name a package only that it is there. */
    void constant(ClassBytes file, int constant) {
        int tag = file.tag(constant);
        opcode(tag);
        switch (tag) {
            case ClassBytes.INTEGER, ClassBytes.FLOAT, ClassBytes.LONG, ClassBytes.DOUBLE ->
                number(file.number(constant));
            case ClassBytes.CLASS -> simpleName(file.named(constant));
            case ClassBytes.STRING -> {
                String text = file.named(constant);
                text(mayNamePackage(text) ? "" : text);
            }
            default -> {
                // Method types and handles name classes; their place in the code is enough.
            }
        }
    }

    /** Whether tools that relocate classes might take that for a class name or a resource. */
    private static boolean mayNamePackage(String text) {
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (dot + 1 < text.length() && Character.isLetter(text.charAt(dot + 1))) {
                return true;
            }
        }
        return text.indexOf('/') >= 0;
    }

    /** The first characters of the digest. */
    String text(int length) {
        return Base64.getUrlEncoder().encodeToString(digest.digest()).substring(0, length);
    }
}
