/** The systems, and under each its assets, and under each asset its places: the way down to the line. */
import { useMemo } from "preact/hooks";
import type { Asset, GridColumn, PageData, Task, Tone } from "./data";
import { Explorer } from "./explorer";
import { Finding } from "./finding";
import { Grid } from "./grid";
import { columnsOf, PLACE_COLUMNS } from "./inventory";
import { Badge, Fact, Lines, Link, useShared } from "./shared";
import { Outlook, periodOf } from "./tasks";
import { say, type Word } from "./words";

const COLUMNS = [
  "rank",
  "name",
  "priority",
  "score",
  "looked",
  "vulnerable",
  "urgent",
  "deadline",
  "tasks",
  "owner",
  "exposure",
  "renewal",
  "questions",
];

export function Systems() {
  const { data, lang, route, go, w } = useShared();
  const [id, asset, finding] = route.args;
  if (id === undefined) {
    const table = data.systems;
    return (
      <>
        <p class="note">{table.note(lang)}</p>
        <Explorer
          table={table}
          columns={columnsOf(table, COLUMNS)}
          facets={["priority", "looked", "owner", "category"]}
          onOpen={(row) => go({ view: "systems", args: [table.column("id").text(row, lang)], params: {} })}
        />
      </>
    );
  }
  const row = data.systems.rowOf("id", id);
  const known = row >= 0 || data.findings.column("system").find(id) >= 0;
  if (!known) {
    return <p class="hint">{w("gone")}</p>;
  }
  return asset === undefined ? (
    <OneSystem id={id} row={row} />
  ) : (
    <OneAsset key={id + "/" + asset} id={id} code={Number(asset)} finding={finding} />
  );
}

function OneSystem(props: { id: string; row: number }) {
  const { data, lang, go, w } = useShared();
  const { id, row } = props;
  const table = data.systems;
  const tasks = data.raw.tasks.filter((it) => it.system === id);
  const assets = useMemo(() => assetsOf(data.raw.assets, id), [data, id]);
  const rows = useMemo(() => Uint32Array.from(assets.keys()), [assets]);
  const columns = useMemo(() => assetColumns(assets, data), [assets, data]);
  return (
    <article class="sheet">
      <p class="crumbs">
        <Link to={["systems"]}>{w("systems")}</Link>
        <span aria-hidden="true"> › </span>
        <span>{id}</span>
      </p>
      <h2 class="headline">
        {data.systemName(id, lang)}
        {row >= 0 && (
          <>
            {" "}
            <Badge tone={table.column("priority").tone(row)}>{table.column("priority").text(row, lang)}</Badge>
          </>
        )}
      </h2>
      {row >= 0 && (
        <section class="panel">
          <h3>{w("facts")}</h3>
          <dl class="facts wide">
            {table.columns
              .filter((it) => it.id !== "name")
              .map((column) => (
                <Fact key={column.id} label={column.title(lang)} input={column.input}>
                  {column.text(row, lang) === "" ? (
                    <span class="none">―</span>
                  ) : (
                    <Badge tone={column.tone(row)}>
                      <Lines text={column.text(row, lang)} />
                    </Badge>
                  )}
                </Fact>
              ))}
          </dl>
        </section>
      )}
      <section>
        <h3>{w("tasks")}</h3>
        {tasks.length === 0 ? <p class="hint">{w("noTasks")}</p> : <TaskList tasks={tasks} />}
      </section>
      <section>
        <h3>{w("assets")}</h3>
        {assets.length === 0 ? (
          <p class="hint">{w("noAssets")}</p>
        ) : (
          <Grid
            compact
            label={w("assets")}
            columns={columns}
            rows={rows}
            onOpen={(place) =>
              go({
                view: "systems",
                args: [id, String(data.findingAssets.find(assets[place].asset))],
                params: {},
              })
            }
          />
        )}
      </section>
    </article>
  );
}

const THREATS = { vulnerable: 0, unknown: 1, weakened: 2, safe: 3 };
const THREAT_TONES: Record<Asset["threat"], Tone> = {
  vulnerable: "danger",
  unknown: "caution",
  weakened: "plain",
  safe: "good",
};

/** What must migrate first, then by the number of places. */
function assetsOf(all: Asset[], system: string): Asset[] {
  return all
    .filter((it) => it.system === system)
    .sort((a, b) => THREATS[a.threat] - THREATS[b.threat] || b.findings - a.findings);
}

function assetColumns(assets: Asset[], data: PageData): GridColumn[] {
  const column = (
    id: Word,
    width: number,
    text: (asset: Asset, said: (place: number) => string) => string,
    tone: (asset: Asset) => Tone = () => "plain",
    kind: GridColumn["kind"] = "text",
  ): ((said: (place: number, lang: "ja" | "en") => string) => GridColumn) => {
    return (said) => ({
      id,
      kind,
      width,
      input: false,
      title: (lang) => say(id, lang),
      note: () => "",
      text: (row, lang) => text(assets[row], (place) => said(place, lang)),
      tone: (row) => tone(assets[row]),
    });
  };
  return [
    column(
      "threat",
      16,
      (it, said) => said(it.threatName),
      (it) => THREAT_TONES[it.threat],
      "choice",
    ),
    column("asset", 34, (it) => it.name),
    column("use", 18, (it, said) => said(it.use)),
    column("context", 14, (it, said) => said(it.context)),
    column("places", 9, (it) => String(it.findings), undefined, "number"),
    column(
      "verdict",
      14,
      (it, said) => (it.verdicts[0] ? said(worst(it)[1]) : ""),
      (it) => (it.verdicts[0] ? VERDICT_TONES[worst(it)[0]] : "plain"),
      "choice",
    ),
    column("deadline", 12, (it) => it.due ?? "", undefined, "date"),
    column("score", 9, (it) => it.score ?? "", undefined, "number"),
    column("task", 9, (it) => it.task ?? ""),
    column("untasked", 40, (it, said) => (it.untasked === undefined ? "" : said(it.untasked))),
  ].map((it) => it((place, lang) => data.say(place, lang)));
}

