package dev.shirube.store;

import java.sql.SQLException;

/**
 * What went wrong with a store, and what to do about it, in both languages; {@code {0}} is the file or the server's database,
 * {@code {1}} the database's own code of the reason.
 */
enum StoreFault {
    LOCKED(
            "The store {0} is in use by another program that does not let go of it. Wait until that scan has ended and try again.",
            "ストア {0} は他のプログラムが使用中です。そのスキャンの終了を待って再度実行してください。"),
    READ_ONLY(
            "The store {0} cannot be written. Check the permissions of the file and its directory, or name another with --store.",
            "ストア {0} に書き込めません。ファイルとディレクトリの権限を確認するか、--store で別のファイルを指定してください。"),
    FULL(
            "The disk of the store {0} is full. What was committed stays: make room and go on with --resume.",
            "ストア {0} のディスクが一杯です。確定済みの結果は残っています。空きを作り、--resume で続行してください。"),
    FOREIGN(
            "The file {0} is not a store of Shirube. It was not touched: name another file with --store.",
            "ファイル {0} は Shirube のストアではありません（変更していません）。--store で別のファイルを指定してください。"),
    NEWER(
            "The store {0} was written by a newer version of Shirube. It was not touched: update Shirube, or name another file with --store.",
            "ストア {0} は新しい版の Shirube で作成されています（変更していません）。Shirube を更新するか、--store で別のファイルを指定してください。"),
    CORRUPT(
            "The store {0} is damaged. Keep a copy, restore it from a backup, or scan again into another file with --store.",
            "ストア {0} は壊れています。写しを保存した上で、バックアップから戻すか、--store で別のファイルを指定して再度スキャンしてください。"),
    NO_DIRECTORY(
            "The directory of the store {0} does not exist. Make it, or name another file with --store.",
            "ストア {0} のディレクトリがありません。作成するか、--store で別のファイルを指定してください。"),
    IS_DIRECTORY(
            "The store {0} is a directory. Name a file with --store.", "ストア {0} はディレクトリです。--store でファイルを指定してください。"),
    UNKNOWN_KIND(
            "The store {0} is of a kind that this version does not know. Name a file, for example --store shirube.db, or jdbc:postgresql://host/database.",
            "ストア {0} は未対応の種類です。ファイル（例：--store shirube.db）または jdbc:postgresql://ホスト/データベース を指定してください。"),
    AWAY(
            "The database server of the store {0} does not answer or takes no connection now ({1}). Check host, port and network, or try again later; what was committed stays.",
            "ストア {0} のデータベースサーバーに接続できません（{1}）。ホスト、ポート、ネットワークを確認するか、後で再度実行してください。確定済みの結果は残っています。"),
    LOG_IN(
            "The database server refuses the user or the password for the store {0} ({1}). Set PGUSER and PGPASSWORD, or write the password into ~/.pgpass.",
            "ストア {0} のデータベースサーバーがユーザーまたはパスワードを拒否しました（{1}）。PGUSER と PGPASSWORD を設定するか、~/.pgpass に記載してください。"),
    NO_DATABASE(
            "There is no such database: {0}. Have it made (CREATE DATABASE), or correct its name in --store.",
            "データベース {0} がありません。作成する（CREATE DATABASE）か、--store の名前を修正してください。"),
    NO_SCHEMA(
            "The schema of the store {0} does not exist, or this user may not use it. Have it made (CREATE SCHEMA), or correct ?currentSchema= in --store.",
            "ストア {0} のスキーマが存在しないか、使用権限がありません。作成する（CREATE SCHEMA）か、--store の ?currentSchema= を修正してください。"),
    NO_RIGHT(
            "The store {0} cannot be written by this user, or its server is read-only ({1}). Ask its administrator for the right to write (and, for a new store, CREATE on the schema).",
            "ストア {0} に書き込む権限がないか、サーバーが読み取り専用です（{1}）。管理者に書き込み権限（新規の場合はスキーマの CREATE 権限）を依頼してください。"),
    FOREIGN_SCHEMA(
            "The schema of {0} holds tables of another program. It was not touched: name an empty schema, as in ?currentSchema=shirube.",
            "{0} のスキーマには他のプログラムの表があります（変更していません）。空のスキーマを指定してください（例：?currentSchema=shirube）。"),
    NAME_TAKEN(
            "The store {0} has a snapshot named {1} already, and a snapshot never changes. Choose another name with --snapshot.",
            "ストア {0} には {1} という名前のスナップショットが既にあります（スナップショットは変更されません）。--snapshot で別の名前を指定してください。"),
    NO_ROOM_TO_SORT(
            "The list could not be sorted: {0} cannot be written or is full. Make room there, name another directory for temporary files (java.io.tmpdir), or ask for less (--system, --path).",
            "一覧を並べ替えられません。{0} に書き込めないか、空きがありません。空きを作るか、一時ファイルの場所（java.io.tmpdir）を変えるか、対象を絞ってください（--system、--path）。"),
    OTHER(
            "The store {0} could not be used ({1}). Check the file and its disk, or name another with --store.",
            "ストア {0} を使用できません（{1}）。ファイルとディスクを確認するか、--store で別のファイルを指定してください。");

    private final String english;
    private final String japanese;

    StoreFault(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** The exception for that store, where nothing else is known of the reason. */
    StoreException at(String store) {
        return at(store, "?");
    }

    /** The exception for that store and the database's own code of the reason. */
    StoreException at(String store, String reason) {
        return at(store, reason, null);
    }

    /** The exception for that store, the database's own code of the reason, and what was caught. */
    StoreException at(String store, String reason, SQLException cause) {
        return new StoreException(
                english.replace("{1}", reason).replace("{0}", store),
                japanese.replace("{1}", reason).replace("{0}", store),
                cause);
    }

    /** What is there is no store, in the words of that database. */
    static StoreFault foreign(Dialect dialect) {
        return dialect instanceof PostgresDialect ? FOREIGN_SCHEMA : FOREIGN;
    }
}
