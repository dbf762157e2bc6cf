package dev.shirube.engine;

import dev.shirube.engine.ScanTarget.ImportTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads a bill of materials that is imported, whatever its file is called: as one input with the name that the detectors of
 * such documents know it by.
 */
public final class ImportReader implements TargetReader {

    private static final int HEAD = 4_096;

    @Override
    public boolean reads(ScanTarget target) {
        return target instanceof ImportTarget;
    }

    @Override
    public void read(ScanTarget target, ScanContext context, ScanJournal journal, UnitConsumer units)
            throws IOException, TargetException {
        Path path = ((ImportTarget) target).path();
        if (!Files.isRegularFile(path)) {
            throw new TargetException(
                    path + " is not a regular file. Name the document to import.",
                    path + " は通常のファイルではありません。取り込む文書を指定してください。");
        }
        units.accept(new FileUnit(name(path), path, Files.readAttributes(path, BasicFileAttributes.class), context));
    }

    private static String name(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .stripLeading();
            return head.startsWith("{") ? "bom.json" : head.startsWith("<") ? "bom.xml" : "bom.spdx";
        }
    }
}
