package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.core.dom.Annotation;
import org.eclipse.jdt.core.dom.MemberValuePair;
import org.eclipse.jdt.core.dom.NormalAnnotation;
import org.eclipse.jdt.core.dom.SingleMemberAnnotation;
import org.eclipse.jdt.core.dom.StringLiteral;

/** Settings that a framework puts into a field or parameter, as its annotations say. */
final class Injected {
    private Injected() {}

    /** The call {@code Value("${key:default}")}; nothing where no annotation names a setting. */
    static Optional<Expression> by(List<?> modifiers, JavaLowering java) {
        for (Object modifier : modifiers) {
            Optional<String> placeholder =
                    modifier instanceof Annotation annotation ? placeholder(annotation) : Optional.empty();
            if (placeholder.isPresent()) {
                Place place = java.place((Annotation) modifier);
                return Optional.of(new Expression.Call(
                        place,
                        new Expression.Name(place, "Value"),
                        List.of(Expression.Argument.of(new Expression.Text(place, placeholder.get()))),
                        false));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> placeholder(Annotation annotation) {
        String name = annotation.getTypeName().getFullyQualifiedName();
        Map<String, String> members = members(annotation);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "Value" -> Optional.ofNullable(members.get("value"));
            case "ConfigProperty" -> // MicroProfile Config
                Optional.ofNullable(members.get("name"))
                        .map(key -> "${" + key
                                + (members.containsKey("defaultValue") ? ":" + members.get("defaultValue") : "")
                                + "}");
            default -> Optional.empty();
        };
    }

    private static Map<String, String> members(Annotation annotation) {
        Map<String, String> members = new HashMap<>();
        if (annotation instanceof SingleMemberAnnotation it && it.getValue() instanceof StringLiteral text) {
            members.put("value", text.getLiteralValue());
        } else if (annotation instanceof NormalAnnotation it) {
            for (Object each : it.values()) {
                MemberValuePair pair = (MemberValuePair) each;
                if (pair.getValue() instanceof StringLiteral text) {
                    members.put(pair.getName().getIdentifier(), text.getLiteralValue());
                }
            }
        }
        return members;
    }
}
