/** Which rules are in use, what they say of what was found, and where authorities disagree. */
import { useMemo } from "preact/hooks";
import type { Conflict, Said } from "./data";
import { Badge, useShared } from "./shared";
import { grouped } from "./words";

export function Policies() {
  const { data, w, t } = useShared();
  const { packs, conflicts } = data.raw;
  const rules = useMemo(() => board(data.raw.assets.flatMap((it) => it.verdicts)), [data]);
  const ours = conflicts.filter((it) => it.inUse);
  const others = conflicts.filter((it) => !it.inUse);
  return (
    <div class="sheet">
      <section>
        <h2>{w("packs")}</h2>
        {packs.length === 0 && <p class="hint">{w("noPacks")}</p>}
        <ul class="packs">
          {packs.map((it) => (
            <li key={it.id}>
              <strong>{t(it.name)}</strong>{" "}
              <Badge tone={it.adopted ? "good" : "muted"}>{w(it.adopted ? "adopted" : "informational")}</Badge>
              <div class="cite">
                {it.id} {it.version} · <code>sha256 {it.sha256}</code>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{w("ruleBoard")}</h2>
        {rules.length === 0 ? (
          <p class="hint">{w(packs.length === 0 ? "noPacks" : "noVerdicts")}</p>
        ) : (
          <div class="scroll">
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">{w("rule")}</th>
                  <th scope="col">{w("deadline")}</th>
                  <th scope="col" class="number">
                    {w("fails")}
                  </th>
                  <th scope="col" class="number">
                    {w("warns")}
                  </th>
                  <th scope="col" class="number">
                    {w("opens")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rules.map((it) => (
                  <tr key={it.rule + "/" + it.day}>
                    <td>{t(it.rule)}</td>
                    <td class="nowrap">{t(it.day) || "―"}</td>
                    <td class="number">{it.fail > 0 ? <Badge tone="danger">× {grouped(it.fail)}</Badge> : "―"}</td>
                    <td class="number">{it.warn > 0 ? <Badge tone="caution">△ {grouped(it.warn)}</Badge> : "―"}</td>
                    <td class="number">{it.indeterminate > 0 ? `？ ${grouped(it.indeterminate)}` : "―"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section>
        <h2>{w("conflictsInUse")}</h2>
        <p class="note">{w("conflictsNote")}</p>
        {ours.length === 0 && <p class="hint">{w(packs.length === 0 ? "noPacks" : "noConflict")}</p>}
        {ours.map((it) => (
          <ConflictCard key={it.id} conflict={it} />
        ))}
      </section>
      {others.length > 0 && (
        <section>
          <h2>{w("conflictsOther")}</h2>
          {others.map((it) => (
            <ConflictCard key={it.id} conflict={it} />
          ))}
        </section>
      )}
    </div>
  );
}

interface RuleCount {
  rule: Said;
  day: Said;
  fail: number;
  warn: number;
  indeterminate: number;
}

/** How many assets each rule says something of, the most failures first. */
function board(verdicts: [keyof Omit<RuleCount, "rule" | "day">, Said, Said, Said, Said][]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const [outcome, , rule, , day] of verdicts) {
    const key = `${rule}/${day}`;
    let count = counts.get(key);
    if (!count) {
      counts.set(key, (count = { rule, day, fail: 0, warn: 0, indeterminate: 0 }));
    }
    count[outcome]++;
  }
  return [...counts.values()].sort((a, b) => b.fail - a.fail || b.warn - a.warn || b.indeterminate - a.indeterminate);
}

function ConflictCard(props: { conflict: Conflict }) {
  const { w, t } = useShared();
  const { conflict } = props;
  return (
    <details class="card" open={conflict.inUse}>
      <summary>
        <strong>{t(conflict.name)}</strong> <Badge tone="caution">{t(conflict.kind)}</Badge>
        <p>{t(conflict.text)}</p>
      </summary>
      <div class="sides">
        {(
          [
            ["oneSide", conflict.one],
            ["otherSide", conflict.other],
          ] as const
        ).map(([word, side]) => (
          <div key={word}>
            <h3>{w(word)}</h3>
            <ul>
              {side.map(([line, wording], place) => (
                <li key={place}>
                  {t(line)}
                  <div class="cite">{t(wording)}</div>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
