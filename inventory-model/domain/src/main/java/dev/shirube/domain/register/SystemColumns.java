package dev.shirube.domain.register;

import java.util.List;

/** The columns of the register of information systems, in the order of the form. */
final class SystemColumns {

    static final RegisterColumn ID = RegisterColumn.required("system_id", "システムID", "id");
    static final RegisterColumn NAME = RegisterColumn.required("name", "情報システム名", "システム名", "system_name");
    static final RegisterColumn OWNER =
            RegisterColumn.of("owner", "担当部局", "owner_department", "department", "所管部局", "担当部署");
    static final RegisterColumn CONTACT = RegisterColumn.of("contact", "連絡先", "担当者");
    static final RegisterColumn CATEGORY = RegisterColumn.of("category", "区分", "システム区分");
    static final RegisterColumn IMPACT = RegisterColumn.of("impact", "影響度");
    static final RegisterColumn EXPOSURE = RegisterColumn.of("exposure", "接続区分");
    static final RegisterColumn PROTECTION =
            RegisterColumn.of("protection_years", "保護期間(年)", "保護期間", "protection_period_years");
    static final RegisterColumn TRUST = RegisterColumn.of("trust_until", "署名の信頼期間(末日)", "署名の信頼期間", "信頼期間の末日");
    static final RegisterColumn VERIFIER = RegisterColumn.of("verifier_updatable", "検証側の更新可否", "検証側更新可否");
    static final RegisterColumn RENEWAL = RegisterColumn.of("renewal_fiscal_year", "次期更改年度", "更改年度", "更改予定年度", "更改予定");
    static final RegisterColumn TEAM = RegisterColumn.of("team", "担当チーム", "チーム");
    static final RegisterColumn NOTE = RegisterColumn.of("note", "備考", "notes", "remarks");

    static final List<RegisterColumn> ALL = List.of(
            ID, NAME, OWNER, CONTACT, CATEGORY, IMPACT, EXPOSURE, PROTECTION, TRUST, VERIFIER, RENEWAL, TEAM, NOTE);

    private SystemColumns() {}
}
