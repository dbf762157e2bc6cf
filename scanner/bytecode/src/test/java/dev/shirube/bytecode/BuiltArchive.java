package dev.shirube.bytecode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds archives of classes that were compiled into a folder. */
final class BuiltArchive {

    private final Path classes;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    BuiltArchive(Path classes) {
        this.classes = classes;
    }

    BuiltArchive text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    BuiltArchive bytes(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    BuiltArchive manifest(String... lines) {
        return text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", lines) + "\n\n");
    }

    BuiltArchive pom(String group, String artifact) {
        return text("META-INF/maven/" + group + "/" + artifact + "/pom.properties", "groupId=" + group + "\n");
    }

    /** Classes by their internal names, in that folder of the archive. */
    BuiltArchive classes(String folder, String... names) {
        for (String name : names) {
            try {
                bytes(folder + name + ".class", Files.readAllBytes(classes.resolve(name + ".class")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** The archive, its entries stored. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> it : entries.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(it.getValue());
                ZipEntry entry = new ZipEntry(it.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(it.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(it.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
