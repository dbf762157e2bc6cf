package dev.shirube.reports.machine;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.sheet.OccurrenceSheet;
import dev.shirube.reports.sheet.ReasonSheet;
import dev.shirube.reports.sheet.RoadmapSheet;
import dev.shirube.reports.sheet.ScopeSheet;
import dev.shirube.reports.sheet.SystemSheet;
import dev.shirube.reports.table.Table;
import java.util.Arrays;
import java.util.List;

/** The tables of the workbook that may be had one by one, as comma-separated values. */
public enum RoadmapTable {
    /** 様式2: every place. */
    USES("uses") {
        @Override
        public Table<? extends Record> of(Roadmap roadmap, Inventory inventory) {
            return OccurrenceSheet.of(roadmap, inventory, AlgorithmRegistry.standard());
        }
    },
    /** 様式1: every information system. */
    SYSTEMS("systems") {
        @Override
        public Table<? extends Record> of(Roadmap roadmap, Inventory inventory) {
            return SystemSheet.of(roadmap, inventory);
        }
    },
    /** 様式4: every task with its quarters. */
    ROADMAP("roadmap") {
        @Override
        public Table<? extends Record> of(Roadmap roadmap, Inventory inventory) {
            return RoadmapSheet.of(roadmap, inventory);
        }
    },
    /** Every reason of every task. */
    REASONS("reasons") {
        @Override
        public Table<? extends Record> of(Roadmap roadmap, Inventory inventory) {
            return ReasonSheet.of(roadmap);
        }
    },
    /** 別紙3: assumptions, and what was not looked at. */
    SCOPE("scope") {
        @Override
        public Table<? extends Record> of(Roadmap roadmap, Inventory inventory) {
            return ScopeSheet.of(roadmap, inventory);
        }
    };

    private final String id;

    RoadmapTable(String id) {
        this.id = id;
    }

    /** The name by which a command asks for it. */
    public String id() {
        return id;
    }

    /** The names of all of them, the default first. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(RoadmapTable::id).toList();
    }

    /** The table of that name; an {@link IllegalArgumentException} names one that does not exist. */
    public static RoadmapTable named(String id) {
        return Arrays.stream(values())
                .filter(it -> it.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table \"" + id + "\""));
    }

    /** Its rows, for that roadmap over that inventory. */
    public abstract Table<? extends Record> of(Roadmap roadmap, Inventory inventory);
}
