package dev.shirube.shell;

import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.shell.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A policy pack in a YAML file of the user's: a draft of what may take a pack's place. */
final class PackFile {

    /** Bytes; the largest pack of ours has 30 kB. */
    private static final long LIMIT = 1_000_000;

    private PackFile() {}

    /** The pack in that file, which must have that id. */
    static PolicyPack read(Path file, String id) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.usage(
                    "The file " + file + " does not exist. Name a policy pack in YAML.",
                    "ファイル " + file + " がありません。YAML の方針パックを指定してください。");
        }
        PolicyPack pack;
        try {
            if (Files.size(file) > LIMIT) {
                throw wrong(file, "more than " + LIMIT + " bytes", LIMIT + " バイトを超えています");
            }
            Object root = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file, StandardCharsets.UTF_8));
            pack = PolicyPacks.draft(root);
        } catch (IOException e) {
            String kind = e.getClass().getSimpleName();
            throw wrong(file, "not readable as UTF-8: " + kind, "UTF-8 として読めません：" + kind);
        } catch (YamlEngineException | StackOverflowError e) {
            throw wrong(file, "not YAML", "YAML として読めません");
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
        }
        if (!pack.id().equals(id)) {
            throw wrong(
                    file,
                    "its id is " + pack.id() + ", and it is to take the place of " + id,
                    "id は " + pack.id() + " ですが、置き換える対象は " + id + " です");
        }
        return pack;
    }

    private static CommandFailure wrong(Path file, String why, String japanese) {
        return CommandFailure.usage(
                "The file " + file + " is not a policy pack (" + why
                        + "). Correct it; shirube policy show jp-2035 --format json and docs/policies.md show what a pack has.",
                "ファイル " + file + " は方針パックではありません（" + japanese + "）。修正してください。書き方は docs/policies.md にあります。");
    }
}
