package dev.shirube.bytecode;

import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.CallSiteInterpreter;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.GatheredIndex;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds uses of the catalogue's members in class files (JVM Specification, chapter 4), with the values that can reach
 * them inside the method.
 *
 * <p>A class is known by its magic number, not by its name: agents carry classes as {@code .classdata}. Only what the
 * prefilter lets through is parsed, and only methods with a site are followed.
 */
public final class BytecodeDetector implements Detector {

    /** Changes when the same class file may give other findings by the same catalogue. */
    private static final String OWN_VERSION = "3";

    private static final String CLASS_FILE = "class file";
    private static final ReachIndex REACH = new ReachIndex(EntryPoints.STANDARD);

    private final MemberIndex index;
    private final CallSiteInterpreter interpreter;
    private final UnitClassesIndex classes;
    private final UnitIndex<UnitMembers> members;
    private final UnitIndex<Follower> follower;
    private final String version;

    /** A detector for the catalogue and registry that the program carries. */
    public BytecodeDetector() {
        this(Catalogue.standard(), AlgorithmRegistry.standard());
    }

    /** A detector for these rows and names. */
    public BytecodeDetector(Catalogue catalogue, AlgorithmRegistry registry) {
        this.index = new MemberIndex(catalogue);
        Map<String, List<String>> tails = Relocations.tails(index);
        this.classes = new UnitClassesIndex(index, tails);
        this.members = unit -> new UnitMembers(unit, unit.index(classes), index, tails);
        this.follower = unit ->
                new Follower(unit, unit.index(classes), unit.index(members).index());
        this.interpreter = new CallSiteInterpreter(catalogue, registry);
        this.version = OWN_VERSION + "/" + catalogue.version();
    }

    @Override
    public String id() {
        return "bytecode";
    }

    @Override
    public String version() {
        return version;
    }

    /** None: the constant pool of every class is looked at for the index anyway, and tells more exactly. */
    @Override
    public Anchors anchors() {
        return Anchors.NONE;
    }

    @Override
    public List<GatheredIndex<?>> gathers() {
        return List.of(classes, REACH);
    }

    /** Classes that use members of the catalogue by other names, which only the whole unit tells. */
    @Override
    public List<String> again(ScanUnit unit) {
        return unit.index(members).users();
    }

    /** Class files by their magic number, and whatever is named like one: so that a false one is reported. */
    @Override
    public boolean looksAtHistory() {
        return false;
    }

    @Override
    public boolean accepts(ScanInput input) {
        if (input.name().endsWith(".class")) {
            return true;
        }
        try {
            return ClassHeader.isClass(input.head(ClassHeader.LENGTH));
        } catch (IOException e) {
            return false; // the engine reports what cannot be read
        }
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        String location = input.location();
        byte[] bytes;
        Optional<ConstantPool> pool;
        try {
            bytes = input.bytes();
            pool = input.view(ConstantPool.VIEW);
        } catch (IOException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.UNREADABLE, location, String.valueOf(e.getMessage())));
        }
        if (!ClassHeader.isClass(bytes)) {
            return Detection.of(
                    Diagnostic.of(DiagnosticCode.NOT_WHAT_IT_SAYS, location, "a class", "no class file header"));
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (ClassHeader.major(bytes) > ClassHeader.NEWEST) {
            String version = "class file version " + ClassHeader.major(bytes);
            diagnostics.add(Diagnostic.of(DiagnosticCode.NEWER_FORMAT, location, version));
            bytes = ClassHeader.lowered(bytes);
        }
        if (pool.isEmpty()) {
            diagnostics.add(Diagnostic.of(DiagnosticCode.MALFORMED, location, CLASS_FILE, "constant pool"));
        }
        if (!unit.whole() && pool.filter(index::mentioned).isPresent()) {
            return Detection.postponed(); // to follow its values twice would cost more than to wait
        }
        MemberIndex known = unit.whole() ? unit.index(members).index() : index;
        List<Finding> findings = pool.filter(known::mentioned).isPresent()
                ? parse(bytes, known, location, diagnostics)
                        .map(parsed -> find(parsed, unit, location, diagnostics))
                        .orElse(List.of())
                : List.of();
        return findings.isEmpty() && diagnostics.isEmpty()
                ? Detection.NOTHING
                : new Detection(findings, diagnostics, List.of());
    }

    private static Optional<ParsedClass> parse(
            byte[] bytes, MemberIndex index, String location, List<Diagnostic> diagnostics) {
        try {
            return Optional.of(ParsedClass.of(bytes, index));
        } catch (RuntimeException | StackOverflowError e) {
            // ASM documents no exception for class files that are not well-formed; it throws whatever their bytes lead
            // to: ArrayIndexOutOfBoundsException, IllegalArgumentException, NegativeArraySizeException, and others. It
            // reads nested annotations and constants by recursion, so that a file can make the stack overflow.
            String reason = e.getClass().getSimpleName();
            diagnostics.add(Diagnostic.of(DiagnosticCode.MALFORMED, location, CLASS_FILE, reason));
            return Optional.empty();
        }
    }

    private List<Finding> find(ParsedClass parsed, ScanUnit unit, String location, List<Diagnostic> diagnostics) {
        List<Finding> findings = new ArrayList<>();
        StepBudget budget = new StepBudget();
        for (MethodCode method : parsed.methods()) {
            MethodFlow flow = method.takesOperands()
                    ? MethodFlow.of(parsed, method, parsed.index(), budget)
                    : MethodFlow.unneeded(parsed, method, parsed.index(), budget);
            if (flow.tooLarge()) {
                diagnostics.add(Diagnostic.of(
                        DiagnosticCode.LIMIT_REACHED,
                        location,
                        "method-values=" + MethodFlow.MAXIMUM_VALUES + " class-joins=" + StepBudget.MAXIMUM_JOINS,
                        "method " + method.name));
            }
            for (CallSite site :
                    new CallSiteBuilder(parsed, method, flow, () -> unit.index(follower), location).sites()) {
                findings.addAll(interpreter.interpret(site, id(), version));
            }
        }
        return findings;
    }
}
