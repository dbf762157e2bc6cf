package dev.shirube.engine.prefilter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordSearchTest {

    private static List<String> found(List<String> words, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new WordSearch(words)
                .search(bytes, bytes.length).stream().mapToObj(words::get).toList();
    }

    @Test
    void wordsEndWhereIdentifiersEnd() {
        List<String> words = List.of("key", "key_size", "$key", "\u9375\u306e", "one1");
        assertThat(found(words, "key")).containsExactly("key");
        assertThat(found(words, "a.key()")).containsExactly("key");
        assertThat(found(words, "keys monkey key\u00e9 key2 Key")).isEmpty();
        assertThat(found(words, "key_size=$key;one1")).containsExactly("key_size", "$key", "one1");
        assertThat(found(words, "(\u9375\u306e)")).containsExactly("\u9375\u306e");
        assertThat(found(words, "\u79d8\u9375\u306e")).isEmpty();
        assertThat(found(List.of(), "key")).isEmpty();
    }

    @Test
    void otherWordsAreLookedForByTheirLongestPart() {
        assertThat(found(List.of("app.signing-key", "signing"), "x: signing"))
                .containsExactly("app.signing-key", "signing");
    }

    @Test
    void findsWhatARegularExpressionFinds() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            TreeSet<String> words = new TreeSet<>();
            while (words.size() < 1 + round) {
                words.add(text(random, "ab_", 3 + random.nextInt(4)));
            }
            List<String> list = new ArrayList<>(words);
            String text = text(random, "ab_ ", 400);
            BitSet expected = new BitSet();
            for (int i = 0; i < list.size(); i++) {
                expected.set(
                        i,
                        Pattern.compile("\\b" + list.get(i) + "\\b")
                                .matcher(text)
                                .find());
            }
            byte[] bytes = (text + "ignored").getBytes(UTF_8);
            assertThat(new WordSearch(list).search(bytes, text.length())).isEqualTo(expected);
        }
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
