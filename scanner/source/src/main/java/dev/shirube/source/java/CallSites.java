package dev.shirube.source.java;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.CallSite.Kind;
import dev.shirube.domain.EvidenceKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.ClassInstanceCreation;
import org.eclipse.jdt.core.dom.CreationReference;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.ExpressionMethodReference;
import org.eclipse.jdt.core.dom.IMethodBinding;
import org.eclipse.jdt.core.dom.MethodInvocation;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.QualifiedName;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SuperConstructorInvocation;
import org.eclipse.jdt.core.dom.SuperMethodInvocation;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypeDeclaration;
import org.eclipse.jdt.core.dom.TypeMethodReference;

/**
 * Call sites of the catalogue by the syntax node they are written as; each is made once.
 *
 * <p>The line is that of the invoked member's name, or of {@code new}, which is where javac puts it; the column is where
 * that word begins.
 */
final class CallSites {

    private static final String CONSTRUCTOR = "<init>";

    private final JavaFile file;
    private final Owners owners;
    private final Values values;
    private final Map<ASTNode, Optional<CallSite>> known = new IdentityHashMap<>();

    CallSites(JavaFile file) {
        this.file = file;
        this.owners = new Owners(file, this);
        this.values = new Values(file, this);
    }

    Owners owners() {
        return owners;
    }

    /** The call site that is written as that node; nothing when it is none of the catalogue. */
    Optional<CallSite> at(ASTNode node) {
        Optional<CallSite> site = known.get(node);
        if (site == null) {
            known.put(node, Optional.empty()); // a loop in which a value depends on itself ends here
            site = make(node);
            known.put(node, site);
        }
        return site;
    }

    private Optional<CallSite> make(ASTNode node) {
        if (node instanceof MethodInvocation call) {
            return method(call, Optional.ofNullable(call.getExpression()), call.getName(), call.arguments());
        } else if (node instanceof SuperMethodInvocation call) {
            return method(call, Optional.empty(), call.getName(), call.arguments());
        } else if (node instanceof ClassInstanceCreation call) {
            return constructor(call, call.getType(), call.resolveConstructorBinding(), call.arguments());
        } else if (node instanceof SuperConstructorInvocation call) {
            return superclass(call)
                    .flatMap(type -> constructor(call, type, call.resolveConstructorBinding(), call.arguments()));
        } else if (node instanceof ExpressionMethodReference reference) {
            return reference(
                    reference,
                    Optional.of(reference.getExpression()),
                    reference.getName(),
                    reference.resolveMethodBinding());
        } else if (node instanceof TypeMethodReference reference) {
            return owners.ofType(reference.getType())
                    .flatMap(owner -> site(
                            new Use(
                                    reference,
                                    Kind.METHOD_REFERENCE,
                                    owner,
                                    reference.getName().getIdentifier(),
                                    reference.getName()),
                            Optional.empty(),
                            List.of(),
                            ArgumentValue.UNKNOWN));
        } else if (node instanceof CreationReference reference) {
            return owners.ofType(reference.getType())
                    .flatMap(owner -> site(
                            new Use(reference, Kind.METHOD_REFERENCE, owner, CONSTRUCTOR, reference),
                            Optional.empty(),
                            List.of(),
                            ArgumentValue.UNKNOWN));
        } else if (node instanceof Name name) {
            return field(name);
        }
        return CastType.of(node).flatMap(type -> cast(node, type));
    }

    private Optional<CallSite> cast(ASTNode node, Type type) {
        return owners.ofType(type)
                .flatMap(owner -> site(
                        new Use(node, Kind.CAST, owner, CallSite.CAST_MEMBER, node),
                        Optional.empty(),
                        List.of(),
                        ArgumentValue.UNKNOWN));
    }

    /** What is used, how, and the node whose beginning is the place. */
    private record Use(ASTNode node, Kind kind, Owners.Owner owner, String member, ASTNode place) {}

    private Optional<CallSite> method(
            Expression call, Optional<Expression> receiver, SimpleName name, List<?> arguments) {
        String member = name.getIdentifier();
        if (!file.names().isMember(member)) {
            return Optional.empty();
        }
        IMethodBinding binding = name.resolveBinding() instanceof IMethodBinding found ? found : null;
        return owners.ofMethod(receiver, member, binding, call).flatMap(owner -> {
            Kind kind = kind(owner, member, binding);
            ArgumentValue object = kind == Kind.METHOD
                    ? receiver.map(this::object).orElse(new ArgumentValue.Expression("this", "this"))
                    : ArgumentValue.UNKNOWN;
            return site(
                    new Use(call, kind, owner, member, name),
                    descriptor(binding),
                    arguments(arguments, binding),
                    object);
        });
    }

