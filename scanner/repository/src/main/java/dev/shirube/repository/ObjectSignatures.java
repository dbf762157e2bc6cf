package dev.shirube.repository;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;

/** The signatures in a commit or tag, each by the name under which it is handed on (gitformat-signature). */
final class ObjectSignatures {
    /** The header of a commit's signature, and that of a repository's other object names. */
    private static final List<String> HEADERS = List.of("gpgsig", "gpgsig-sha256");

    /** The header of a merge commit that holds a whole signed tag. */
    private static final String MERGED_TAG = "mergetag";

    private static final String TAG = "tag-signature";
    /** More tags than are ever merged at once. */
    private static final int MOST_MERGED = 64;

    private ObjectSignatures() {}

    /** All signatures of that object, in their order. */
    static Map<String, byte[]> of(int type, byte[] raw) {
        Map<String, byte[]> found = new LinkedHashMap<>();
        ObjectText text = new ObjectText(raw);
        for (String header : HEADERS) {
            text.values(header).stream().findFirst().ifPresent(it -> found.put(header, it));
        }
        if (type == Constants.OBJ_TAG) {
            text.signatureOfMessage().ifPresent(it -> found.put(TAG, it));
        } else {
            List<byte[]> merged = new ArrayList<>(text.values(MERGED_TAG));
            for (int i = 0; i < Math.min(merged.size(), MOST_MERGED); i++) {
                String name = i == 0 ? MERGED_TAG : MERGED_TAG + "." + (i + 1);
                new ObjectText(merged.get(i)).signatureOfMessage().ifPresent(it -> found.put(name, it));
            }
        }
        return found;
    }

    /** Whether there may be any, which costs less to say. */
    static boolean mayBeSigned(ObjectText commit) {
        List<String> names = commit.names();
        return names.contains(MERGED_TAG) || HEADERS.stream().anyMatch(names::contains);
    }
}
