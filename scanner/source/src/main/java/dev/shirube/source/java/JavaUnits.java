package dev.shirube.source.java;

import dev.shirube.domain.Diagnostic;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.BodyDeclaration;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.ImportDeclaration;

/** A whole file. */
final class JavaUnits {
    private JavaUnits() {}

    static ProgramFile lower(JavaFile file, List<Diagnostic> diagnostics) {
        CompilationUnit unit = file.unit();
        JavaLowering java = new JavaLowering(file);
        List<TypeDeclaration> types = new ArrayList<>();
        for (Object type : unit.types()) {
            types.add(java.declarations().type((AbstractTypeDeclaration) type));
        }
        return new ProgramFile(
                file.source(),
                unit.getPackage() == null ? "" : unit.getPackage().getName().getFullyQualifiedName(),
                imports(file),
                types,
                List.of(),
                Statement.Block.EMPTY,
                diagnostics,
                members(unit));
    }

    private static List<Import> imports(JavaFile file) {
        List<Import> imports = new ArrayList<>();
        for (Object each : file.unit().imports()) {
            ImportDeclaration node = (ImportDeclaration) each;
            String path = node.getName().getFullyQualifiedName();
            Place place = file.place(node);
            imports.add(
                    node.isOnDemand()
                            ? Import.all(place, path)
                            : Import.of(place, path, path.substring(path.lastIndexOf('.') + 1)));
        }
        imports.add(Import.all(Place.NONE, "java.lang"));
        return imports;
    }

    private static List<ProgramFile.Region> members(CompilationUnit unit) {
        List<ProgramFile.Region> members = new ArrayList<>();
        unit.accept(new ASTVisitor() {
            @Override
            public void preVisit(ASTNode node) {
                if (node instanceof BodyDeclaration) {
                    int start = Math.max(0, node.getStartPosition());
                    members.add(new ProgramFile.Region(
                            start, start + Math.max(0, node.getLength()), EnclosingMember.of(node)));
                }
            }
        });
        return members;
    }
}
