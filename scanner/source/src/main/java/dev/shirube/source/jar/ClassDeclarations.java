package dev.shirube.source.jar;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.core.Signature;
import org.eclipse.jdt.core.ToolFactory;
import org.eclipse.jdt.core.util.IClassFileReader;
import org.eclipse.jdt.core.util.IConstantPoolConstant;
import org.eclipse.jdt.core.util.IConstantPoolEntry;
import org.eclipse.jdt.core.util.IFieldInfo;
import org.eclipse.jdt.core.util.IMethodInfo;

/** What a class file declares: supertypes, constants, and the types of fields and methods. Code in it is not followed. */
final class ClassDeclarations {

    private static final int PARTS =
            IClassFileReader.SUPER_INTERFACES | IClassFileReader.FIELD_INFOS | IClassFileReader.METHOD_INFOS;

    private final Set<String> referred;

    /** @param referred where the names of other classes go, as {@code com.acme.Names}; of an inner class that of the outermost */
    ClassDeclarations(Set<String> referred) {
        this.referred = referred;
    }

    /** The type, under that name; nothing where the bytes are no class file. */
    Optional<TypeDeclaration> read(byte[] bytes, String simpleName, List<TypeDeclaration> inside) {
        try {
            return Optional.ofNullable(ToolFactory.createDefaultClassFileReader(new ByteArrayInputStream(bytes), PARTS))
                    .map(it -> type(it, simpleName, inside));
        } catch (RuntimeException e) {
            // Of broken bytes JDT documents a null; its reader throws what its own code happens to throw as well.
            return Optional.empty();
        }
    }

    private TypeDeclaration type(IClassFileReader file, String simpleName, List<TypeDeclaration> inside) {
        List<Expression> supertypes = new ArrayList<>();
        if (file.getSuperclassName() != null) {
            supertypes.add(named(new String(file.getSuperclassName()).replace('/', '.')));
        }
        for (char[] name : file.getInterfaceNames()) {
            supertypes.add(named(new String(name).replace('/', '.')));
        }
        List<TypeDeclaration.EnumConstant> constants = new ArrayList<>();
        List<TypeDeclaration.Field> fields = new ArrayList<>();
        for (IFieldInfo field : file.getFieldInfos()) {
            if ((field.getAccessFlags() & ENUM) != 0) {
                constants.add(new TypeDeclaration.EnumConstant(
                        Place.NONE, new String(field.getName()), List.of(), Optional.empty()));
            } else if (isSeen(field.getAccessFlags())) {
                fields.add(field(field));
            }
        }
        List<Function> methods = new ArrayList<>();
        for (IMethodInfo method : file.getMethodInfos()) {
            if (isSeen(method.getAccessFlags()) && !method.isClinit()) {
                methods.add(method(method));
            }
        }
        return new TypeDeclaration(Place.NONE, simpleName, supertypes, constants, fields, methods, inside);
    }

    /** {@code ACC_ENUM} and {@code ACC_SYNTHETIC} of the Java Virtual Machine Specification, table 4.5-A. */
    private static final int ENUM = 0x4000;

    private static final int SYNTHETIC = 0x1000;

    private static boolean isSeen(int flags) {
        return (flags & SYNTHETIC) == 0 && !Modifier.isPrivate(flags);
    }

    private TypeDeclaration.Field field(IFieldInfo field) {
        boolean fixed = Modifier.isFinal(field.getAccessFlags());
        return new TypeDeclaration.Field(
                Place.NONE,
                new String(field.getName()),
                type(field.getDescriptor()),
                field.hasConstantValueAttribute() && fixed
                        ? constant(field.getConstantValueAttribute().getConstantValue())
                        : Optional.empty(),
                fixed);
    }

    private static Optional<Expression> constant(IConstantPoolEntry value) {
        return switch (value.getKind()) {
            case IConstantPoolConstant.CONSTANT_String ->
                Optional.of(new Expression.Text(Place.NONE, value.getStringValue()));
            case IConstantPoolConstant.CONSTANT_Integer ->
                Optional.of(new Expression.Whole(Place.NONE, value.getIntegerValue()));
            case IConstantPoolConstant.CONSTANT_Long ->
                Optional.of(new Expression.Whole(Place.NONE, value.getLongValue()));
            default -> Optional.empty();
        };
    }

    private Function method(IMethodInfo method) {
        List<Function.Parameter> parameters = new ArrayList<>();
        boolean varargs = (method.getAccessFlags() & VARARGS) != 0;
        char[][] types = Signature.getParameterTypes(method.getDescriptor());
        for (int i = 0; i < types.length; i++) {
            boolean rest = varargs && i == types.length - 1;
            parameters.add(new Function.Parameter("p" + i, type(types[i]), Optional.empty(), rest));
        }
        return new Function(
                Place.NONE,
                method.isConstructor() ? Function.CONSTRUCTOR : new String(method.getName()),
                parameters,
                type(Signature.getReturnType(method.getDescriptor())),
                Statement.Block.EMPTY);
    }

    /** {@code ACC_VARARGS} of the same specification, table 4.6-A. */
    private static final int VARARGS = 0x80;

    /** The class that a descriptor names; nothing of arrays and primitive types. */
    private Optional<Expression> type(char[] descriptor) {
        return descriptor[0] == Signature.C_RESOLVED
                ? Optional.of(named(new String(descriptor, 1, descriptor.length - 2).replace('/', '.')))
                : Optional.empty();
    }

    private Expression named(String name) {
        int inner = name.indexOf('$', name.lastIndexOf('.') + 2);
        referred.add(inner < 0 ? name : name.substring(0, inner));
        String[] parts = name.replace('$', '.').split("\\.", -1);
        Expression at = new Expression.Name(Place.NONE, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            at = new Expression.Member(Place.NONE, at, parts[i]);
        }
        return at;
    }
}
