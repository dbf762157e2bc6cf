/** What the page itself says, Japanese first. Words of the domain come with the data. */
import type { Lang } from "./data";

const WORDS = {
  overview: ["概要", "Overview"],
  systems: ["システム", "Systems"],
  inventory: ["暗号利用箇所", "Uses of cryptography"],
  roadmap: ["工程表", "Roadmap"],
  progress: ["進捗・残存リスク", "Progress and exposure"],
  policies: ["方針", "Policies"],
  coverage: ["調査範囲", "Coverage"],
  skip: ["本文へ", "Skip to content"],
  language: ["English", "日本語"],
  theme: ["明暗", "Theme"],
  themeAuto: ["自動", "auto"],
  themeLight: ["明", "light"],
  themeDark: ["暗", "dark"],
  print: ["印刷", "Print"],
  asOf: ["基準日", "As of"],
  search: ["検索", "Search"],
  searchHint: ["場所・アルゴリズム・ID など（空白で区切ると AND）", "Place, algorithm, id… (all words must match)"],
  all: ["すべて", "all"],
  empty: ["（不明・空欄）", "(unknown, empty)"],
  clear: ["条件を解除", "Clear"],
  rowsOf: ["{0} 行（全 {1} 行）", "{0} of {1} rows"],
  noRows: ["条件に合う行はありません。条件を解除してください。", "No row matches. Clear the conditions."],
  noVerdicts: [
    "適用した方針パックの規則は、見つかった資産について不適合・注意・要確認のいずれも示していない。",
    "No rule of the packs in use says fail, warning or to confirm of any asset that was found.",
  ],
  noConflict: ["記録された食い違いはない。", "No disagreement between them is on record."],
  noGaps: [
    "未調査または読めなかったものの記録はない。調査を指示していない対象は、ここには現れない。",
    "Nothing is on record as not looked at or not readable. What nobody asked to scan does not show up here.",
  ],
  close: ["閉じる", "Close"],
  unknown: ["―", "―"],
  printedRows: [
    "印刷は先頭の {0} 行まで（全 {1} 行）。全件は Excel（shirube report xlsx）にあります。",
    "Printed: the first {0} of {1} rows. All rows are in the workbook (shirube report xlsx).",
  ],
  kpiNotLooked: ["うち未調査 {0}", "{0} not looked at"],
  kpiAllLooked: ["すべて調査に着手", "all looked at at least in part"],
  kpiPlaces: ["暗号利用箇所 {0}", "{0} uses of cryptography"],
  kpiDue: ["最も早い期限", "Earliest deadline"],
  kpiNoDue: ["期限なし", "no deadline"],
  kpiDueWhy: ["方針パックによる", "by the policy packs"],
  kpiGaps: ["未調査・読めなかったもの", "Not looked at, not readable"],
  kpiGapsWhy: ["見つからないことは「ない」ことではない", "Not found does not mean none"],
  kpiNoPlan: ["計画未採用", "no plan in force"],
  kpiNoPlanWhy: ["進捗は分からない", "progress is not known"],
  kpiPlanWhy: ["採用した計画の基準日", "as-of date of the plan in force"],
  urgentSystems: ["優先度の高いシステム", "Most urgent systems"],
  urgentNote: [
    "点数は本製品独自の優先順位。幅は未登録の値による。",
    "Scores are the product's own order; a range stands for values not declared.",
  ],
  attention: ["判断・回答が必要な事項", "Needs a decision or an answer"],
  lateTasks: ["期限に間に合わない作業", "Tasks that are not in time"],
  questions: ["主管部局への質問", "Questions to owners"],
  unlooked: ["一度も調査していないシステム", "Systems never looked at"],
  more: ["ほか {0} 件", "{0} more"],
  score: ["点数", "Score"],
  priority: ["優先度", "Priority"],
  deadline: ["期限", "Deadline"],
  assets: ["資産", "Assets"],
  asset: ["資産", "Asset"],
  use: ["用途", "Use"],
  threat: ["量子計算機の影響", "Quantum threat"],
  places: ["箇所", "Places"],
  verdicts: ["方針の判定", "What the rules say"],
  verdict: ["判定", "Verdict"],
  task: ["作業", "Task"],
  tasks: ["移行作業", "Tasks"],
  facts: ["台帳と評価", "Register and assessment"],
  context: ["本体・試験", "Main or test"],
  noUseSeen: ["利用未確認", "no use seen"],
  untasked: ["作業がない理由", "Why no task"],
  noAssets: [
    "この システムで見つかった資産はありません。調査範囲を確認してください（「ない」ことを意味しません）。",
    "No asset was found in this system. See the coverage: not found does not mean none.",
  ],
  noTasks: [
    "計画された作業はありません（未調査のシステムでは「不要」を意味しません）。",
    "No task is planned. Of a system that nobody looked at this does not mean that none is needed.",
  ],
  occurrences: ["見つかった箇所", "Where it was seen"],
  explain: ["根拠の確認", "Check it yourself"],
  line: ["行", "line"],
  zoomIn: ["拡大", "Zoom in"],
  zoomOut: ["縮小", "Zoom out"],
  fit: ["全体", "Fit"],
  collapse: ["すべて折りたたむ", "Collapse all"],
  expand: ["すべて開く", "Expand all"],
  dependencies: ["先行作業の線", "Dependency lines"],
  legend: ["凡例", "Legend"],
  legendWork: ["作業", "work"],
  legendLate: ["! 期限超過", "! late"],
  legendWait: ["外部待ち", "waiting"],
  legendDue: ["◆ 期限", "◆ deadline"],
  legendRenewal: ["◇ 更改年度", "◇ renewal year"],
  legendMilestone: ["★ 規則の期日", "★ a rule's date"],
  legendToday: ["基準日", "as-of date"],
  notPlaced: ["× 配置できず", "× not placed"],
  late: ["× 期限超過", "× late"],
  inTime: ["○ 期限内", "○ in time"],
  noDeadline: ["― 期限なし", "― no deadline"],
  outlook: ["見通し", "Outlook"],
  period: ["時期", "When"],
  team: ["担当", "Team"],
  effort: ["工数", "Effort"],
  cost: ["費用", "Cost"],
  yen: ["{0} 円", "{0} yen"],
  assumedEffort: ["（仮置き）", " (placeholder)"],
  days: ["{0} 人日", "{0} person-days"],
  after: ["先行作業", "After"],
  before: ["後続作業", "Before"],
  targets: ["移行先", "Replacement"],
  reasons: ["根拠", "Reasons"],
  needs: ["間に合わせるために必要なこと", "What it would take to be in time"],
  review: ["見直し日", "Review"],
  coveredUses: ["対象の箇所", "Uses covered"],
  packs: ["適用した方針パック", "Policy packs in use"],
  noPacks: ["方針パックは適用していない。期限は示さない。", "No policy pack is in use: no deadlines are shown."],
  adopted: ["内部規則として採用", "adopted as an internal rule"],
  informational: ["参考", "for information"],
  conflictsInUse: ["適用中の方針の間の食い違い", "Where the packs in use disagree"],
  conflictsOther: ["ほかの機関との食い違い", "Where other authorities disagree"],
  conflictsNote: ["食い違いは示すだけで、黙って解決しない。", "Disagreements are shown, never settled in silence."],
  oneSide: ["一方", "One side"],
  otherSide: ["他方", "The other"],
  ruleBoard: ["規則ごとの判定", "What each rule says"],
  rule: ["規則", "Rule"],
  fails: ["不適合", "Fail"],
  warns: ["注意", "Warning"],
  opens: ["要確認", "To confirm"],
  fileCoverage: ["システムごとのファイル数", "Files by system"],
  standing: ["状態", "State"],
  scanned: ["○ 調査", "○ scanned"],
  imported: ["△ 取込みのみ", "△ imported only"],
  "not-scanned": ["× 未調査", "× not scanned"],
  scopeRows: ["前提・未調査・支障・調査範囲の全件", "Assumptions, gaps, diagnostics and coverage in full"],
  values: ["図の値", "Values"],
  planInForce: ["採用した計画：基準日 {0}", "In force: the plan of {0}"],
  noPlanInForce: [
    "採用した計画がないため、進捗は分からない（遅れがないという意味ではない）。shirube roadmap plan --adopt で計画を採用すると、以後の実績をこれと比べる。",
    "No plan is in force, so progress is not known; that does not mean that nothing is late. Put one in force with shirube roadmap plan --adopt: from then on it is compared with what is reported.",
  ],
  nothingReported: [
    "実績の報告はまだない（着手していないという意味ではない）。Excel の様式4に開始・終了実績を記入し、shirube report read FILE.xlsx で読み込む。",
    "Nothing was reported yet, which does not mean that nothing was begun. Fill in the dates of form 4 of the workbook, then shirube report read FILE.xlsx.",
  ],
  reported: ["実績が報告された作業：{0} 件", "Tasks with a reported date: {0}"],
  notCompared: [
    "採用後のスキャンがないため、検出結果は比較していない（変化なしという意味ではない）。shirube scan で調査すると比較する。",
    "Nothing was scanned since the plan was adopted, so findings are not compared; that does not mean that nothing changed. Scan again with shirube scan.",
  ],
  progressChart: [
    "完了した作業の累計（全体、年度末）",
    "Tasks done by the end of each fiscal year, the office as a whole",
  ],
  progressChartNote: [
    "棒は終了が報告された作業、破線は採用した計画、実線は今回の計画。分からない年は描かない。",
    "Columns: tasks reported as finished. Broken line: the plan in force. Line: this plan. Years of which nothing is known are not drawn.",
  ],
  thisYear: ["今年度（{0}）", "This year ({0})"],
  allYears: ["年度・システムごとの全件", "Every year and system"],
  exposureUnlooked: [
    "どのシステムも調査していないため、残存リスクは分からない。shirube scan TARGET --system ID で調査する。",
    "No system was looked at, so nothing is known of what stays exposed. Scan: shirube scan TARGET --system ID.",
  ],
  exposureNothing: [
    "調査した範囲の本体コードに、移行が必要な利用は見つかっていない（「ない」ことを意味しない）。調査範囲を確認し、足りなければ shirube scan TARGET --system ID で調査する。",
    "No use that must migrate was found in the main code that was looked at; not found does not mean none. See the coverage, and scan what is missing: shirube scan TARGET --system ID.",
  ],
  exposureSome: [
    "一度も調査していない {0} システムは、この件数に含まれない。shirube scan TARGET --system ID で調査する。",
    "Systems never looked at ({0}) are in none of these numbers. Scan them: shirube scan TARGET --system ID.",
  ],
  exposureUndeclared: [
    "保護期間が未登録の {0} システムは、「中」と「高」では長期と仮定する。shirube systems template の台帳に記入し、shirube systems import で登録する。",
    "Of systems without a declared protection period ({0}), likely and high assume a long one. Declare it in the register (shirube systems template, then shirube systems import).",
  ],
  recorded: ["後日解読される利用", "Recorded now, read later"],
  forgeable: ["偽造され得る利用", "Forgeable"],
  bandsAre: [
    "帯は低から高、線は中。実線と塗りは計画あり、破線と斜線は計画なし。",
    "Bands run from low to high, lines are the likely number. Line and fill: with the plan; broken line and hatching: without.",
  ],
  gone: ["この番号のものはこの頁にありません。", "There is no such item in this page."],
  keys: ["キー操作：/ 検索　↑↓ 行　Enter 詳細　Esc 閉じる", "Keys: / search, ↑↓ rows, Enter details, Esc close"],
  year: ["令和{0}年度", "FY{0}"],
  left: ["{0} 件", "{0}"],
} satisfies Record<string, [string, string]>;

