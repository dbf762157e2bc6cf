package dev.shirube.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that can go wrong with an input, each with its message in both languages.
 *
 * <p>A message names the values at fault as {@code {0}}, {@code {1}} … and ends in what to do.
 */
public enum DiagnosticCode {
    /** An input could not be opened or read. */
    UNREADABLE(
            Severity.ERROR,
            1,
            "Could not be read ({0}). Check the permissions and scan it again.",
            "読み取れませんでした（{0}）。権限を確認して再度スキャンしてください。"),
    /** A file's name says one thing and its bytes another. */
    NOT_WHAT_IT_SAYS(
            Severity.WARNING,
            2,
            "Is named like {0}, but its content is not ({1}). Check what the file really is.",
            "名前は {0} ですが、内容が一致しません（{1}）。ファイルの実体を確認してください。"),
    /** A file that ends too early or is otherwise broken. */
    MALFORMED(
            Severity.ERROR,
            2,
            "Is not a well-formed {0} ({1}). Get an intact copy and scan it again.",
            "{0} として正しく読めません（{1}）。正常なファイルを入手して再度スキャンしてください。"),
    /** A class file newer than the reader. */
    NEWER_FORMAT(
            Severity.WARNING,
            1,
            "Was written in a newer format ({0}) and read as the newest known one. Update Shirube to be sure.",
            "未対応の新しい形式（{0}）のため、既知の最新形式として読みました。Shirube を更新してください。"),
    /** An archive entry that is encrypted. */
    ENCRYPTED(
            Severity.ERROR,
            1,
            "Is encrypted ({0}) and was not looked into. Scan a decrypted copy, or give candidates with --password-file.",
            "暗号化されているため（{0}）、内容を調査していません。復号した写しをスキャンするか、--password-file で候補を指定してください。"),
    /** A keystore or key that none of the candidate passwords opens. */
    LOCKED(
            Severity.WARNING,
            2,
            "{0} stayed locked: {1} candidate passwords were tried. Give the right one with --password-file.",
            "{0} を開けませんでした（候補 {1} 件を試行）。--password-file で正しいパスワードを指定してください。"),
    /** A bound on size, depth, ratio or time was reached. */
    LIMIT_REACHED(
            Severity.ERROR,
            2,
            "Was read only in part: the limit {0} was reached at {1}. Scan it on its own, or look at it by hand.",
            "上限 {0} に達したため（{1}）、一部のみ調査しました。単独でスキャンするか、手作業で確認してください。"),
    /** Two entries of one archive have the same name. */
    DUPLICATE_ENTRY(
            Severity.NOTE,
            1,
            "Stands {0} times in its archive; all were looked at. Only one of them is loaded at run time: check which.",
            "アーカイブ内に同名の項目が {0} 個あります（すべて調査済み）。実行時に使われるものを確認してください。"),
    /** A symbolic link that leaves the scanned tree or makes a loop. */
    LINK_NOT_FOLLOWED(
            Severity.NOTE,
            1,
            "Is a link to {0} and was not followed. Scan its target as well if it belongs to the system.",
            "{0} へのリンクのため、たどっていません。対象に含まれる場合はリンク先もスキャンしてください。"),
    /** A detector of ours threw: our fault. */
    DETECTOR_FAILED(
            Severity.ERROR,
            2,
            "The detector {0} failed ({1}). This is a fault of Shirube: please report it with the file's type.",
            "検出器 {0} が失敗しました（{1}）。Shirube の不具合です。ファイルの種類を添えて報告してください。"),
    /** Source text that the parser could read only in part. */
    PARTLY_PARSED(
            Severity.WARNING,
            2,
            "{0} places could not be parsed (first at line {1}); calls there may be missing. Check that the file compiles.",
            "{0} 箇所を解析できませんでした（最初は {1} 行目）。該当箇所の呼出しが漏れている可能性があります。コンパイルできるか確認してください。"),
    /** Source text that was read by its words alone, because its parser does not run here or the file is too large for it. */
    READ_WITHOUT_GRAMMAR(
            Severity.WARNING,
            2,
            "Was read without the grammar of {0} ({1}): direct calls were found, but values were hardly followed. Check it by "
                    + "hand, or, if the parser does not run here, scan it on Linux or macOS (x86-64, AArch64) or Windows (x86-64).",
            "{0} の構文解析なしで読みました（{1}）。直接の呼出しのみ調査し、値はほとんど追跡していません。手作業で確認するか、"
                    + "解析器が動作しない環境の場合は Linux・macOS（x86-64、AArch64）または Windows（x86-64）でスキャンしてください。"),
    /** A language that the scanner does not read yet. */
    LANGUAGE_NOT_READ(
            Severity.WARNING,
            2,
            "{0} files in {1} were not looked into: this version does not read that language. Check them by hand.",
            "{1} のファイル {0} 個は未調査です（この版では未対応の言語）。手作業で確認してください。"),
    /** An archive of a kind that is not opened. */
    ARCHIVE_NOT_OPENED(
            Severity.WARNING,
            1,
            "Is an archive of a kind that this version does not open ({0}). Unpack it and scan the folder.",
            "この版では開けない形式のアーカイブです（{0}）。展開したフォルダーをスキャンしてください。"),
    /** A name in an archive or tree that leads out of it, or that a terminal would show as something else. */
    SUSPICIOUS_NAME(
            Severity.WARNING,
            1,
            "Has a misleading name ({0}); it was read, and nothing was unpacked. Check where the archive comes from.",
            "紛らわしい名前です（{0}）。内容は調査済みで、展開はしていません。アーカイブの入手元を確認してください。"),
    /** A repository with nothing to scan. */
    EMPTY_REPOSITORY(
            Severity.WARNING,
            0,
            "The repository has no commit. Check that the right repository was named.",
            "リポジトリにコミットがありません。指定したリポジトリが正しいか確認してください。"),
    /** A Git object that is missing, as in a shallow or partial clone. */
    MISSING_OBJECT(
            Severity.ERROR,
            1,
            "The Git object {0} is missing. Fetch the whole repository (not a partial clone) and scan it again.",
            "Git オブジェクト {0} がありません。部分クローンでない完全なリポジトリを取得して再度スキャンしてください。"),
    /** What a walk through a repository's history looked at, and what it did not. */
    HISTORY_WALKED(
            Severity.NOTE,
            2,
            "The history was walked: {0} commits, with {1} files that are not in the scanned tree. In those keys, certificates,"
                    + " keystores and tokens were looked for, not uses in code or settings; objects that no branch, tag, stash"
                    + " or other reference reaches were not looked at. Check those with git fsck --unreachable.",
            "履歴を走査しました：コミット {0} 件、調査対象のツリーに無いファイル {1} 件。これらについては鍵・証明書・鍵ストア・トークンのみを調べ、"
                    + "コードや設定での利用は調べていません。ブランチ・タグ・stash 等の参照から到達できないオブジェクトは未調査です。"
                    + "git fsck --unreachable で確認してください。"),
    /** Replacements or grafts, by which Git shows another history than the one that is stored. */
    HISTORY_ALTERED(
            Severity.NOTE,
            1,
            "Git is told to show another history than is stored ({0}); all objects of both were looked at, in their stored order."
                    + " Check why it was altered.",
            "保存されている履歴とは別の履歴を表示する設定があります（{0}）。双方のオブジェクトを、保存された順序で調査しました。変更の理由を確認してください。"),
    /** A private or secret key in an older commit, which is not in the scanned tree any more. */
    KEY_IN_HISTORY(
            Severity.NOTE,
            2,
            "A {0} that was removed from the tree is still in the history ({1}): whoever can fetch the repository can read it."
                    + " Treat it as disclosed and replace it; removing it from the history does not undo that.",
            "ツリーから削除された{0}が履歴に残っています（{1}）。リポジトリを取得できる人は誰でも読めます。" + "漏えいしたものとして交換してください（履歴から消しても漏えいは取り消せません）。"),
    /** A submodule or Git LFS pointer: the content is elsewhere. */
    CONTENT_ELSEWHERE(
            Severity.WARNING,
            1,
            "Only a reference ({0}) stands here; its content was not looked at. Scan it on its own.",
            "参照（{0}）のみのため、内容は未調査です。実体を別途スキャンしてください。"),
    /** Key material in a format that the scanner recognises but does not read yet. */
    FORMAT_NOT_READ(
            Severity.WARNING,
            1,
            "Holds {0}, which this version does not read. Check by hand which algorithms it uses.",
            "{0} が含まれていますが、この版では読み取れません。使用アルゴリズムを手作業で確認してください。"),
    /** A host that could not be reached. */
    HOST_UNREACHABLE(
            Severity.ERROR,
            1,
            "No connection could be made ({0}). Check the address, the port and the firewall.",
            "接続できませんでした（{0}）。アドレス・ポート・ファイアウォールを確認してください。"),
    /** A host that stopped answering within the time allowed. */
    HOST_STALLED(
            Severity.ERROR,
            1,
            "The host stopped answering within {0} ms. Its algorithms are unknown: try again from nearer.",
            "{0} ミリ秒以内に応答がありませんでした。使用アルゴリズムは不明です。近い場所から再度試してください。"),
    /** A host that speaks something else. */
    HOST_OTHER_PROTOCOL(
            Severity.ERROR,
            2,
            "The host does not speak {0} there ({1}). Check the port and the scheme of the target.",
            "指定先は {0} で応答しませんでした（{1}）。ポートとスキームを確認してください。"),
    /** A host whose answers break the protocol's rules. */
    HOST_MALFORMED(
            Severity.ERROR,
            2,
            "The host breaks the rules of {0} ({1}). Check its version, and devices on the way; what hangs on that answer is"
                    + " unknown.",
            "接続先の {0} の応答が規格に合いません（{1}）。製品の版と経路上の機器を確認してください。この応答に関わる項目は「不明」です。"),
    /** A server that speaks in clear and has no upgrade to TLS. */
    STARTTLS_NOT_OFFERED(
            Severity.WARNING,
            2,
            "The server does not offer STARTTLS in {0} ({1}), so that nothing there is encrypted. Turn TLS on, or check whether"
                    + " it is offered to clients from this network.",
            "サーバは {0} で STARTTLS を提供しておらず（{1}）、通信が暗号化されません。TLS を有効にするか、" + "このネットワークのクライアントに提供する設定かどうかを確認してください。"),
    /** A fact about a host that the probes could not decide. */
    HOST_UNDECIDED(
            Severity.WARNING,
            2,
            "Could not be decided: {0} ({1}). It is unknown, not absent.",
            "判定できませんでした：{0}（{1}）。「無し」ではなく「不明」です。"),
    /** Declared to be post-quantum, and seen to be classical. */
    DECLARED_NOT_OBSERVED(
            Severity.NOTE,
            2,
            "Only classical key establishment was observed ({1}), although this system declares post-quantum: {0}. Check which"
                    + " program answers there, which library it runs on, and whether its groups are fixed.",
            "観測された鍵確立は古典方式のみです（{1}）。一方、このシステムには PQC の記載があります：{0}。"
                    + "どのプログラムが応答しているか、その暗号ライブラリ、グループ設定の固定の有無を確認してください。"),
    /** Seen to be post-quantum, and not declared to be. */
    OBSERVED_NOT_DECLARED(
            Severity.NOTE,
            2,
            "Post-quantum key establishment was observed ({1}), although what was scanned of this system does not declare it:"
                    + " {0}. Check what answers there (a proxy or load balancer in front?) and scan its settings as well.",
            "PQC の鍵確立が観測されました（{1}）。一方、このシステムの調査済みの範囲にはその記載がありません：{0}。"
                    + "応答しているもの（前段のプロキシ・負荷分散装置等）を確認し、その設定もスキャンしてください。"),
    /** A system that an import or register row names but nobody registered. */
    UNKNOWN_SYSTEM(
            Severity.WARNING,
            1,
            "The system {0} is not in the register. Import the register, or correct the id.",
            "システム {0} は台帳にありません。台帳を取り込むか、IDを修正してください。"),
    /** Parts of a file to import that we do not read. */
    NOT_IMPORTED(
            Severity.WARNING,
            1,
            "Not imported, as of no kind that is (salts, passwords, services and the like): {0}. Check them by hand.",
            "取り込みの対象外の種類（ソルト、パスワード、サービス等）の要素が {0} 個あります。手作業で確認してください。"),
    /** A row of a file to import that is not valid. */
    INVALID_ROW(
            Severity.ERROR,
            3,
            "Row {0}, column {1}: the value “{2}” is not valid. Correct it and import the file again.",
            "{0} 行目「{1}」の値「{2}」が正しくありません。修正して再度取り込んでください。");

