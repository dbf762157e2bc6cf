/** What was looked at, and everything that was not. */
import { Explorer } from "./explorer";
import { Badge, Link, useShared } from "./shared";
import { grouped } from "./words";

const STANDING = { scanned: "good", imported: "caution", "not-scanned": "danger" } as const;

/** What a reader asks first: where, what came of it, and what that means. */
const COLUMNS = ["section", "system", "subject", "outcome", "content", "code", "detector", "inputs", "bytes"];

export function Coverage() {
  const { data, lang, w, t } = useShared();
  const table = data.scope;
  return (
    <>
      <p class="note">{table.note(lang)}</p>
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
                    <Link to={["systems", it.system]}>{data.systemName(it.system)}</Link>
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
        <Explorer table={table} columns={COLUMNS} facets={["section", "system", "outcome", "code"]} />
      </section>
    </>
  );
}
