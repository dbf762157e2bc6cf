/** What was looked at, and everything that was not. */
import { useMemo } from "preact/hooks";
import { type GridColumn, resized } from "./data";
import { Drawer } from "./drawer";
import { Explorer } from "./explorer";
import { Grid } from "./grid";
import { Badge, Fact, Lines, Link, useShared } from "./shared";
import { grouped } from "./words";

const STANDING = { scanned: "good", imported: "caution", "not-scanned": "danger" } as const;

/** What a reader asks first: where, what came of it, and what that means. */
const COLUMNS = ["section", "system", "subject", "outcome", "content", "code", "detector", "inputs", "bytes"];

const WIDTHS: Record<string, number> = { section: 16, subject: 34, outcome: 20, content: 76 };

export function Coverage() {
  const { data, lang, route, go, w, t } = useShared();
  const table = data.scope;
  const gaps = useMemo(() => data.gaps(), [data]);
  const open = route.args[0] === undefined ? -1 : Number(route.args[0]);
  const show = (row: number) => go({ ...route, args: [String(row)] }, true);
  const columns = COLUMNS.map((id): GridColumn => resized(table.column(id), WIDTHS[id] ?? table.column(id).width));
  return (
    <div class="split">
      <div class="sheet full">
        <p class="note">{table.note(lang)}</p>
        <section>
          <h2>
            {w("kpiGaps")} <span class="quiet-text">{w("left", gaps.length)}</span>
          </h2>
          {gaps.length === 0 ? (
            <p class="hint">{w("noGaps")}</p>
          ) : (
            <Grid
              compact
              label={w("kpiGaps")}
              columns={columns.slice(1, 5)}
              rows={gaps}
              selected={open}
              onOpen={show}
            />
          )}
        </section>
        <section>
          <h2>{w("fileCoverage")}</h2>
          <div class="scroll">
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">{w("systems")}</th>
                  <th scope="col">{w("standing")}</th>
                  {data.raw.outcomes.map((it) => (
                    <th scope="col" class="number" key={it}>
                      {t(it)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.raw.files.map((it) => (
                  <tr key={it.system}>
                    <th scope="row">
                      <Link to={["systems", it.system]}>{data.systemName(it.system, lang)}</Link>
                    </th>
                    <td>
                      <Badge tone={STANDING[it.standing]}>{w(it.standing)}</Badge>
                    </td>
                    {it.inputs.map((count, place) => (
                      <td class="number" key={place}>
                        {it.standing === "not-scanned" ? <span class="none">?</span> : grouped(count)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <section class="grow">
          <h2>{w("scopeRows")}</h2>
          <Explorer
            table={table}
            columns={columns}
            facets={["section", "system", "outcome", "code"]}
            selected={open}
            onOpen={show}
          />
        </section>
      </div>
      {open >= 0 && open < table.rows && (
        <Drawer
          title={table.column("subject").text(open, lang) || table.column("section").text(open, lang)}
          id={String(open)}
          onClose={() => go({ ...route, args: [] }, true)}
        >
          <dl class="facts">
            {table.columns.map((column) => (
              <Fact key={column.id} label={column.title(lang)}>
                {column.text(open, lang) === "" ? (
                  <span class="none">―</span>
                ) : (
                  <Badge tone={column.tone(open)}>
                    <Lines text={column.text(open, lang)} />
                  </Badge>
                )}
              </Fact>
            ))}
          </dl>
        </Drawer>
      )}
    </div>
  );
}
