package dev.shirube.material;

import dev.shirube.engine.Passwords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The passwords that are tried: the user's own first, then those that products ship with and people leave. */
final class CandidatePasswords {

    private static final List<String> USUAL = List.of(
            "changeit", "", "changeme", "password", "secret", "123456", "1234", "keystore", "default", "admin", "test");

    private CandidatePasswords() {}

    /** All candidates, each once, in the order in which they are tried. */
    static List<char[]> of(Passwords given) {
        List<char[]> all = new ArrayList<>(given.candidates());
        for (String usual : USUAL) {
            char[] candidate = usual.toCharArray();
            if (all.stream().noneMatch(it -> Arrays.equals(it, candidate))) {
                all.add(candidate);
            }
        }
        return all;
    }
}
