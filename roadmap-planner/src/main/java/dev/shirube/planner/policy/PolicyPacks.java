package dev.shirube.planner.policy;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The policy packs that the program carries: one YAML file each, and one line here. */
public final class PolicyPacks {

    private static final List<String> IDS = List.of(
            "jp-2035",
            "jp-cryptrec-strength",
            "jp-roadmap",
            "us-eo14412",
            "us-ir8547-draft",
            "cnsa2",
            "eu",
            "bsi",
            "uk",
            "au",
            "ca",
            "sg",
            "info-jp",
            "info-us",
            "info-europe",
            "info-asia-pacific",
            "info-sectors");

    private PolicyPacks() {}

    /** Every pack, in a fixed order. */
    public static List<PolicyPack> standard() {
        return Holder.PACKS;
    }

    /**
     * A pack that is not one of ours: a draft of what may take a pack's place.
     *
     * @param plain what a reader of YAML gives: maps, lists, texts, whole numbers, truth values
     * @throws IllegalArgumentException where it is not a pack; the message names what is wrong
     */
    public static PolicyPack draft(Object plain) {
        return read(PlainTree.node(plain));
    }

    static PolicyPack read(DataNode table) {
        try {
            return PackReader.read(table);
        } catch (IllegalStateException | DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The pack of that id. */
    public static Optional<PolicyPack> byId(String id) {
        return standard().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    /**
     * The packs that the settings put in use, in the order of {@link #standard()}.
     *
     * @throws IllegalArgumentException for an id that no pack has; the message lists those there are
     */
    public static List<PolicyPack> inUse(PlanSettings settings) {
        Map<String, Adoption> wanted = new TreeMap<>(settings.packs());
        List<PolicyPack> found = new ArrayList<>();
        for (PolicyPack pack : standard()) {
            if (wanted.remove(pack.id()) != null) {
                found.add(pack);
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException("There is no policy pack "
                    + wanted.keySet().iterator().next() + ". Choose from: " + String.join(", ", IDS));
        }
        return List.copyOf(found);
    }

    private static final class Holder {
        static final List<PolicyPack> PACKS = load();

        private static List<PolicyPack> load() {
            List<PolicyPack> packs = new ArrayList<>();
            for (String id : IDS) {
                DataNode table = DataTable.load(PolicyPacks.class, id + ".table");
                packs.add(PackReader.read(table));
            }
            return List.copyOf(packs);
        }
    }
}
