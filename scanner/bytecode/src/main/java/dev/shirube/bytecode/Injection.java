package dev.shirube.bytecode;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * What an annotation says of the setting that a framework writes into a field or a parameter.
 *
 * @param key its key; empty where the expression names it
 * @param expression Spring's: {@code ${key:default}}; else empty
 * @param standard what holds where it is not set; empty where nothing is said
 */
record Injection(String key, String expression, String standard) {

    private static final String SPRING = "Lorg/springframework/beans/factory/annotation/Value;";
    private static final Set<String> MICROPROFILE = Set.of("Lorg/eclipse/microprofile/config/inject/ConfigProperty;");

    /** What the first of the annotations says that says anything; nothing known where none does. */
    static Injection of(List<AnnotationNode> annotations) {
        for (AnnotationNode annotation : annotations == null ? List.<AnnotationNode>of() : annotations) {
            if (annotation.desc.equals(SPRING)) {
                return new Injection("", text(annotation, "value"), "");
            }
            if (MICROPROFILE.contains(annotation.desc)) {
                return new Injection(text(annotation, "name"), "", text(annotation, "defaultValue"));
            }
        }
        return new Injection("", "", "");
    }

    /** Whether it says anything. */
    boolean isKnown() {
        return !key.isEmpty() || !expression.isEmpty();
    }

    private static String text(AnnotationNode annotation, String name) {
        List<Object> values = annotation.values == null ? List.of() : annotation.values;
        for (int i = 0; i + 1 < values.size(); i += 2) {
            if (name.equals(values.get(i)) && values.get(i + 1) instanceof String text) {
                return text;
            }
        }
        return "";
    }
}
