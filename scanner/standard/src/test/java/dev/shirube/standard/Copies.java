package dev.shirube.standard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import proguard.Configuration;
import proguard.ConfigurationParser;
import proguard.ProGuard;

/** Copies of a library as builds make them: its classes under other names, or under another package. */
final class Copies {
    private Copies() {}

    /** ProGuard gives all classes and members other names and puts them into one package; the code stays as it is. */
    static Path renamed(Path jar, Path folder) throws Exception {
        Path copy = folder.resolve("renamed-" + jar.getFileName());
        String[] options = {
            "-injars",
            jar + "(!META-INF/**,**.class)",
            "-outjars",
            copy.toString(),
            "-libraryjars",
            platform(folder).toString(),
            "-dontshrink",
            "-dontoptimize",
            "-dontnote",
            "-dontwarn",
            "-ignorewarnings",
            "-keep",
            "class of.this.Name", // it insists on a class to keep; there is none of this name
            "-repackageclasses",
            "o",
            "-keepattributes",
            "InnerClasses,EnclosingMethod,Signature,LineNumberTable"
        };
        Configuration configuration = new Configuration();
        try (ConfigurationParser parser = new ConfigurationParser(options, System.getProperties())) {
            parser.parse(configuration);
        }
        new ProGuard(configuration).execute();
        return copy;
    }

    /** The classes of the running JDK that a library extends and implements. */
    private static Path platform(Path folder) throws IOException {
        Path jar = folder.resolve("platform.jar");
        if (Files.exists(jar)) {
            return jar;
        }
        FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
        Path base = runtime.getPath("/modules/java.base");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(base)) {
            zip.setLevel(0);
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = base.relativize(file).toString();
                if (name.startsWith("java") && name.endsWith(".class")) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(file, zip);
                }
            }
        }
        return jar;
    }

    /**
     * The classes of that root and nothing else, moved to another root as shading does.
     *
     * @param root a package and what is below it, as in {@code org/bouncycastle}
     * @param wanted which entries of the root are copied
     */
    static Path relocated(Path jar, String root, String target, Predicate<String> wanted, Path folder)
            throws IOException {
        Path copy = folder.resolve("shaded-" + jar.getFileName());
        Remapper remapper = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return name.startsWith(root + "/") ? target + name.substring(root.length()) : name;
            }
        };
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            Enumeration<? extends ZipEntry> entries = in.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(root + "/") && name.endsWith(".class") && wanted.test(name)) {
                    ClassWriter writer = new ClassWriter(0);
                    new ClassReader(in.getInputStream(entry).readAllBytes())
                            .accept(new ClassRemapper(writer, remapper), 0);
                    out.putNextEntry(new ZipEntry(target + name.substring(root.length())));
                    out.write(writer.toByteArray());
                }
            }
        }
        return copy;
    }
}