    private ArgumentValue object(Expression receiver) {
        ArgumentValue value = values.of(receiver);
        return value instanceof ArgumentValue.Produced produced
                ? new ArgumentValue.Produced(produced.by(), ObjectUses.of(receiver))
                : value;
    }

    /** Without a binding the catalogue knows whether its member is static. */
    private Kind kind(Owners.Owner owner, String member, IMethodBinding binding) {
        if (binding != null) {
            return Modifier.isStatic(binding.getModifiers()) ? Kind.STATIC_METHOD : Kind.METHOD;
        }
        boolean isStatic =
                file.names().rows(owner.name(), member).stream().anyMatch(row -> row.kind() == Kind.STATIC_METHOD);
        return isStatic ? Kind.STATIC_METHOD : Kind.METHOD;
    }

    private Optional<CallSite> constructor(ASTNode call, Type type, IMethodBinding binding, List<?> arguments) {
        return owners.ofType(type)
                .filter(owner -> !file.names().rows(owner.name(), CONSTRUCTOR).isEmpty())
                .flatMap(owner -> site(
                        new Use(call, Kind.CONSTRUCTOR, owner, CONSTRUCTOR, call),
                        call instanceof ClassInstanceCreation creation
                                        && creation.getAnonymousClassDeclaration() != null
                                ? Optional.empty()
                                : descriptor(binding),
                        arguments(arguments, binding),
                        ArgumentValue.UNKNOWN));
    }

    private static Optional<Type> superclass(ASTNode node) {
        ASTNode at = node;
        while (at != null && !(at instanceof AbstractTypeDeclaration)) {
            at = at.getParent();
        }
        return at instanceof TypeDeclaration type ? Optional.ofNullable(type.getSuperclassType()) : Optional.empty();
    }

    private Optional<CallSite> reference(
            ASTNode node, Optional<Expression> receiver, SimpleName name, IMethodBinding binding) {
        String member = name.getIdentifier();
        return owners.ofMethod(receiver, member, binding, node)
                .flatMap(owner -> site(
                        new Use(node, Kind.METHOD_REFERENCE, owner, member, name),
                        descriptor(binding),
                        List.of(),
                        ArgumentValue.UNKNOWN));
    }

    private Optional<CallSite> field(Name name) {
        SimpleName last = name instanceof QualifiedName qualified ? qualified.getName() : (SimpleName) name;
        if (!file.names().isMember(last.getIdentifier())) {
            return Optional.empty();
        }
        return owners.ofField(name)
                .flatMap(owner -> site(
                        new Use(name, Kind.FIELD, owner, last.getIdentifier(), last),
                        Optional.empty(),
                        List.of(),
                        ArgumentValue.UNKNOWN));
    }

    private static Optional<String> descriptor(IMethodBinding binding) {
        return binding == null ? Optional.empty() : Bindings.descriptor(binding);
    }

    /** One value for each parameter: what is given to a variable number of parameters is an array, as in bytecode. */
    private List<ArgumentValue> arguments(List<?> written, IMethodBinding binding) {
        List<ArgumentValue> given = new ArrayList<>();
        written.forEach(it -> given.add(values.of((Expression) it)));
        if (binding == null || !binding.isVarargs() || isArrayGiven(written, binding)) {
            return given;
        }
        int fixed = Math.min(binding.getParameterTypes().length - 1, given.size());
        List<ArgumentValue> packed = new ArrayList<>(given.subList(0, fixed));
        packed.add(new ArgumentValue.Elements(given.subList(fixed, given.size())));
        return packed;
    }

    private static boolean isArrayGiven(List<?> written, IMethodBinding binding) {
        int parameters = binding.getParameterTypes().length;
        if (written.size() != parameters) {
            return false;
        }
        Expression last = (Expression) written.get(parameters - 1);
        return last.resolveTypeBinding() == null
                || last.resolveTypeBinding().isNullType()
                || last.resolveTypeBinding().getDimensions()
                        == binding.getParameterTypes()[parameters - 1].getDimensions();
    }

    private Optional<CallSite> site(
            Use use, Optional<String> descriptor, List<ArgumentValue> arguments, ArgumentValue receiver) {
        int position = use.place().getStartPosition();
        CallSite site = new CallSite(
                use.kind(),
                use.owner().name(),
                use.member(),
                descriptor,
                arguments,
                receiver,
                file.source().location(),
                OptionalInt.of(file.line(position)),
                OptionalInt.of(file.column(position)),
                EnclosingMember.of(use.node()),
                EvidenceKind.SOURCE,
                file.source().context(),
                use.owner().exact());
        boolean meant = file.names().rows(site.owner(), site.member()).stream().anyMatch(row -> row.matches(site));
        return meant ? Optional.of(site) : Optional.empty();
    }
}
