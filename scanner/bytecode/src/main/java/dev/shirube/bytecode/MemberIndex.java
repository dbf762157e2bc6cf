package dev.shirube.bytecode;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** The catalogue's members by internal name ({@code java/security/Signature}), for look-ups that allocate nothing. */
final class MemberIndex {

    /** Tags of CONSTANT_Fieldref, CONSTANT_Methodref and CONSTANT_InterfaceMethodref (JVM Specification, table 4.4-A). */
    private static final int FIRST_REFERENCE = 9;

    private static final int LAST_REFERENCE = 11;

    /** Tag of CONSTANT_Class. */
    private static final int CLASS = 7;

    private final Map<String, Set<String>> members = new HashMap<>();

    MemberIndex(Catalogue catalogue) {
        for (ApiPoint point : catalogue.points()) {
            members.computeIfAbsent(point.owner().replace('.', '/'), owner -> new HashSet<>())
                    .add(point.member());
        }
    }

    boolean has(String owner, String member) {
        Set<String> names = members.get(owner);
        return names != null && names.contains(member);
    }

    /** Whether the constant pool refers to any member of the catalogue; no method is looked at for that. */
    boolean mentioned(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            int tag = item == 0 ? 0 : reader.readByte(item - 1);
            if (isReference(tag) && mentions(reader, item, buffer)
                    || tag == CLASS && has(reader.readUTF8(item, buffer), CallSite.CAST_MEMBER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReference(int tag) {
        return tag >= FIRST_REFERENCE && tag <= LAST_REFERENCE;
    }

    private boolean mentions(ClassReader reader, int item, char[] buffer) {
        Set<String> names = members.get(reader.readClass(item, buffer));
        if (names == null) {
            return false;
        }
        int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
        return names.contains(reader.readUTF8(nameAndType, buffer));
    }
}
