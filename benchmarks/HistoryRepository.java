import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Writes a made-up history for {@code git fast-import}: {@code java HistoryRepository.java [COMMITS] | git fast-import}.
 *
 * <p>600 files of source text in 40 folders; each commit changes one to four of them in a few lines. One commit of a hundred
 * adds a new private key, which the fiftieth commit after it deletes; one of two hundred comes from a side branch and is merged.
 */
class HistoryRepository {
    private static final int FILES = 600;
    private static final int FOLDERS = 40;
    private static final int LINES = 120;
    private static final String[] WORDS = {
        "value", "account", "request", "handler", "buffer", "session", "public", "return", "final", "signer", "amount",
        "private", "String", "List", "order", "customer", "update", "index", "result", "key", "cache", "new", "token"
    };

    private final Random random = new Random(20261123);
    private final OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
    private final List<List<String>> files = new ArrayList<>();
    private int marks;

    public static void main(String[] arguments) throws Exception {
        new HistoryRepository().write(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000);
    }

    private void write(int commits) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        for (int i = 0; i < FILES; i++) {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                lines.add(line());
            }
            files.add(lines);
        }
        int main = commit("refs/heads/main", 0, 0, 0);
        for (int i = 0; i < FILES; i++) {
            file(path(i), String.join("\n", files.get(i)));
        }
        for (int commit = 1; commit < commits; commit++) {
            boolean side = commit % 200 == 199 && commit + 1 < commits;
            int before = main;
            int made = commit(side ? "refs/heads/side" : "refs/heads/main", commit, before, 0);
            change();
            if (commit % 100 == 1) {
                String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
                file("conf/server" + commit + ".key", "-----BEGIN PRIVATE KEY-----\n" + body
                        + "\n-----END PRIVATE KEY-----\n");
            }
            if (commit % 100 == 51) {
                text("D conf/server" + (commit - 50) + ".key\n");
            }
            if (side) {
                commit++;
                main = commit("refs/heads/main", commit, before, made);
                change();
            } else {
                main = made;
            }
        }
        out.flush();
    }

    private int commit(String reference, int number, int parent, int merged) throws IOException {
        int mark = ++marks;
        text("commit " + reference + "\nmark :" + mark + "\ncommitter Some Body <some@example.org> "
                + (1_700_000_000L + number * 3600L) + " +0000\ndata 8\ncommit..\n"
                + (parent > 0 ? "from :" + parent + "\n" : "")
                + (merged > 0 ? "merge :" + merged + "\n" : ""));
        return mark;
    }

    private void change() throws IOException {
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(FILES);
            List<String> lines = files.get(at);
            for (int line = random.nextInt(6); line >= 0; line--) {
                lines.set(random.nextInt(lines.size()), line());
            }
            file(path(at), String.join("\n", lines));
        }
    }

    private static String path(int file) {
        return "src/org/example/p" + file % FOLDERS + "/Type" + file + ".java";
    }

    private String line() {
        StringBuilder line = new StringBuilder("    ");
        for (int word = 3 + random.nextInt(6); word >= 0; word--) {
            line.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(3) == 0 ? "." : " ");
        }
        return line.append(random.nextInt(100_000)).append(';').toString();
    }

    private void file(String path, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        text("M 100644 inline " + path + "\ndata " + bytes.length + "\n");
        out.write(bytes);
        text("\n");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
