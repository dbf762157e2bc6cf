package dev.shirube.source.java;

import dev.shirube.source.language.Neighbours;
import dev.shirube.source.language.SourceText;
import org.eclipse.jdt.core.dom.CompilationUnit;

/**
 * One parsed file and what it can be read with.
 *
 * @param types what type names stand for in it
 */
record JavaFile(SourceText source, CompilationUnit unit, CatalogueNames names, TypeNames types, SourceTypes others) {

    static JavaFile of(SourceText source, CompilationUnit unit, CatalogueNames names, Neighbours neighbours) {
        return of(source, unit, names, new SourceTypes(neighbours, names));
    }

    static JavaFile of(SourceText source, CompilationUnit unit, CatalogueNames names, SourceTypes others) {
        return new JavaFile(source, unit, names, new TypeNames(source, unit, names, others), others);
    }

    /** Line of that position, from 1. */
    int line(int position) {
        return Math.max(1, unit.getLineNumber(position));
    }

    /** Column of that position, from 1, in UTF-16 units. */
    int column(int position) {
        return unit.getColumnNumber(position) + 1;
    }
}