    /** What is said of an input that was read whole: about its name, its format, or what stands elsewhere. */
    private static final Set<DiagnosticCode> READ_WHOLE = EnumSet.of(
            NEWER_FORMAT,
            DUPLICATE_ENTRY,
            LINK_NOT_FOLLOWED,
            SUSPICIOUS_NAME,
            EMPTY_REPOSITORY,
            HISTORY_WALKED,
            HISTORY_ALTERED,
            KEY_IN_HISTORY,
            CONTENT_ELSEWHERE,
            STARTTLS_NOT_OFFERED,
            HOST_UNDECIDED,
            DECLARED_NOT_OBSERVED,
            OBSERVED_NOT_DECLARED,
            UNKNOWN_SYSTEM);

    private final Severity severity;
    private final int arguments;
    private final String english;
    private final String japanese;

    DiagnosticCode(Severity severity, int arguments, String english, String japanese) {
        this.severity = severity;
        this.arguments = arguments;
        this.english = english;
        this.japanese = japanese;
    }

    /** The id that files carry, for example {@code limit-reached}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it takes away from what can be concluded. */
    public Severity severity() {
        return severity;
    }

    /**
     * Whether the input that it is about was not read, or only in part, so that there may be more in it than was found.
     * Not the same as the severity: a keystore that stayed locked is a warning, and nobody saw what is in it.
     */
    public boolean partlyRead() {
        return !READ_WHOLE.contains(this);
    }

    /** How many values the message names. */
    public int arguments() {
        return arguments;
    }

    String message(Language language, List<String> values) {
        return language == Language.JA
                ? fill(japanese, values.stream().map(Phrases::japanese).toList())
                : fill(english, values);
    }

    /** The template with each placeholder replaced once; braces within a value stay what they are. */
    static String fill(String template, List<String> values) {
        StringBuilder message = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            message.append(template, at, open).append(values.get(template.charAt(open + 1) - '0'));
            at = open + "{0}".length();
        }
        return message.append(template.substring(at)).toString();
    }
}
