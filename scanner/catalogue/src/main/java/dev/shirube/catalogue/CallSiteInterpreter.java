package dev.shirube.catalogue;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import java.util.List;

/** Turns call sites into findings: the one place where an API's arguments become an algorithm. */
public final class CallSiteInterpreter {

    private final Catalogue catalogue;
    private final AlgorithmRegistry registry;

    /** An interpreter over these rows and names. */
    public CallSiteInterpreter(Catalogue catalogue, AlgorithmRegistry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /**
     * What the call site means: one finding per row of the catalogue that it matches, and none if it matches no row.
     *
     * @param detector id and version of the detector that claims it
     */
    public List<Finding> interpret(CallSite site, String detector, String detectorVersion) {
        throw new UnsupportedOperationException("to be written: " + catalogue + registry + site + detector);
    }
}
