/** The page's data, `shirube-page/1`, as RoadmapPage writes it, and tables over its coded columns. */

export type Lang = "ja" | "en";
export type Tone = "plain" | "good" | "caution" | "danger" | "muted";
export type Kind = "text" | "number" | "date" | "choice";

/** A text in both languages: once where they say the same. */
type Both = string | [string, string];
/** The place of a text in `texts`. */
export type Said = number;

/** A column as CodedColumn writes it. */
interface Coded {
  d?: (Both | number)[];
  p?: number[];
  t?: Tone[];
  r?: number[];
  runs?: number[];
  count?: number;
}

interface RawColumn extends Coded {
  id: string;
  title: Said;
  note: Said;
  kind: Kind;
  width: number;
  input: boolean;
}

interface RawTable {
  name: Said;
  note: Said;
  rows: number;
  columns: RawColumn[];
}

export interface Task {
  id: string;
  wbs: string;
  system: string;
  title: Said;
  kind: string;
  kindName: Said;
  use: Said;
  start?: number;
  end?: number;
  due?: string;
  review?: string;
  renewal?: number;
  late: boolean;
  team: string;
  days: number;
  assumed: boolean;
  /** Left out where the office declared no rate: unknown, not nothing. */
  yen?: number;
  score?: string;
  findings: number;
  after: string[];
  targets: [Said, Said][];
  reasons: [Said, Said, Said?][];
  needs?: Said;
}

export interface Milestone {
  day: string;
  rule: Said;
  wording: Said;
}

export type Verdict = [outcome: "warn" | "fail" | "indeterminate", label: Said, rule: Said, reason: Said, day: Said];

export interface Asset {
  system: string;
  asset: string;
  name: string;
  use: Said;
  context: Said;
  threat: "vulnerable" | "unknown" | "weakened" | "safe";
  threatName: Said;
  seen: boolean;
  findings: number;
  due?: string;
  score?: string;
  task?: string;
  untasked?: Said;
  verdicts: Verdict[];
}

export interface Conflict {
  id: string;
  inUse: boolean;
  kind: Said;
  name: Said;
  text: Said;
  one: [Said, Said][];
  other: [Said, Said][];
}

export interface Pack {
  id: string;
  version: string;
  sha256: string;
  name: Said;
  adopted: boolean;
}

export interface Files {
  system: string;
  standing: "scanned" | "imported" | "not-scanned";
  inputs: number[];
}

export interface Cover {
  title: string;
  subtitle: string;
  sections: { title: string; entries: [string, string][] }[];
}

/** How a series is drawn: stacked columns, a line, a line that is not to be passed, or only as numbers. */
export type Style = "column" | "line" | "limit" | "values";

/** A chart of the workbook's overview. */
export interface Chart {
  title: Said;
  note: Said;
  category: Said;
  unit: Said;
  most?: number;
  categories: Said[];
  /** Null where nobody knows. */
  series: { name: Said; style: Style; values: (number | null)[] }[];
}

/** Low, likely, high. */
export type Band = [number, number, number];

export interface Exposure {
  dates: string;
  /** Systems whose protection period nobody declared. */
  undeclared: number;
  years: number[];
  recorded: Band[];
  forgeable: Band[];
  recordedWithout: Band[];
  forgeableWithout: Band[];
}

interface RawPage {
  schema: string;
  language: Lang;
  organisation: string;
  tool: string;
  asOf: string;
  horizon: number;
  basis: Said;
  cover: Record<Lang, Cover>;
  tables: {
    systems: RawTable;
    findings: RawTable;
    scope: RawTable;
    progress: RawTable;
    changes: RawTable;
    exposure: RawTable;
  };
  overview: {
    values: Said;
    figures: { label: Said; value: Said; tone: Tone }[];
    charts: Chart[];
    remarks: Said[];
  };
  /** Without a plan in force there is nothing to hold the tasks against. */
  progress: { inForce?: string; reported?: number; compared: boolean };
  exposure: Exposure;
  findingAssets: Coded;
  tasks: Task[];
  milestones: Milestone[];
  assets: Asset[];
  packs: Pack[];
  conflicts: Conflict[];
  outcomes: Said[];
  files: Files[];
  texts: Both[];
}

