package dev.shirube.shell.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a fault of ours leaves behind into a file, and tells the user where it is. */
final class FaultReport {

    private FaultReport() {}

    /** Writes the report and says so; answers {@link Exit#FAULT}. */
    static Exit write(Throwable fault, Session session) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        String name = cause.getClass().getSimpleName();
        String where;
        try {
            Path file = Files.createTempFile("shirube-fault-", ".txt");
            Files.writeString(file, text(fault, session), StandardCharsets.UTF_8);
            where = file.toString();
        } catch (IOException e) {
            where = session.say("(the report could not be written either)", "（報告書も書き込めませんでした）");
        }
        session.console()
                .warn(session.say(
                        "shirube: a fault of Shirube (" + name + "). What was committed stays. Please send the report "
                                + where,
                        "shirube: Shirube の不具合です（" + name + "）。確定済みの内容は失われません。報告書を送ってください：" + where));
        return Exit.FAULT;
    }

    private static String text(Throwable fault, Session session) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println("shirube " + session.version());
        writer.println("java " + System.getProperty("java.version") + " on " + System.getProperty("os.name"));
        fault.printStackTrace(writer);
        return text.toString();
    }
}
