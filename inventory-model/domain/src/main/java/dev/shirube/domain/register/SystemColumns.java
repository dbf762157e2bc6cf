package dev.shirube.domain.register;

import dev.shirube.domain.Exposure;
import dev.shirube.domain.Grade;
import dev.shirube.domain.Hosting;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * The columns of the register of information systems, in the order of the form: template, import, export and their
 * explanation all come from these rows.
 */
final class SystemColumns {

    static final SystemColumn<String> ID = SystemColumn.plain(
            row("system_id", "システムID", "System ID", 14)
                    .also("id", "情報システムID", "システム番号", "システムコード")
                    .must()
                    .note("部局をまたいで一意の短い記号。変更しない。", "A short mark, unique across departments; never change it.")
                    .example("juki")
                    .column(),
            CellKind.ID,
            InformationSystem::id);

    static final SystemColumn<String> NAME = SystemColumn.plain(
            row("name", "情報システム名", "Name", 26)
                    .also("システム名", "システム名称", "情報システムの名称", "system_name", "information system")
                    .must()
                    .example("住民記録システム", "Resident records")
                    .column(),
            CellKind.TEXT,
            InformationSystem::name);

    static final SystemColumn<String> OWNER = SystemColumn.plain(
            row("owner_department", "担当部局", "Owner department", 16)
                    .also("owner", "department", "所管部局", "担当部署", "所管課", "主管部局")
                    .example("市民課", "Residents' division")
                    .column(),
            CellKind.TEXT,
            InformationSystem::owner);

    static final SystemColumn<String> CONTACT = SystemColumn.plain(
            row("contact", "連絡先", "Contact", 18)
                    .also("担当者", "担当者連絡先")
                    .note("担当者又は係と内線。", "A person or role to ask.")
                    .example("記録係 内線1234", "records desk, ext. 1234")
                    .column(),
            CellKind.TEXT,
            InformationSystem::contact);

    static final SystemColumn<String> CATEGORY = SystemColumn.plain(
            row("category", "区分", "Category", 12)
                    .also("システム区分")
                    .note("組織内の分類。自由記述。", "The office's own classification, in its own words.")
                    .example("基幹業務", "core business")
                    .column(),
            CellKind.TEXT,
            InformationSystem::category);

    static final SystemColumn<Integer> CONFIDENTIALITY = SystemColumn.declared(
            row("confidentiality", "機密性", "Confidentiality (1-3)", 10)
                    .also("機密性格付け", "機密性の格付け", "格付け(機密性)", "機密性(1-3)")
                    .note(
                            "統一基準の格付け（1～3）。影響度はここからは決まらない。",
                            "Grade of the Common Standards, 1 to 3. No impact follows from it.")
                    .example("2")
                    .column(),
            CellKind.grade("機密性", Grade.CONFIDENTIALITY),
            it -> it.protection().grade().confidentiality());

    static final SystemColumn<Integer> INTEGRITY = SystemColumn.declared(
            row("integrity", "完全性", "Integrity (1-2)", 10)
                    .also("完全性格付け", "完全性の格付け", "格付け(完全性)", "完全性(1-2)")
                    .note("統一基準の格付け（1～2）。", "Grade of the Common Standards, 1 to 2.")
                    .example("2")
                    .column(),
            CellKind.grade("完全性", Grade.INTEGRITY),
            it -> it.protection().grade().integrity());

    static final SystemColumn<Integer> AVAILABILITY = SystemColumn.declared(
            row("availability", "可用性", "Availability (1-2)", 10)
                    .also("可用性格付け", "可用性の格付け", "格付け(可用性)", "可用性(1-2)")
                    .note("統一基準の格付け（1～2）。", "Grade of the Common Standards, 1 to 2.")
                    .example("2")
                    .column(),
            CellKind.grade("可用性", Grade.AVAILABILITY),
            it -> it.protection().grade().availability());

    static final SystemColumn<Integer> IMPACT = SystemColumn.declared(
            row("impact", "影響度", "Impact (1-4)", 9)
                    .also("影響度(1-4)")
                    .note("1～4。4 は国の安全・人命・機密性3。", "1 to 4; 4 is national security, life, or 機密性3.")
                    .example("3")
                    .column(),
            CellKind.IMPACT,
            InformationSystem::impact);

    static final SystemColumn<String> DATA_KIND = SystemColumn.declared(
            row("data_kind", "情報の種類", "Kind of information", 20)
                    .also("取扱情報", "取り扱う情報", "情報種別", "data kind")
                    .example("特定個人情報", "personal records")
                    .column(),
            CellKind.TEXT,
            it -> it.protection().dataKind());

    static final SystemColumn<Integer> PROTECTION = SystemColumn.declared(
            row("protection_months", "保護期間(年)", "Protection (years)", 11)
                    .also("保護期間", "protection_years", "protection_period_years", "protection period")
                    .unit("か月", "保護期間(月)", "保護期間(か月)", "protection_months", "protection (months)")
                    .note("情報を秘匿し続ける必要がある年数。", "For how many years the data must stay confidential.")
                    .example("50")
                    .column(),
            CellKind.MONTHS,
            InformationSystem::protectionMonths);

    static final SystemColumn<LocalDate> TRUST = SystemColumn.declared(
            row("trust_until", "署名の信頼期間(末日)", "Signatures trusted until", 21)
                    .also("署名の信頼期間", "信頼期間の末日", "relied on until")
                    .note("署名又は鍵が信頼される最後の日。", "Last day on which anyone relies on its signatures or keys.")
                    .example("2046-03-31")
                    .column(),
            CellKind.DAY,
            InformationSystem::trustUntil);