function pick(value: Both, lang: Lang): string {
  return typeof value === "string" ? value : value[lang === "ja" ? 0 : 1];
}

/** How a text is compared: width and case do not matter. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function valuesOf(raw: Coded): (Both | number)[] {
  if (raw.count !== undefined) {
    return Array.from({ length: raw.count }, (_, row) => row + 1);
  }
  const values = raw.d ?? [];
  if (raw.p) {
    for (let i = 1; i < values.length; i++) {
      values[i] = (values[i - 1] as string).slice(0, raw.p[i]) + (values[i] as string);
    }
  }
  return values;
}

function spread(runs: number[]): Int32Array {
  let size = 0;
  for (let i = 1; i < runs.length; i += 2) {
    size += runs[i];
  }
  const rows = new Int32Array(size);
  for (let i = 0, row = 0; i < runs.length; i += 2) {
    rows.fill(runs[i], row, row + runs[i + 1]);
    row += runs[i + 1];
  }
  return rows;
}

/** The values of one column: each distinct one once, and for each row the place of its value. */
export class Codes {
  readonly values: (Both | number)[];
  private readonly tones?: Tone[];
  private readonly rows?: Int32Array;
  private readonly search = new Map<Lang, string[]>();
  private readonly ranks = new Map<Lang, Int32Array>();

  constructor(raw: Coded) {
    this.values = valuesOf(raw);
    this.tones = raw.t;
    this.rows = raw.runs ? spread(raw.runs) : raw.r && Int32Array.from(raw.r);
  }

  code(row: number): number {
    return this.rows ? this.rows[row] : row;
  }

  textOf(code: number, lang: Lang): string {
    const value = this.values[code];
    return typeof value === "number" ? String(value) : pick(value, lang);
  }

  toneOf(code: number): Tone {
    return this.tones ? this.tones[code] : "plain";
  }

  isEmpty(code: number): boolean {
    return this.values[code] === "";
  }

  /** The code of that text, or -1. */
  find(text: string): number {
    return this.values.indexOf(text);
  }

  /** For each value whether it contains that folded text; where few do, the rows are told by this alone. */
  matches(needle: string, lang: Lang): Uint8Array {
    let texts = this.search.get(lang);
    if (!texts) {
      texts = this.values.map((_, code) => folded(this.textOf(code, lang)));
      this.search.set(lang, texts);
    }
    const hits = new Uint8Array(texts.length);
    for (let i = 0; i < texts.length; i++) {
      if (texts[i].includes(needle)) {
        hits[i] = 1;
      }
    }
    return hits;
  }

  /** The place of each value in order: numbers by size, words with a tone by urgency, text by text; empty last. */
  rank(lang: Lang): Int32Array {
    let ranks = this.ranks.get(lang);
    if (!ranks) {
      const order = Array.from(this.values.keys());
      order.sort((a, b) => this.compare(a, b, lang));
      ranks = new Int32Array(order.length);
      order.forEach((code, place) => (ranks![code] = place));
      this.ranks.set(lang, ranks);
    }
    return ranks;
  }

  private compare(a: number, b: number, lang: Lang): number {
    const emptiness = Number(this.isEmpty(a)) - Number(this.isEmpty(b));
    if (emptiness !== 0) {
      return emptiness;
    }
    const urgency = URGENCY[this.toneOf(a)] - URGENCY[this.toneOf(b)];
    if (urgency !== 0) {
      return urgency;
    }
    const one = this.values[a];
    const two = this.values[b];
    if (typeof one === "number" && typeof two === "number") {
      return one - two;
    }
    const left = this.textOf(a, lang);
    const right = this.textOf(b, lang);
    return this.values.length < COLLATED ? natural.compare(left, right) : left < right ? -1 : left > right ? 1 : 0;
  }
}

