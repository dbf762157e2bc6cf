package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** For whom a freeze holds. */
public enum FreezeScope implements Term {
    /** The whole office. */
    OFFICE("office", "全体", "office", "全庁", "all"),
    /** One team. */
    TEAM("team", "チーム", "team", "体制"),
    /** One information system. */
    SYSTEM("system", "システム", "system", "情報システム");

    private final String id;
    private final Text label;
    private final List<String> aliases;

    FreezeScope(String id, String ja, String en, String... aliases) {
        this.id = id;
        this.label = new Text(ja, en);
        this.aliases = List.of(aliases);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }
}
