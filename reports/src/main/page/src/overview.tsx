/** The first page: where the organisation stands, what needs a decision, and how far the answer reaches. */
import { useMemo } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { ChartView, drawn } from "./chart";
import type { PageData } from "./data";
import { Badge, Lines, Link, useShared } from "./shared";
import { Outlook, periodOf } from "./tasks";
import { grouped } from "./words";

const LISTED = 6;

/**
 * Where the workbook's figures lead, in its order. Its last, errors while reading, is left to the page's own figure, which
 * counts everything that was not looked at.
 */
const TILES: [string][] = [["systems"], ["inventory"], ["roadmap"], ["roadmap"], ["roadmap"]];

export function Overview() {
  const { data, lang, w, t } = useShared();
  const facts = useMemo(() => factsOf(data), [data]);
  const cover = data.raw.cover[lang];
  const late = data.raw.tasks.filter((it) => it.late);
  const { figures, charts, values, remarks } = data.raw.overview;
  const { progress } = data.raw;
  const notes = [
    facts.unlooked.length > 0 ? w("kpiNotLooked", facts.unlooked.length) : w("kpiAllLooked"),
    w("kpiPlaces", data.findings.rows),
  ];
  return (
    <div class="sheet overview">
      <section class="hero">
        <p class="organisation">{data.raw.organisation}</p>
        <h1 class="title">{cover.title}</h1>
        <p class="subtitle">{cover.subtitle}</p>
      </section>
      <section class="tiles">
        {figures.slice(0, TILES.length).map((it, place) => (
          <Tile
            key={place}
            label={t(it.label)}
            value={t(it.value)}
            note={notes[place]}
            alarm={it.tone === "danger" || it.tone === "caution" || (place === 0 && facts.unlooked.length > 0)}
            to={TILES[place]}
          />
        ))}
        <Tile label={w("kpiDue")} value={facts.due ?? w("kpiNoDue")} note={w("kpiDueWhy")} to={["policies"]} />
        <Tile
          label={w("kpiGaps")}
          value={grouped(facts.gaps)}
          note={w("kpiGapsWhy")}
          alarm={facts.gaps > 0}
          to={["coverage"]}
        />
        <Tile
          label={w("progress")}
          value={progress.inForce ?? w("kpiNoPlan")}
          note={progress.inForce === undefined ? w("kpiNoPlanWhy") : w("kpiPlanWhy")}
          alarm={progress.inForce === undefined}
          to={["progress"]}
        />
      </section>
      <div class="columns charts">
        <section class="panel">
          <h2>{w("urgentSystems")}</h2>
          <Urgent />
          <p class="note">{w("urgentNote")}</p>
        </section>
        {charts.map((it, place) => (
          <section class="panel" key={place}>
            <h2>{t(it.title)}</h2>
            <ChartView
              chart={drawn(it, t)}
              valuesTitle={t(values)}
              wide={place === charts.length - 1 && charts.length % 2 === 0}
            />
          </section>
        ))}
      </div>
      <ul class="remarks">
        {remarks.map((it) => (
          <li key={it}>{t(it).replace(/^(・|- )/, "")}</li>
        ))}
      </ul>
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
                      {data.systemName(task.system, lang)} · {periodOf(task, lang)} · {w("deadline")} {task.due ?? "―"}
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
                    <Link to={["systems", id]}>{data.systemName(id, lang)}</Link>
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
  note?: ComponentChildren;
  alarm?: boolean;
  to: [string, ...string[]];
}) {
  return (
    <div class={"tile" + (props.alarm ? " alarm" : "")}>
      <Link to={props.to}>{props.label}</Link>
      <span class="value">{props.value}</span>
      {props.note && <span class="why">{props.note}</span>}
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
  due?: string;
  gaps: number;
  unlooked: string[];
}

function factsOf(data: PageData): Facts {
  const { raw } = data;
  return {
    due: raw.milestones.map((it) => it.day).sort()[0],
    gaps: data.gaps().length,
    unlooked: raw.files.filter((it) => it.standing === "not-scanned").map((it) => it.system),
  };
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
            {table.column("vulnerable").title(lang)}
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