export type Word = keyof typeof WORDS;

export function say(word: Word, lang: Lang, ...values: (string | number)[]): string {
  const text = WORDS[word][lang === "ja" ? 0 : 1];
  return text.replace(/\{(\d)\}/g, (_, place) => {
    const value = values[Number(place)];
    return typeof value === "number" ? grouped(value) : value;
  });
}

export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A fiscal year's name: 令和17年度 or FY2035. */
export function fiscalYear(year: number, lang: Lang): string {
  return lang === "ja" ? `令和${year - 2018}年度` : `FY${year}`;
}

/** The same where there is little room: R17 or FY2035. */
export function briefYear(year: number, lang: Lang): string {
  return lang === "ja" ? `R${year - 2018}` : `FY${year}`;
}

/** A quarter counted from year 0: R17-1Q or FY2035 Q1. */
export function quarterName(index: number, lang: Lang): string {
  const year = Math.floor(index / 4);
  const quarter = (index % 4) + 1;
  return lang === "ja" ? `R${year - 2018}-${quarter}Q` : `FY${year} Q${quarter}`;
}

/** A day as a place on the axis of quarters. */
export function dayPlace(day: string): number {
  const [year, month, date] = day.split("-").map(Number);
  const months = year * 12 + month - 1 - 3;
  return months / 3 + (date - 1) / 31 / 3;
}
