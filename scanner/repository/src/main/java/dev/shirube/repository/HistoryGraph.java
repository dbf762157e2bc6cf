package dev.shirube.repository;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.engine.DiagnosedException;
import dev.shirube.engine.LimitException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/**
 * All commits that are reached from some objects, as they are stored: JGit's own walk would stop where a shallow clone does,
 * and at the first object that is missing or broken.
 */
final class HistoryGraph {
    private static final String SHALLOW = "shallow clone";

    private final GitObjects objects;
    private final HistoryFaults faults;
    private final Set<ObjectId> shallow;
    private final ObjectIdOwnerMap<HistoryNode> nodes = new ObjectIdOwnerMap<>();
    private final List<HistoryNode> read = new ArrayList<>();
    private final Map<ObjectId, ObjectId> tags = new LinkedHashMap<>();
    private final Set<ObjectId> failed = new HashSet<>();
    private final Deque<ObjectId> waiting = new ArrayDeque<>();

    HistoryGraph(GitObjects objects, HistoryFaults faults) throws IOException {
        this.objects = objects;
        this.faults = faults;
        this.shallow = objects.read(it -> it.getShallowCommits());
    }

    /** Adds the object, of whichever kind it is, and all commits behind it. */
    void add(AnyObjectId start, String name) {
        ObjectId at = start.toObjectId();
        for (int type = type(at); !nodes.contains(at) && !tags.containsKey(at) && type >= 0; type = type(at)) {
            if (type != Constants.OBJ_TAG) {
                root(at, type, name);
                return;
            }
            tags.put(at, at);
            List<ObjectId> tagged = text(at, type).map(it -> it.ids("object")).orElse(List.of());
            if (tagged.isEmpty()) {
                return;
            }
            tags.put(at, tagged.get(0));
            at = tagged.get(0);
        }
    }

    private void root(ObjectId id, int type, String name) {
        if (type == Constants.OBJ_COMMIT) {
            waiting.add(id);
            while (!waiting.isEmpty()) {
                commit(waiting.poll());
            }
        } else {
            put(new HistoryNode(id, type, id, new ObjectId[0], false, name));
        }
    }

    private void commit(ObjectId id) {
        if (nodes.contains(id) || failed.contains(id)) {
            return;
        }
        text(id, Constants.OBJ_COMMIT).ifPresent(text -> {
            List<ObjectId> tree = text.ids("tree");
            if (tree.isEmpty()) {
                failed.add(id);
                faults.add(malformed(id, "it names no tree"));
                return;
            }
            ObjectId[] parents = text.ids("parent").toArray(ObjectId[]::new);
            put(new HistoryNode(
                    id, Constants.OBJ_COMMIT, tree.get(0), parents, ObjectSignatures.mayBeSigned(text), ""));
            for (ObjectId parent : parents) {
                if (!shallow.contains(id) || has(parent)) {
                    waiting.add(parent);
                } else {
                    faults.missing(parent.name(), SHALLOW);
                }
            }
        });
    }

    private void put(HistoryNode node) {
        node.order = read.size();
        nodes.add(node);
        read.add(node);
    }

    private boolean has(ObjectId id) {
        try {
            return objects.read(it -> it.has(id));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private int type(ObjectId id) {
        try {
            return objects.read(it -> it.open(id).getType());
        } catch (MissingObjectException e) {
            faults.missing(id.name());
        } catch (IOException | RuntimeException e) {
            faults.add(malformed(id, e.getClass().getSimpleName()));
        }
        return -1;
    }

    private Optional<ObjectText> text(ObjectId id, int type) {
        try {
            return Optional.of(new ObjectText(GitInput.whole(objects, id, type)));
        } catch (DiagnosedException e) {
            faults.add(e.at(place(id)));
        } catch (LimitException e) {
            faults.add(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, place(id), e.limit(), e.reached()));
        } catch (IOException e) {
            faults.add(malformed(id, e.getClass().getSimpleName()));
        }
        failed.add(id);
        return Optional.empty();
    }

    private static Diagnostic malformed(ObjectId id, String reason) {
        return Diagnostic.of(DiagnosticCode.MALFORMED, place(id), "Git object", reason);
    }

    private static String place(ObjectId id) {
        return HistoryLocation.inObject(id.name(), "object");
    }

    /** The tags with what they tag. */
    Map<ObjectId, ObjectId> tags() {
        return tags;
    }

    ObjectIdOwnerMap<HistoryNode> nodes() {
        return nodes;
    }

    /**
     * All of them, parents before children, and else by their ids; so that neither a clock nor the names of branches decide,
     * and commits that come later change nothing in the order of those that were there.
     */
    List<HistoryNode> ordered() {
        int[] missingParents = new int[read.size()];
        int[][] children = children(missingParents);
        PriorityQueue<HistoryNode> ready = new PriorityQueue<>();
        for (HistoryNode node : read) {
            if (missingParents[node.order] == 0) {
                ready.add(node);
            }
        }
        List<HistoryNode> ordered = new ArrayList<>(read.size());
        while (!ready.isEmpty()) {
            HistoryNode next = ready.poll();
            for (int child : children[next.order]) {
                if (--missingParents[child] == 0) {
                    ready.add(read.get(child));
                }
            }
            ordered.add(next);
        }
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).order = i;
        }
        return ordered;
    }

    private int[][] children(int[] parents) {
        int[] count = new int[read.size()];
        for (HistoryNode node : read) {
            for (ObjectId parent : node.parents) {
                HistoryNode known = nodes.get(parent);
                if (known != null) {
                    count[known.order]++;
                    parents[node.order]++;
                }
            }
        }
        int[][] children = new int[read.size()][];
        Arrays.setAll(children, i -> new int[count[i]]);
        for (HistoryNode node : read) {
            for (ObjectId parent : node.parents) {
                HistoryNode known = nodes.get(parent);
                if (known != null) {
                    children[known.order][--count[known.order]] = node.order;
                }
            }
        }
        return children;
    }
}
