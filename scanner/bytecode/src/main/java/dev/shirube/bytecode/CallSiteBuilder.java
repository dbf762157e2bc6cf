package dev.shirube.bytecode;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.CallSite;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.EvidenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Makes the call sites of one method from what flows into its instructions. */
final class CallSiteBuilder {

    private final MemberIndex index;
    private final MethodCode method;
    private final MethodFlow flow;
    private final String location;
    private final String enclosing;
    private final ArgumentBuilder arguments;
    private final Map<MethodCode.Site, CallSite> built = new HashMap<>();
    private ObjectUses uses;

    CallSiteBuilder(
            ParsedClass owner, MethodCode method, MethodFlow flow, Supplier<Follower> follower, String location) {
        this.index = owner.index();
        this.method = method;
        this.flow = flow;
        this.location = location;
        this.enclosing = Names.member(owner.name(), method.name) + method.desc;
        this.arguments =
                new ArgumentBuilder(flow, new BeyondMethod(new Scope(owner, method, flow), follower), this::made);
    }

    /** Every site of the method, in the order of the code. */
    List<CallSite> sites() {
        List<CallSite> sites = new ArrayList<>();
        method.sites().forEach(site -> sites.add(site(site)));
        return sites;
    }

    /** The call site at an instruction that makes a value; nothing if it is none of the catalogue's. */
    private Optional<CallSite> made(AbstractInsnNode instruction) {
        AbstractInsnNode call =
                instruction.getOpcode() == Opcodes.NEW ? flow.interpreter().constructor(instruction) : instruction;
        return method.call(call).map(this::site);
    }

    private CallSite site(MethodCode.Site site) {
        CallSite done = built.get(site);
        if (done == null) {
            done = build(site);
            built.put(site, done);
        }
        return done;
    }

    private CallSite build(MethodCode.Site site) {
        if (site.reference() != null) {
            return reference(site, site.reference());
        }
        if (site.instruction() instanceof FieldInsnNode field) {
            return site(site, CallSite.Kind.FIELD, field.owner, field.name, field.desc, List.of(), null);
        }
        if (site.instruction() instanceof TypeInsnNode cast) {
            return site(
                    site,
                    CallSite.Kind.CAST,
                    cast.desc,
                    CallSite.CAST_MEMBER,
                    Type.getObjectType(cast.desc).getDescriptor(),
                    List.of(),
                    null);
        }
        return call(site, (MethodInsnNode) site.instruction());
    }

    private CallSite reference(MethodCode.Site site, Handle handle) {
        return site(
                site,
                CallSite.Kind.METHOD_REFERENCE,
                handle.getOwner(),
                handle.getName(),
                handle.getDesc(),
                List.of(),
                null);
    }

    private CallSite call(MethodCode.Site site, MethodInsnNode call) {
        int count = site.arguments();
        List<ArgumentValue> values = new ArrayList<>();
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < count; i++) {
            AbstractValue value = flow.operand(call, count - 1 - i);
            values.add(
                    BeyondMethod.worthwhile(types[i]) ? arguments.followed(value, types[i]) : arguments.value(value));
        }
        CallSite.Kind kind = kind(call);
        ArgumentValue receiver =
                kind == CallSite.Kind.METHOD ? receiver(flow.operand(call, count)) : ArgumentValue.UNKNOWN;
        return site(site, kind, call.owner, call.name, call.desc, values, receiver);
    }

    private ArgumentValue receiver(AbstractValue value) {
        ArgumentValue receiver = arguments.value(value);
        if (!(receiver instanceof ArgumentValue.Produced produced)) {
            return receiver;
        }
        if (uses == null) {
            uses = new ObjectUses(method, flow);
        }
        return new ArgumentValue.Produced(produced.by(), uses.of(value));
    }

    private static CallSite.Kind kind(MethodInsnNode call) {
        if (call.getOpcode() == Opcodes.INVOKESTATIC) {
            return CallSite.Kind.STATIC_METHOD;
        }
        return call.name.equals("<init>") ? CallSite.Kind.CONSTRUCTOR : CallSite.Kind.METHOD;
    }

    private CallSite site(
            MethodCode.Site site,
            CallSite.Kind kind,
            String owner,
            String member,
            String descriptor,
            List<ArgumentValue> values,
            ArgumentValue receiver) {
        return new CallSite(
                kind,
                Names.dotted(index.owner(owner, member)),
                member,
                Optional.of(index.descriptor(descriptor)),
                values,
                receiver == null ? ArgumentValue.UNKNOWN : receiver,
                location,
                site.line() < 0 ? OptionalInt.empty() : OptionalInt.of(site.line()),
                OptionalInt.of(site.offset()),
                enclosing,
                EvidenceKind.BYTECODE,
                CodeContext.of(location),
                true);
    }
}
