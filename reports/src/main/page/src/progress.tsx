/** What became of the plan: progress by fiscal year, what changed since it was put in force, and what stays exposed. */
import { useMemo } from "preact/hooks";
import { ChartView, type Drawn } from "./chart";
import { type GridColumn, type Lang, type PageData, resized, type Style, type Table } from "./data";
import { Drawer } from "./drawer";
import { Explorer } from "./explorer";
import { ExposureSection } from "./exposure";
import { Grid } from "./grid";
import { Badge, Fact, Lines, Link, SystemLink, useShared } from "./shared";
import { briefYear, dayPlace, fiscalYear, say } from "./words";

/** In digits: names and sentences no wider than a screen bears. */
const WIDTHS: Record<string, number> = {
  name: 24,
  state: 22,
  scanned: 30,
  kind: 24,
  work: 40,
  cause: 60,
  migrated: 14,
  share: 14,
  before: 30,
  after: 30,
};

function columnsOf(table: Table, without: string[]): GridColumn[] {
  return table.columns
    .filter((it) => !without.includes(it.id))
    .map((it): GridColumn => resized(it, WIDTHS[it.id] ?? it.width));
}

export function Progress() {
  return (
    <div class="split">
      <div class="sheet full progress">
        <InForce />
        <Changes />
        <ExposureSection />
      </div>
      <ChangeDrawer />
    </div>
  );
}

function InForce() {
  const { data, lang, go, w } = useShared();
  const table = data.progress;
  const { progress, asOf } = data.raw;
  const year = Math.floor(dayPlace(asOf) / 4);
  const thisYear = useMemo(() => rowsOf(table, (row) => yearOf(table, row) === year && !office(table, row)), [data]);
  const chart = useMemo(() => chartOf(data, lang), [data, lang]);
  const open = (row: number) => {
    const system = table.column("system").text(row, lang);
    if (data.systems.rowOf("id", system) >= 0) {
      go({ view: "systems", args: [system], params: {} });
    }
  };
  return (
    <section id="progress">
      <h2>{table.name(lang)}</h2>
      {progress.inForce === undefined ? (
        <p class="missing">{w("noPlanInForce")}</p>
      ) : (
        <p>
          <Badge tone="good">{w("planInForce", progress.inForce)}</Badge>{" "}
          {progress.reported! > 0 && w("reported", progress.reported!)}
        </p>
      )}
      {progress.reported === 0 && <p class="missing">{w("nothingReported")}</p>}
      {!progress.compared && progress.inForce !== undefined && <p class="missing">{w("notCompared")}</p>}
      <p class="note">{table.note(lang)}</p>
      <div class="panel">
        <h3>{w("progressChart")}</h3>
        <ChartView chart={chart} valuesTitle={w("values")} wide />
      </div>
      {thisYear.length > 0 && (
        <>
          <h3>{w("thisYear", fiscalYear(year, lang))}</h3>
          <Grid
            compact
            label={w("thisYear", fiscalYear(year, lang))}
            columns={columnsOf(table, ["number", "year", "system"])}
            rows={thisYear}
            onOpen={open}
          />
        </>
      )}
      <h3>{w("allYears")}</h3>
      <Explorer
        name="p"
        table={table}
        columns={columnsOf(table, ["number"])}
        facets={["name", "year", "state"]}
        onOpen={open}
        compact
      />
    </section>
  );
}

function Changes() {
  const { data, lang, route, go, w } = useShared();
  const table = data.changes;
  const open = chosen(route.args, table);
  return (
    <section id="changes">
      <h2>{table.name(lang)}</h2>
      {data.raw.progress.inForce === undefined ? (
        // The form says it in its one row.
        <p class="missing">{table.column("work").text(0, lang)}</p>
      ) : (
        <>
          <p class="note">{table.note(lang)}</p>
          <Explorer
            name="c"
            table={table}
            columns={columnsOf(table, ["number", "id"])}
            facets={["kind", "system"]}
            selected={open}
            onOpen={(row) => go({ ...route, args: [String(row)] }, true)}
            compact
          />
        </>
      )}
      {data.raw.progress.inForce !== undefined && !data.raw.progress.compared && (
        <p class="missing">{w("notCompared")}</p>
      )}
    </section>
  );
}

function chosen(args: string[], table: Table): number | undefined {
  const row = args[0] === undefined ? -1 : Number(args[0]);
  return row >= 0 && row < table.rows ? row : undefined;
}

function ChangeDrawer() {
  const { data, lang, route, go, w } = useShared();
  const table = data.changes;
  const row = chosen(route.args, table);
  if (row === undefined || data.raw.progress.inForce === undefined) {
    return null;
  }
  const task = data.raw.tasks.find((it) => it.id === table.column("id").text(row, "ja"));
  const system = table.column("system").text(row, "ja");
  return (
    <Drawer
      title={table.column("work").text(row, lang)}
      id={"change-" + row}
      onClose={() => go({ ...route, args: [] }, true)}
    >
      <dl class="facts">
        {table.columns
          .filter((it) => it.id !== "number" && it.id !== "work")
          .map((column) => {
            const text = column.text(row, lang);
            return (
              <Fact key={column.id} label={column.title(lang)}>
                {text === "" ? (
                  <span class="none">―</span>
                ) : column.id === "system" ? (
                  <SystemLink id={system} />
                ) : column.id === "id" && task ? (
                  <Link to={["roadmap", task.wbs]}>{text}</Link>
                ) : (
                  <Badge tone={column.tone(row)}>
                    <Lines text={text} />
                  </Badge>
                )}
              </Fact>
            );
          })}
      </dl>
      {task && (
        <p>
          <Link to={["roadmap", task.wbs]}>
            {w("roadmap")} {task.wbs}
          </Link>
        </p>
      )}
    </Drawer>
  );
}

function rowsOf(table: Table, which: (row: number) => boolean): Uint32Array {
  return Uint32Array.from(Array.from({ length: table.rows }, (_, row) => row).filter(which));
}

/** Rows of the office as a whole name no system. */
function office(table: Table, row: number): boolean {
  return table.column("system").text(row, "ja") === "";
}

function yearOf(table: Table, row: number): number {
  return Number(table.column("year").text(row, "en").slice(2));
}

/** The office's rows as a chart: what is in force against what was reported, cumulated. */
function chartOf(data: PageData, lang: Lang): Drawn {
  const table = data.progress;
  const rows = rowsOf(table, (row) => office(table, row));
  const series = (id: string, style: Style) => ({
    name: table.column(id).title(lang),
    style,
    values: Array.from(rows, (row) => {
      const text = table.column(id).text(row, lang);
      return text === "" ? null : Number(text);
    }),
  });
  return {
    title: table.name(lang),
    note: say("progressChartNote", lang),
    category: table.column("year").title(lang),
    unit: say("tasks", lang),
    categories: Array.from(rows, (row) => briefYear(yearOf(table, row), lang)),
    series: [series("done", "column"), series("now", "line"), series("planned", "limit"), series("overdue", "values")],
  };
}