    static final SystemColumn<Boolean> VERIFIER = SystemColumn.declared(
            row("verifier_updatable", "検証側の更新可否", "Verifier updatable", 11)
                    .also("検証側更新可否", "検証側の更新")
                    .note("署名を検証する側の機器・ソフトウェアを更新できるか。", "Whether those who verify its signatures can be updated.")
                    .example("可", "yes")
                    .column(),
            CellKind.TRUTH,
            InformationSystem::verifierUpdatable);

    static final SystemColumn<Hosting> HOSTING = SystemColumn.declared(
            row("hosting", "設置場所", "Hosting", 17)
                    .also("稼働環境", "設置形態", "ホスティング")
                    .example("データセンター", "data centre")
                    .column(),
            CellKind.HOSTING,
            it -> it.placement().hosting());

    static final SystemColumn<String> ZONE = SystemColumn.declared(
            row("network_zone", "ネットワーク区分", "Network zone", 18)
                    .also("ネットワーク", "zone", "セグメント", "ネットワーク系統")
                    .note("組織内の呼び名。自由記述。", "As the office names it.")
                    .example("LGWAN接続系", "LGWAN")
                    .column(),
            CellKind.TEXT,
            it -> it.placement().zone());

    static final SystemColumn<Exposure> EXPOSURE = SystemColumn.declared(
            row("exposure", "接続区分", "Exposure", 15)
                    .note("通信を記録し得る者、又は偽造物を届け得る者の範囲。", "Who can record its traffic or deliver a forgery to it.")
                    .example("取引先等", "partner")
                    .column(),
            CellKind.EXPOSURE,
            InformationSystem::exposure);

    static final SystemColumn<Integer> RENEWAL = SystemColumn.declared(
            row("renewal_fiscal_year", "次期更改年度", "Renewal fiscal year", 12)
                    .also("更改年度", "更改予定年度", "更改予定", "次期更改", "次期更改(年度)", "renewal (fiscal year)")
                    .note("次の更改が始まる年度（4月～翌年3月）。", "Fiscal year (April to March) of the next renewal.")
                    .example("令和11年度", "2029")
                    .column(),
            CellKind.FISCAL_YEAR,
            InformationSystem::renewalFiscalYear);

    static final SystemColumn<LocalDate> CONTRACT_END = SystemColumn.declared(
            row("contract_end", "契約満了日", "Contract end", 13)
                    .also("契約満了", "契約終了日", "契約期間満了日", "契約期限")
                    .example("2030-03-31")
                    .column(),
            CellKind.DAY,
            it -> it.procurement().contractEnd());

    static final SystemColumn<String> BUDGET_LINE = SystemColumn.declared(
            row("budget_line", "予算科目", "Budget line", 16)
                    .also("予算", "予算費目", "予算事業名")
                    .example("情報システム管理費", "systems administration")
                    .column(),
            CellKind.TEXT,
            it -> it.procurement().budgetLine());

    static final SystemColumn<String> VENDOR = SystemColumn.declared(
            row("vendor", "事業者", "Vendor", 18)
                    .also("ベンダー", "ベンダ", "委託先", "受託者", "保守事業者", "開発事業者")
                    .note("構築又は運用の事業者。", "Who built or runs it.")
                    .example("○○システムズ株式会社", "Example Systems Ltd")
                    .column(),
            CellKind.TEXT,
            it -> it.procurement().vendor());

    static final SystemColumn<List<String>> PEERS = SystemColumn.declared(
            row("peers", "接続先", "Peers", 22)
                    .also("連携先システム", "接続先システム", "連携先")
                    .note(
                            "情報をやり取りする相手のシステムID又は名称。複数は「、」で区切る。ない場合は「なし」。",
                            "Systems it exchanges data with, by id or name, separated by semicolons; none if there is none.")
                    .example("zeimu、住基ネット", "zeimu; Juki Net")
                    .column(),
            CellKind.NAMES,
            InformationSystem::peers);

    static final SystemColumn<String> TEAM = SystemColumn.plain(
            row("team", "担当チーム", "Team", 12)
                    .also("チーム", "移行担当")
                    .note("移行を担うチームの ID（体制表の ID）。", "Id of the team that migrates it, as in the table of teams.")
                    .example("kikan")
                    .column(),
            CellKind.TEXT,
            InformationSystem::team);

    static final SystemColumn<String> NOTE = SystemColumn.plain(
            row("note", "備考", "Notes", 28)
                    .also("notes", "remarks", "摘要", "特記事項")
                    .column(),
            CellKind.TEXT,
            InformationSystem::note);

    static final List<SystemColumn<?>> ALL = List.of(
            ID,
            NAME,
            OWNER,
            CONTACT,
            CATEGORY,
            CONFIDENTIALITY,
            INTEGRITY,
            AVAILABILITY,
            IMPACT,
            DATA_KIND,
            PROTECTION,
            TRUST,
            VERIFIER,
            HOSTING,
            ZONE,
            EXPOSURE,
            RENEWAL,
            CONTRACT_END,
            BUDGET_LINE,
            VENDOR,
            PEERS,
            TEAM,
            NOTE);

    private SystemColumns() {}

    private static ColumnDraft row(String id, String japanese, String english, int width) {
        return new ColumnDraft(id, new Text(japanese, english), width);
    }

    /** The columns without their cells. */
    static List<RegisterColumn> columns() {
        return ALL.stream().<RegisterColumn>map(SystemColumn::column).toList();
    }
}
