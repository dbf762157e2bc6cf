package dev.shirube.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

class ObjectTextTest {

    private static final String ID = "0123456789012345678901234567890123456789";

    @Test
    void headersAreUnfoldedAndTheMessageIsNoHeader() {
        ObjectText text = text("tree " + ID + "\nparent " + ID + "\nparent short\nauthor a\ngpgsig one\n two\n  three\n"
                + "encoding x\n\nparent " + ID + "\ngpgsig none\n");

        assertThat(text.ids("tree")).containsExactly(ObjectId.fromString(ID));
        assertThat(text.ids("parent")).hasSize(1);
        assertThat(text.values("gpgsig").stream().map(it -> new String(it, StandardCharsets.UTF_8)))
                .containsExactly("one\ntwo\n three");
        assertThat(text.names()).containsExactly("tree", "parent", "parent", "author", "gpgsig", "encoding");
        assertThat(ObjectSignatures.mayBeSigned(text)).isTrue();
    }

    @Test
    void signaturesOfCommitsMergedTagsAndTags() {
        String signature = "-----BEGIN SSH SIGNATURE-----\nAA\n-----END SSH SIGNATURE-----\n";
        String tag = "object " + ID + "\ntype commit\ntag v1\n\n-----BEGIN PGP MESSAGE----- is quoted\n\n" + signature;
        String commit = "tree " + ID + "\nmergetag " + tag.strip().replace("\n", "\n ") + "\nmergetag "
                + tag.strip().replace("\n", "\n ") + "\ngpgsig-sha256 x\ngpgsig y\n\nm";

        assertThat(of(Constants.OBJ_TAG, tag)).containsExactly(Map.entry("tag-signature", signature));
        assertThat(of(Constants.OBJ_COMMIT, commit))
                .containsOnlyKeys("gpgsig", "gpgsig-sha256", "mergetag", "mergetag.2")
                .containsEntry("mergetag.2", signature.strip())
                .containsEntry("gpgsig", "y");
        assertThat(of(Constants.OBJ_TAG, "object " + ID + "\n\nnot -----BEGIN PGP SIGNATURE-----\n"))
                .isEmpty();
    }

    @Test
    void whateverTheBytesAreThereIsAnEnd() {
        for (String odd : new String[] {
            "", "\n", " ", "tree", "tree ", "tree \n ", "gpgsig", "gpgsig \n \n ", "\n\n\n", "a\n b\n c", "tree " + ID
        }) {
            assertThat(text(odd).ids("tree")).as(odd).hasSizeLessThan(2);
            of(Constants.OBJ_COMMIT, odd);
            of(Constants.OBJ_TAG, odd);
        }
        of(Constants.OBJ_COMMIT, "gpgsig x\n".repeat(200_000));
        of(Constants.OBJ_COMMIT, "mergetag x\n y\n".repeat(100_000));
        of(Constants.OBJ_TAG, "x\n\n" + "-----BEGIN PGP SIGNATURE-----\n".repeat(100_000));
        Random random = new Random(7);
        byte[] start = ("tree " + ID + "\ngpgsig a\n b\n\nm").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = start.clone();
            for (int change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) "\n \0g-".charAt(random.nextInt(5));
            }
            assertThat(ObjectSignatures.of(Constants.OBJ_COMMIT, bytes)).hasSizeLessThan(3);
        }
    }

    private static ObjectText text(String text) {
        return new ObjectText(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> of(int type, String text) {
        Map<String, String> found = new TreeMap<>();
        ObjectSignatures.of(type, text.getBytes(StandardCharsets.UTF_8))
                .forEach((name, bytes) -> found.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return found;
    }
}
