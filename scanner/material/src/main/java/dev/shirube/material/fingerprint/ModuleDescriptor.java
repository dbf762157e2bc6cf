package dev.shirube.material.fingerprint;

import java.util.Optional;

/**
 * What a {@code module-info.class} says of its module (JVM Specification, sections 4.7.25 and 4.7.27), read without loading it.
 *
 * @param name the module's name, for example {@code org.bouncycastle.provider}
 * @param version the version it was compiled with; empty where none was given
 * @param mainClass with dots; empty where there is none
 */
public record ModuleDescriptor(String name, String version, String mainClass) {

    /** The descriptor in that class file; nothing for another class, or what is no class file. */
    public static Optional<ModuleDescriptor> of(byte[] bytes) {
        try {
            return read(new ClassBytes(bytes));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty(); // as in ClassFingerprint: every offset in the file is hostile
        }
    }

    private static Optional<ModuleDescriptor> read(ClassBytes file) {
        // A module has no interfaces, fields or methods (section 4.1): three counts of zero, then the attributes.
        int at = file.behindPool() + 6;
        if (file.u2(at) != 0 || file.u2(at + 2) != 0 || file.u2(at + 4) != 0) {
            return Optional.empty();
        }
        String name = "";
        String version = "";
        String mainClass = "";
        int attributes = file.u2(at + 6);
        at += 8;
        for (int i = 0; i < attributes; i++) {
            String attribute = file.text(file.u2(at));
            if (attribute.equals("Module")) {
                name = file.named(file.u2(at + 6));
                version = file.u2(at + 10) == 0 ? "" : file.text(file.u2(at + 10));
            } else if (attribute.equals("ModuleMainClass")) {
                mainClass = file.named(file.u2(at + 6)).replace('/', '.');
            }
            at += 6 + file.u4(at + 2);
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new ModuleDescriptor(name, version, mainClass));
    }
}