export const VERDICT_TONES: Record<string, Tone> = { fail: "danger", warn: "caution", indeterminate: "caution" };

function worst(asset: Asset) {
  const order = ["fail", "warn", "indeterminate"];
  return asset.verdicts.reduce((a, b) => (order.indexOf(b[0]) < order.indexOf(a[0]) ? b : a));
}

function TaskList(props: { tasks: Task[] }) {
  const { lang, w, t } = useShared();
  return (
    <div class="scroll">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">WBS</th>
            <th scope="col">{w("task")}</th>
            <th scope="col">{w("period")}</th>
            <th scope="col">{w("outlook")}</th>
            <th scope="col">{w("deadline")}</th>
            <th scope="col">{w("team")}</th>
          </tr>
        </thead>
        <tbody>
          {props.tasks.map((task) => (
            <tr key={task.id}>
              <td>{task.wbs}</td>
              <td>
                <Link to={["roadmap", task.wbs]}>{t(task.title)}</Link>
              </td>
              <td class="nowrap">{periodOf(task, lang)}</td>
              <td class="nowrap">
                <Outlook task={task} />
              </td>
              <td class="nowrap">{task.due ?? "―"}</td>
              <td>{task.team || "―"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneAsset(props: { id: string; code: number; finding?: string }) {
  const { data, lang, route, go, w, t } = useShared();
  const { id, code } = props;
  const table = data.findings;
  const rows = useMemo(() => {
    const system = table.column("system");
    const wanted = system.find(id);
    const found: number[] = [];
    for (let row = 0; row < table.rows; row++) {
      if (data.findingAssets.code(row) === code && system.code(row) === wanted) {
        found.push(row);
      }
    }
    return Uint32Array.from(found);
  }, [data, id, code]);
  const assetId = data.findingAssets.values[code];
  const assessed = data.raw.assets.filter((it) => it.system === id && it.asset === assetId);
  const open = props.finding ? table.rowOf("id", props.finding) : -1;
  const name = rows.length > 0 ? table.column("algorithm").text(rows[0], lang) : "";
  if (rows.length === 0) {
    return <p class="hint">{w("gone")}</p>;
  }
  const columns = PLACE_COLUMNS.filter((it) => it !== "system" && it !== "algorithm" && it !== "threat");
  return (
    <div class="split">
      <article class="sheet">
        <p class="crumbs">
          <Link to={["systems"]}>{w("systems")}</Link>
          <span aria-hidden="true"> › </span>
          <Link to={["systems", id]}>{data.systemName(id, lang)}</Link>
          <span aria-hidden="true"> › </span>
          <span>{name}</span>
        </p>
        <h2 class="headline">{name}</h2>
        <p class="id">
          <code>{String(assetId)}</code>
        </p>
        {assessed.map((asset, place) => (
          <section key={place} class="panel">
            <h3>
              {t(asset.use)}（{t(asset.context)}）{" "}
              <Badge tone={THREAT_TONES[asset.threat]}>{t(asset.threatName)}</Badge>
              {!asset.seen && (
                <>
                  {" "}
                  <Badge tone="muted">{w("noUseSeen")}</Badge>
                </>
              )}
            </h3>
            <dl class="facts wide">
              <Fact label={w("score")}>{asset.score ?? "―"}</Fact>
              <Fact label={w("deadline")}>{asset.due ?? "―"}</Fact>
              {asset.task && (
                <Fact label={w("task")}>
                  <Link to={["roadmap", asset.task]}>
                    {asset.task} {data.taskByWbs.has(asset.task) && t(data.taskByWbs.get(asset.task)!.title)}
                  </Link>
                </Fact>
              )}
              {asset.untasked !== undefined && <Fact label={w("untasked")}>{t(asset.untasked)}</Fact>}
            </dl>
            {asset.verdicts.length > 0 && (
              <ul class="verdicts">
                {asset.verdicts.map((it, which) => (
                  <li key={which}>
                    <Badge tone={VERDICT_TONES[it[0]]}>{t(it[1])}</Badge> {t(it[3])}
                    <div class="cite">{t(it[2])}</div>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <section>
          <h3>
            {w("occurrences")} <span class="quiet-text">{w("left", rows.length)}</span>
          </h3>
          <Grid
            compact
            label={w("occurrences")}
            columns={columnsOf(table, columns)}
            rows={rows}
            selected={open < 0 ? undefined : open}
            onOpen={(row) => go({ ...route, args: [id, String(code), table.column("id").text(row, lang)] }, true)}
          />
        </section>
      </article>
      {open >= 0 && <Finding row={open} onClose={() => go({ ...route, args: [id, String(code)] }, true)} />}
    </div>
  );
}
