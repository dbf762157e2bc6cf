/** The first page: where the organisation stands, what needs a decision, and how far the answer reaches. */
import { useMemo } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { PageData } from "./data";
import { Badge, Lines, Link, useShared } from "./shared";
import { Outlook, periodOf } from "./tasks";
import { dayPlace, fiscalYear, grouped } from "./words";

const LISTED = 6;

export function Overview() {
  const { data, lang, w, t } = useShared();
  const facts = useMemo(() => factsOf(data), [data]);
  const cover = data.raw.cover[lang];
  const late = data.raw.tasks.filter((it) => it.late);
  return (
    <div class="sheet overview">
      <section class="hero">
        <p class="organisation">{data.raw.organisation}</p>
        <h1 class="title">{cover.title}</h1>
        <p class="subtitle">{cover.subtitle}</p>
      </section>
      <section class="tiles">
        <Tile
          label={w("kpiSystems")}
          value={grouped(data.systems.rows)}
          note={facts.unlooked.length > 0 ? w("kpiNotLooked", facts.unlooked.length) : w("kpiAllLooked")}
          alarm={facts.unlooked.length > 0}
          to={["systems"]}
        />
        <Tile
          label={w("kpiMigrate")}
          value={grouped(facts.total)}
          note={w("kpiPlaces", data.findings.rows)}
          to={["inventory"]}
        />
        <Tile
          label={w("kpiTasks")}
          value={grouped(data.raw.tasks.length)}
          note={late.length > 0 ? w("kpiLate", late.length) : w("kpiInTime")}
          alarm={late.length > 0}
          to={["roadmap"]}
        />
        <Tile label={w("kpiDue")} value={facts.due ?? w("kpiNoDue")} note={w("kpiDueWhy")} to={["policies"]} />
        <Tile
          label={w("kpiGaps")}
          value={grouped(facts.gaps)}
          note={w("kpiGapsWhy")}
          alarm={facts.gaps > 0}
          to={["coverage"]}
        />
      </section>
      <div class="columns">
        <section class="panel">
          <h2>{w("remaining")}</h2>
          <Remaining facts={facts} />
          <p class="note">{w("remainingNote")}</p>
        </section>
        <section class="panel">
          <h2>{w("urgentSystems")}</h2>
          <Urgent />
          <p class="note">{w("urgentNote")}</p>
        </section>
      </div>
      <section class="panel">
        <h2>{w("attention")}</h2>
        <div class="columns">
          {late.length > 0 && (
            <div>
              <h3>{w("lateTasks")}</h3>
              <ul class="plainlist">
                {late.slice(0, LISTED).map((task) => (
                  <li key={task.id}>
                    <Outlook task={task} />{" "}
                    <Link to={["roadmap", task.wbs]}>
                      {task.wbs} {t(task.title)}
                    </Link>
                    <div class="cite">
                      {data.systemName(task.system)} · {periodOf(task, lang)} · {w("deadline")} {task.due ?? "―"}
                    </div>
                    {task.needs !== undefined && <div class="cite">{t(task.needs)}</div>}
                  </li>
                ))}
              </ul>
              <More count={late.length - LISTED} to={["roadmap"]} />
            </div>
          )}
          <Questions />
          {facts.unlooked.length > 0 && (
            <div>
              <h3>{w("unlooked")}</h3>
              <ul class="plainlist">
                {facts.unlooked.slice(0, LISTED).map((id) => (
                  <li key={id}>
                    <Badge tone="danger">{w("not-scanned")}</Badge>{" "}
                    <Link to={["systems", id]}>{data.systemName(id)}</Link>
                  </li>
                ))}
              </ul>
              <More count={facts.unlooked.length - LISTED} to={["coverage"]} />
            </div>
          )}
        </div>
      </section>
      <section class="panel basis">
        {cover.sections.slice(1).map((section) => (
          <div key={section.title}>
            <h2>{section.title}</h2>
            <dl class="facts wide">
              {section.entries.map(([label, value], place) => (
                <div class="fact" key={place}>
                  <dt>{label}</dt>
                  <dd>
                    <Lines text={value} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
    </div>
  );
}

function Tile(props: {
  label: string;
  value: string;
  note: ComponentChildren;
  alarm?: boolean;
  to: [string, ...string[]];
}) {
  return (
    <div class={"tile" + (props.alarm ? " alarm" : "")}>
      <Link to={props.to}>{props.label}</Link>
      <span class="value">{props.value}</span>
      <span class="why">{props.note}</span>
    </div>
  );
}

function More(props: { count: number; to: [string, ...string[]] }) {
  const { w } = useShared();
  return props.count > 0 ? (
    <p>
      <Link to={props.to}>{w("more", props.count)}</Link>
    </p>
  ) : null;
}

interface Facts {
  total: number;
  due?: string;
  gaps: number;
  unlooked: string[];
  /** Fiscal years of the plan, with what is left at the end of each and whether a deadline falls into it. */
  years: { year: number; left: number; due: boolean }[];
}

function factsOf(data: PageData): Facts {
  const { raw } = data;
  const ends = migrated(data);
  const first = Math.floor(dayPlace(raw.asOf) / 4);
  const last = Math.floor(raw.horizon / 4);
  const dues = raw.milestones.map((it) => it.day).sort();
  const years = [];
  for (let year = first; year <= last; year++) {
    const left = ends.filter((end) => end >= (year + 1) * 4).length;
    years.push({ year, left, due: dues.some((it) => Math.floor(dayPlace(it) / 4) === year) });
  }
  return {
    total: ends.length,
    due: dues[0],
    gaps: data.gaps().length,
    unlooked: raw.files.filter((it) => it.standing === "not-scanned").map((it) => it.system),
    years,
  };
}

/** For each asset of a system that some task covers, the last quarter of its tasks; without end where one is not placed. */
function migrated(data: PageData): number[] {
  const ends = new Map<string, number>();
  for (const asset of data.raw.assets) {
    if (asset.task !== undefined) {
      const key = asset.system + "\n" + asset.asset;
      const end = data.taskByWbs.get(asset.task)?.end ?? Infinity;
      ends.set(key, Math.max(ends.get(key) ?? 0, end));
    }
  }
  return [...ends.values()];
}

const CHART = { width: 560, height: 210, top: 26, bottom: 40 };

function Remaining(props: { facts: Facts }) {
  const { lang, w } = useShared();
  const { total, years } = props.facts;
  const step = CHART.width / years.length;
  const ground = CHART.height - CHART.bottom;
  const scale = (ground - CHART.top) / Math.max(total, 1);
  const label = years.map((it) => `${fiscalYear(it.year, lang)}: ${it.left}`).join(", ");
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
      role="img"
      aria-label={`${w("remaining")}. ${label}`}
    >
      <line class="base" x1={0} x2={CHART.width} y1={ground} y2={ground} />
      {years.map((it, place) => {
        const height = it.left * scale;
        const middle = place * step + step / 2;
        return (
          <g key={it.year}>
            <rect
              class="column"
              x={place * step + step * 0.16}
              y={ground - height}
              width={step * 0.68}
              height={height}
              rx={2}
            />
            <text class="value" x={middle} y={ground - height - 6}>
              {grouped(it.left)}
            </text>
            <text class="tick" x={middle} y={ground + 16}>
              {lang === "ja" ? `R${it.year - 2018}` : `FY${String(it.year).slice(2)}`}
            </text>
            {it.due && (
              <text class="due" x={middle} y={ground + 33}>
                ◆
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function Urgent() {
  const { data, lang, w } = useShared();
  const table = data.systems;
  const rows = Array.from({ length: Math.min(table.rows, 8) }, (_, row) => row);
  return (
    <table class="plain urgent">
      <thead>
        <tr>
          <th scope="col">{w("systems")}</th>
          <th scope="col">{w("priority")}</th>
          <th scope="col">{w("score")}</th>
          <th scope="col" class="number">
            {w("kpiMigrate")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const priority = table.column("priority");
          const score = table.column("score").text(row, "ja");
          const [low, high] = score === "" ? [0, 0] : score.split("-").concat(score).slice(0, 2).map(Number);
          return (
            <tr key={row}>
              <th scope="row">
                <Link to={["systems", table.column("id").text(row, "ja")]}>{table.column("name").text(row, lang)}</Link>
              </th>
              <td class="nowrap">
                <Badge tone={priority.tone(row)}>{priority.text(row, lang) || "―"}</Badge>
              </td>
              <td class="score">
                {score === "" ? (
                  "―"
                ) : (
                  <>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect class="track" width={100} height={10} />
                      <rect class="sure" width={Math.min(low, high)} height={10} />
                      <rect class="open" x={Math.min(low, high)} width={Math.abs(high - low)} height={10} />
                    </svg>
                    {score}
                  </>
                )}
              </td>
              <td class="number">{table.column("vulnerable").text(row, lang) || "？"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Questions() {
  const { data, lang, w } = useShared();
  const table = data.systems;
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => table.column("questions").text(row, lang) !== "",
  );
  if (rows.length === 0) {
    return null;
  }
  return (
    <div>
      <h3>{w("questions")}</h3>
      <ul class="plainlist">
        {rows.slice(0, LISTED).map((row) => (
          <li key={row}>
            <Link to={["systems", table.column("id").text(row, "ja")]}>{table.column("name").text(row, lang)}</Link>
            <div class="cite">
              <Lines text={table.column("questions").text(row, lang)} />
            </div>
          </li>
        ))}
      </ul>
      <More count={rows.length - LISTED} to={["systems"]} />
    </div>
  );
}
