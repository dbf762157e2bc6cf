package dev.shirube.material.library;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Module descriptors as a compiler writes them (JVM Specification, section 4.7.25). */
final class ModuleFixture {

    private ModuleFixture() {}

    /** @param version empty for none */
    static byte[] of(String name, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(53);
        out.writeShort(7);
        utf8(out, "module-info");
        out.writeByte(7);
        out.writeShort(1);
        utf8(out, name);
        out.writeByte(19);
        out.writeShort(3);
        utf8(out, "Module");
        utf8(out, version);
        out.writeShort(0x8000);
        out.writeShort(2);
        for (int i = 0; i < 4; i++) {
            out.writeShort(0); // no superclass, interfaces, fields or methods
        }
        out.writeShort(1);
        out.writeShort(5);
        out.writeInt(16);
        out.writeShort(4);
        out.writeShort(0);
        out.writeShort(version.isEmpty() ? 0 : 6);
        for (int i = 0; i < 5; i++) {
            out.writeShort(0); // requires, exports, opens, uses and provides nothing
        }
        return bytes.toByteArray();
    }

    private static void utf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }
}
