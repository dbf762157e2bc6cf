package dev.shirube.reports.sheet;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import java.util.Optional;

/** What a reader calls the domain's values; the terms are those of the glossary. */
public final class Words {
    private Words() {}

    /** What the cryptography is used for. */
    public static Text of(CryptoFunction function) {
        return switch (function) {
            case SIGN -> new Text("署名生成", "sign");
            case VERIFY -> new Text("署名検証", "verify");
            case KEYGEN -> new Text("鍵生成", "key generation");
            case KEY_AGREEMENT -> new Text("鍵共有", "key agreement");
            case KEM -> new Text("鍵カプセル化（KEM）", "key encapsulation");
            case ENCRYPT -> new Text("暗号化", "encrypt");
            case DECRYPT -> new Text("復号", "decrypt");
            case KEY_WRAP -> new Text("鍵ラップ", "key wrap");
            case KEY_LOAD -> new Text("鍵の読込み", "key loading");
            case PARAMETERS -> new Text("パラメータ", "parameters");
            case TLS -> new Text("TLS通信", "TLS");
            case SSH -> new Text("SSH通信", "SSH");
            case CERTIFICATE -> new Text("証明書", "certificate");
            case DIGEST -> new Text("ハッシュ", "digest");
            case MAC -> new Text("メッセージ認証", "MAC");
            case KEY_DERIVE -> new Text("鍵導出", "key derivation");
            case RANDOM -> new Text("乱数生成", "random");
            case STORE -> new Text("鍵の保管", "key storage");
            case CONFIGURE -> new Text("設定", "configuration");
            case OTHER -> new Text("その他", "other");
            case KEY_TYPE -> new Text("鍵種別の前提", "key type taken for granted");
        };
    }

    /** What a quantum computer does to it. */
    public static Text of(QuantumThreat threat) {
        return switch (threat) {
            case VULNERABLE -> new Text("脆弱", "vulnerable");
            case WEAKENED -> new Text("強度低下", "weakened");
            case SAFE -> new Text("耐性あり", "safe");
            case UNKNOWN -> new Text("不明", "unknown");
        };
    }

    /** How sure the detector is. */
    public static Text of(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> new Text("確実", "certain");
            case LIKELY -> new Text("推定", "likely");
            case POSSIBLE -> new Text("可能性", "possible");
        };
    }

    /** How far the deciding value was followed. */
    public static Text of(Resolution resolution) {
        return switch (resolution) {
            case LITERAL -> new Text("直接記述", "literal");
            case LOCAL -> new Text("ローカル変数", "local variable");
            case FIELD -> new Text("フィールド・定数", "field or constant");
            case CALLER -> new Text("呼出元", "caller");
            case CONFIG -> new Text("設定値", "setting");
            case DEFAULT -> new Text("既定値", "platform default");
            case PARTIAL -> new Text("一部判明", "partly known");
            case UNRESOLVED -> new Text("未解決", "unresolved");
        };
    }

    /** From what kind of material a claim was read. */
    public static Text of(EvidenceKind kind) {
        return switch (kind) {
            case HANDSHAKE -> new Text("通信で観測", "observed");
            case MATERIAL -> new Text("鍵・証明書", "key or certificate");
            case CONFIGURATION -> new Text("設定", "configured");
            case BYTECODE -> new Text("実装（バイトコード）", "implemented (bytecode)");
            case SOURCE -> new Text("実装（ソース）", "implemented (source)");
            case MANIFEST -> new Text("依存関係", "dependency");
            case IMPORT -> new Text("他ツールから取込み", "imported");
        };
    }

    /** Whether it is in what runs. */
    public static Text of(CodeContext context) {
        return switch (context) {
            case MAIN -> new Text("本体", "main");
            case TEST -> new Text("試験コード", "test code");
        };
    }

    /** Whose code it is in; empty where nobody told. */
    public static Optional<Text> of(CodeOwner owner) {
        return switch (owner) {
            case UNKNOWN -> Optional.empty();
            case OWN -> Optional.of(new Text("自らのコード", "own code"));
            case THIRD_PARTY -> Optional.of(new Text("ライブラリ", "library"));
        };
    }

    /** How it is reached; empty where that was not determined. */
    public static Optional<Text> of(Reach reach) {
        return switch (reach) {
            case UNKNOWN -> Optional.empty();
            case ENTRY -> Optional.of(new Text("起点", "entry point"));
            case REACHED -> Optional.of(new Text("到達", "reached"));
            case NOT_REACHED -> Optional.of(new Text("利用未確認", "no use seen"));
        };
    }

    /** How much a diagnostic takes away. */
    public static Text of(Severity severity) {
        return switch (severity) {
            case NOTE -> new Text("情報", "note");
            case WARNING -> new Text("警告", "warning");
            case ERROR -> new Text("未読", "not read");
        };
    }

    /** What became of an input. */
    public static Text of(Coverage.Outcome outcome) {
        return switch (outcome) {
            case READ -> new Text("解析済み", "analysed");
            case NO_ANCHOR -> new Text("検索済み・該当語なし", "searched, no anchor in it");
            case FAILED -> new Text("読取り失敗", "could not be read");
            case EXCLUDED -> new Text("利用者が除外", "excluded by the user");
            case NOT_READ -> new Text("対応する検出器なし", "no detector for it");
            case SKIPPED -> new Text("規則により対象外", "skipped by a rule");
        };
    }

    /** What kind of asset it is. */
    public static Text of(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Certificate) {
            return new Text("証明書", "certificate");
        }
        if (asset instanceof CryptoAsset.Key key) {
            return switch (key.kind()) {
                case PRIVATE -> new Text("秘密鍵", "private key");
                case PUBLIC -> new Text("公開鍵", "public key");
                case SECRET -> new Text("共通鍵", "secret key");
            };
        }
        if (asset instanceof CryptoAsset.Protocol) {
            return new Text("プロトコル", "protocol");
        }
        if (asset instanceof CryptoAsset.Library) {
            return new Text("ライブラリ", "library");
        }
        return new Text("アルゴリズム", "algorithm");
    }
}
