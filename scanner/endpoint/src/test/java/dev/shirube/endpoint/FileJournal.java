package dev.shirube.endpoint;

import dev.shirube.engine.ScanJournal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;

/**
 * A journal in a file: a line for each event, the last one perhaps cut off. What was written outlives the process, and is
 * not told before the file is opened again.
 */
final class FileJournal implements ScanJournal, AutoCloseable {
    private final ScanJournal.InMemory known = new ScanJournal.InMemory();
    private final OutputStream out;

    FileJournal(Path file) throws IOException {
        if (Files.exists(file)) {
            String text = Files.readString(file);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::replay);
        }
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void replay(String line) {
        String[] words = line.split(" ");
        if (words[0].equals("finish")) {
            known.finish(words[1]);
        } else if (words.length == 4) {
            known.record(words[1], Base64.getDecoder().decode(words[2]));
        }
    }

    @Override
    public boolean finished(String unit) {
        return known.finished(unit);
    }

    @Override
    public void finish(String unit) {
        write("finish " + unit + "\n");
        known.finish(unit);
    }

    @Override
    public List<byte[]> recorded(String unit) {
        return known.recorded(unit);
    }

    @Override
    public void record(String unit, byte[] part) {
        write("record " + unit + " " + Base64.getEncoder().encodeToString(part) + " .\n");
    }

    private synchronized void write(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
