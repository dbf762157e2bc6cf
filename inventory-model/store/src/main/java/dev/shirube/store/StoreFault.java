package dev.shirube.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What went wrong with a database file, and what to do about it, in both languages; {@code {0}} is the file. */
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
            "The store {0} is of a kind that this version does not know. Name a file, for example --store shirube.db.",
            "ストア {0} は未対応の種類です。ファイルを指定してください（例：--store shirube.db）。"),
    OTHER(
            "The store {0} could not be used ({1}). Check the file and its disk, or name another with --store.",
            "ストア {0} を使用できません（{1}）。ファイルとディスクを確認するか、--store で別のファイルを指定してください。");

    private final String english;
    private final String japanese;

    StoreFault(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** The exception for that file. */
    StoreException at(String file) {
        return new StoreException(english.replace("{0}", file), japanese.replace("{0}", file));
    }

    /** Whether another connection holds what this one wants, so that trying again may help. */
    static boolean busy(SQLException e) {
        return code(e) == SQLiteErrorCode.SQLITE_BUSY;
    }

    /** An extended result code holds the primary one in its low byte. */
    private static SQLiteErrorCode code(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }

    /** What the database says, in our words; see SQLite's list of result codes. */
    static StoreException of(String file, SQLException e) {
        SQLiteErrorCode code = code(e);
        StoreFault fault = switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> LOCKED;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN -> READ_ONLY;
            case SQLITE_FULL -> FULL;
            case SQLITE_NOTADB -> FOREIGN;
            case SQLITE_CORRUPT -> CORRUPT;
            default -> OTHER;
        };
        String reason = code.name();
        return new StoreException(
                fault.english.replace("{0}", file).replace("{1}", reason),
                fault.japanese.replace("{0}", file).replace("{1}", reason),
                e);
    }
}