const URGENCY: Record<Tone, number> = { danger: 0, caution: 1, plain: 2, good: 3, muted: 4 };
/** Up to how many values a column is put in a reader's order; beyond, in that of code points, which is ten times as fast. */
const COLLATED = 20_000;
const natural = new Intl.Collator(["ja", "en"], { numeric: true });

/** What a grid shows of a column, whatever stands behind it. */
export interface GridColumn {
  readonly id: string;
  readonly kind: Kind;
  readonly width: number;
  /** Whether its owner declares it. */
  readonly input: boolean;
  title(lang: Lang): string;
  note(lang: Lang): string;
  text(row: number, lang: Lang): string;
  tone(row: number): Tone;
}

export class Column extends Codes implements GridColumn {
  readonly id: string;
  readonly kind: Kind;
  readonly width: number;
  readonly input: boolean;

  constructor(
    private readonly raw: RawColumn,
    private readonly page: PageData,
  ) {
    super(raw);
    this.id = raw.id;
    this.kind = raw.kind;
    this.width = raw.width;
    this.input = raw.input;
  }

  title(lang: Lang): string {
    return this.page.say(this.raw.title, lang).replace("\n", lang === "ja" ? "" : " ");
  }

  note(lang: Lang): string {
    return this.page.say(this.raw.note, lang);
  }

  text(row: number, lang: Lang): string {
    return this.textOf(this.code(row), lang);
  }

  tone(row: number): Tone {
    return this.toneOf(this.code(row));
  }
}

/** The same column in another width. */
export function resized(column: GridColumn, width: number): GridColumn {
  return {
    id: column.id,
    kind: column.kind,
    input: column.input,
    width,
    title: (lang) => column.title(lang),
    note: (lang) => column.note(lang),
    text: (row, lang) => column.text(row, lang),
    tone: (row) => column.tone(row),
  };
}

export interface Query {
  search: string;
  /** Column id to the code of the value it must have. */
  filters: Record<string, number>;
  sort: string;
  descending: boolean;
}

export class Table {
  readonly rows: number;
  readonly columns: Column[];
  private readonly byId = new Map<string, Column>();
  private last?: { key: string; keep: Uint8Array };

  constructor(
    private readonly raw: RawTable,
    private readonly page: PageData,
  ) {
    this.rows = raw.rows;
    this.columns = raw.columns.map((it) => new Column(it, page));
    this.columns.forEach((it) => this.byId.set(it.id, it));
  }

  name(lang: Lang): string {
    return this.page.say(this.raw.name, lang);
  }

  note(lang: Lang): string {
    return this.page.say(this.raw.note, lang);
  }

