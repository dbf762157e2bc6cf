package dev.shirube.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a value could not be followed to its end, or not all the way: the closed vocabulary of {@link Evidence#reason()}.
 *
 * <p>Files carry the id; people read the words.
 */
public enum OpenReason {
    /** A public parameter: whoever calls from outside decides. */
    ENTRY_PARAM("公開された引数による（呼び出し側が決める）", "a parameter of a public method: its callers decide"),
    /** A key, certificate or other security object decides while the program runs. */
    RUNTIME_KEY("実行時の鍵・証明書による", "a key or certificate decides at run time"),
    /** Kept in a collection or map that others may fill. */
    COLLECTION("コレクションに格納された値", "kept in a collection that other code may fill"),
    /** Kept in an array that others may fill. */
    ARRAY("配列に格納された値", "kept in an array that other code may fill"),
    /** A setting whose key is not known. */
    CONFIG("設定値（キー不明）", "a setting whose key is not known"),
    /** Injected by a framework. */
    INJECTED("フレームワークが注入する値", "injected by a framework"),
    /** Code outside the archive or directory gives it, or may replace what gives it. */
    OUTSIDE_ARCHIVE("走査対象の外のコードによる", "decided by code outside of what was scanned"),
    /** Values of another kind were among those that were followed to the place. */
    IMPRECISE("追跡が粗く、種類の違う名前が混じる", "followed too coarsely: names of another kind were among the values"),
    /** More steps would be needed than are allowed. */
    BUDGET("追跡の上限に達した", "more steps than the scanner follows"),
    /** A lambda expression's parameter or result. */
    LAMBDA("ラムダ式の引数または結果", "a parameter or result of a lambda expression"),
    /** Reached through a method reference. */
    METHOD_REFERENCE("メソッド参照を経由", "reached through a method reference"),
    /** A text that is put together from open parts. */
    CONCATENATION("未確定の部分を含む文字列連結", "a text put together from parts that are not known"),
    /** A field that other code may write. */
    FIELD("他のコードが書き換え得るフィールド", "a field that other code may write"),
    /** The result of a call that is not followed. */
    CALL("追跡していない呼び出しの結果", "the result of a call that is not followed"),
    /** Computed in a way that is not followed. */
    COMPUTATION("追跡していない計算の結果", "computed in a way that is not followed"),
    /** A native method gives it. */
    NATIVE("ネイティブメソッドの結果", "given by a native method"),
    /** The platform's default holds in one case. */
    PLATFORM_DEFAULT("プラットフォームの既定値", "the platform's default"),
    /** Too many different things to name. */
    SEVERAL("候補が多数", "too many different values or objects"),
    /** An object rather than a constant. */
    OBJECT("定数でないオブジェクト", "an object, not a constant"),
    /** The object the method runs on. */
    THIS("自オブジェクト", "the object itself"),
    /** A local variable whose assignments were not all seen. */
    LOCAL("代入を追跡できない局所変数", "a local variable whose assignments were not all seen"),
    /** An exception that is caught. */
    EXCEPTION("捕捉した例外", "an exception that is caught"),
    /** Calls within calls beyond what is followed. */
    DEPTH("呼び出しの入れ子が深い", "calls nested deeper than the scanner follows"),
    /** A method too large to be followed. */
    METHOD_TOO_LARGE("メソッドが大きすぎる", "a method too large to be followed"),
    /** Code that is not valid. */
    INVALID_CODE("不正なコード", "code that is not valid"),
    /** Code that cannot be reached. */
    UNREACHABLE("到達しないコード", "code that cannot be reached"),
    /** A class of the archive cannot be read, and may be the one that matters. */
    UNREADABLE_CLASS("読み取れないクラスがある", "a class of the archive cannot be read"),
    /** Kept back: it may be a key or a password. */
    WITHHELD("秘密の可能性があり非表示", "withheld, as it may be a secret"),
    /** No object. */
    NULL("null", "null"),
    /** Another kind of value. */
    OTHER("その他の値", "another kind of value"),
    /** Nothing is known. */
    UNKNOWN("不明", "not known");

    /** Before the key of a setting that decides. */
    public static final String SETTING = "config:";

    private final Text words;

    OpenReason(String ja, String en) {
        this.words = new Text(ja, en);
    }

    /** The id that files carry: {@code entry-param}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people read. */
    public Text words() {
        return words;
    }

    /** The reason of that id; nothing for a setting with its key, and for an id that is not ours. */
    public static Optional<OpenReason> of(String id) {
        for (OpenReason reason : values()) {
            if (reason.id().equals(id)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** What people read of a reason as findings carry it: a setting, {@code config:KEY}, is named with its key. */
    public static Text words(String reason) {
        if (reason.startsWith(SETTING)) {
            String key = reason.substring(SETTING.length());
            return new Text("設定 " + key + " による", "the setting " + key);
        }
        return of(reason).map(OpenReason::words).orElseGet(() -> Text.same(reason));
    }
}