  column(id: string): Column {
    const column = this.byId.get(id);
    if (!column) {
      throw new Error("There is no column " + id);
    }
    return column;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** The first row with that value in that column, or -1. */
  rowOf(id: string, value: string): number {
    const column = this.column(id);
    const code = column.find(value);
    for (let row = 0; code >= 0 && row < this.rows; row++) {
      if (column.code(row) === code) {
        return row;
      }
    }
    return -1;
  }

  /** The rows that hold every word of the search and every filter, in order. */
  select(query: Query, lang: Lang): Uint32Array {
    const keep = this.kept(query, lang);
    let count = 0;
    for (let row = 0; row < this.rows; row++) {
      count += keep[row];
    }
    const rows = new Uint32Array(count);
    for (let row = 0, next = 0; row < this.rows; row++) {
      if (keep[row]) {
        rows[next++] = row;
      }
    }
    return query.sort && this.has(query.sort)
      ? this.sorted(rows, this.column(query.sort), query.descending, lang)
      : rows;
  }

  private kept(query: Query, lang: Lang): Uint8Array {
    const keep = this.found(query.search, lang).slice();
    for (const [id, wanted] of Object.entries(query.filters)) {
      if (this.has(id)) {
        const column = this.column(id);
        for (let row = 0; row < this.rows; row++) {
          keep[row] &= Number(column.code(row) === wanted);
        }
      }
    }
    return keep;
  }

  /** For each row whether it holds every word; kept, since every filter's counts ask the same. */
  private found(search: string, lang: Lang): Uint8Array {
    const key = lang + search;
    if (this.last?.key !== key) {
      const keep = new Uint8Array(this.rows).fill(1);
      for (const word of folded(search).split(/\s+/).filter(Boolean)) {
        const hits = this.columns.map((it) => [it, it.matches(word, lang)] as const).filter((it) => it[1].includes(1));
        for (let row = 0; row < this.rows; row++) {
          if (keep[row]) {
            keep[row] = Number(hits.some(([column, hit]) => hit[column.code(row)]));
          }
        }
      }
      this.last = { key, keep };
    }
    return this.last.keep;
  }

  /** Stable: one number holds the rank and the place before, so that the sort is a plain one of numbers. */
  private sorted(rows: Uint32Array, column: Column, descending: boolean, lang: Lang): Uint32Array {
    const rank = column.rank(lang);
    const keys = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const code = column.code(rows[i]);
      const place = column.isEmpty(code) ? rank.length : descending ? rank.length - 1 - rank[code] : rank[code];
      keys[i] = place * rows.length + i;
    }
    keys.sort();
    return Uint32Array.from(keys, (key) => rows[key % rows.length]);
  }

  /** How many of the rows that the rest of the query keeps have each value of that column. */
  counts(id: string, query: Query, lang: Lang): Int32Array {
    const filters = { ...query.filters };
    delete filters[id];
    const keep = this.kept({ ...query, filters }, lang);
    const column = this.column(id);
    const counts = new Int32Array(column.values.length);
    for (let row = 0; row < this.rows; row++) {
      counts[column.code(row)] += keep[row];
    }
    return counts;
  }
}

export class PageData {
  readonly systems: Table;
  readonly findings: Table;
  readonly scope: Table;
  readonly progress: Table;
  readonly changes: Table;
  readonly exposure: Table;
  readonly exposureRows: Uint32Array;
  readonly findingAssets: Codes;
  readonly taskByWbs = new Map<string, Task>();

  constructor(readonly raw: RawPage) {
    this.systems = new Table(raw.tables.systems, this);
    this.findings = new Table(raw.tables.findings, this);
    this.scope = new Table(raw.tables.scope, this);
    this.progress = new Table(raw.tables.progress, this);
    this.changes = new Table(raw.tables.changes, this);
    this.exposure = new Table(raw.tables.exposure, this);
    this.exposureRows = Uint32Array.from({ length: this.exposure.rows }, (_, row) => row);
    this.findingAssets = new Codes(raw.findingAssets);
    raw.tasks.forEach((it) => this.taskByWbs.set(it.wbs, it));
  }

  /** The rows of the scope that tell of something nobody looked at or could read; one for each file, not for each detector. */
  gaps(): Uint32Array {
    const outcome = this.scope.column("outcome");
    const detector = this.scope.column("detector");
    const rows = Array.from({ length: this.scope.rows }, (_, row) => row);
    return Uint32Array.from(
      rows.filter((row) => outcome.tone(row) === "danger" && ["", "-", "file"].includes(detector.text(row, "en"))),
    );
  }

  say(place: Said, lang: Lang): string {
    return pick(this.raw.texts[place], lang);
  }

  /** The name of a system as its register has it; the office's own tasks as form 5 calls them; else the id. */
  systemName(id: string, lang: Lang): string {
    const row = this.systems.rowOf("id", id);
    const form = row < 0 ? this.progress.rowOf("system", id) : -1;
    return (
      (row >= 0 && this.systems.column("name").text(row, lang)) ||
      (form >= 0 && this.progress.column("name").text(form, lang)) ||
      id
    );
  }

  /** Whether there is a page of it to lead to. */
  isSystem(id: string): boolean {
    return this.systems.rowOf("id", id) >= 0 || this.findings.column("system").find(id) >= 0;
  }
}
