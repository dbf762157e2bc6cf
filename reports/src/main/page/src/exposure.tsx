/** What stays exposed in each fiscal year, as bands over the futures: with the plan, and without. */
import type { Band, Exposure, PageData } from "./data";
import { nice, scaleOf } from "./chart";
import { Grid } from "./grid";
import { Link, useShared } from "./shared";
import { briefYear, grouped } from "./words";

const WIDTH = 560;
const HEIGHT = 220;
const TOP = 14;
const BOTTOM = 26;
const LEFT = 40;

const KINDS = [
  ["recorded", "recordedWithout"],
  ["forgeable", "forgeableWithout"],
] as const;

export function ExposureSection() {
  const { data, lang, w } = useShared();
  const table = data.exposure;
  const { exposure } = data.raw;
  const unlooked = data.raw.files.filter((it) => it.standing === "not-scanned").length;
  const looked = data.raw.files.length > unlooked;
  const any = KINDS.some((kinds) => kinds.some((it) => exposure[it].some((band) => band[2] > 0))) || openAtAll(data);
  return (
    <section id="exposure">
      <h2>{table.name(lang)}</h2>
      {!any ? (
        <p class="missing">{looked ? w("exposureNothing") : w("exposureUnlooked")}</p>
      ) : (
        <>
          <p class="note">{table.note(lang)}</p>
          <div class="columns">
            {KINDS.map(([withPlan, without]) => (
              <Bands key={withPlan} exposure={exposure} withPlan={withPlan} without={without} />
            ))}
          </div>
          <Grid
            compact
            label={table.name(lang)}
            columns={table.columns.filter((it) => it.id !== "distribution")}
            rows={data.exposureRows}
          />
          <p class="cite">
            {table.column("distribution").title(lang)}: <code>{exposure.dates}</code>
          </p>
        </>
      )}
      {unlooked > 0 && looked && (
        <p class="missing">
          {w("exposureSome", unlooked)} <Link to={["coverage"]}>{w("coverage")}</Link>
        </p>
      )}
      {any && exposure.undeclared > 0 && <p class="missing">{w("exposureUndeclared", exposure.undeclared)}</p>}
    </section>
  );
}

function openAtAll(data: PageData): boolean {
  const open = data.exposure.column("open");
  return Array.from(data.exposureRows).some((row) => open.text(row, "ja") !== "0");
}

function Bands(props: { exposure: Exposure; withPlan: (typeof KINDS)[number][0]; without: (typeof KINDS)[number][1] }) {
  const { data, lang, w } = useShared();
  const { years } = props.exposure;
  const planned = props.exposure[props.withPlan];
  const without = props.exposure[props.without];
  const titles = [props.withPlan, props.without].map((it) => data.exposure.column(it).title(lang));
  const top = nice(Math.max(1, ...planned.map((it) => it[2]), ...without.map((it) => it[2])));
  const ground = HEIGHT - BOTTOM;
  const step = (WIDTH - LEFT) / Math.max(years.length, 1);
  const x = (place: number) => LEFT + place * step + step / 2;
  const y = (value: number) => ground - ((ground - TOP) * value) / top;
  const area = (bands: Band[]) =>
    [
      ...bands.map((it, place) => `${x(place)},${y(it[2])}`),
      ...bands.map((it, place) => `${x(place)},${y(it[0])}`).reverse(),
    ].join(" ");
  const line = (bands: Band[]) => bands.map((it, place) => `${x(place)},${y(it[1])}`).join(" ");
  return (
    <figure class="figure panel">
      <h3>{w(props.withPlan)}</h3>
      <div class="scroll">
        <svg
          class="chart"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`${w(props.withPlan)}. ${w("bandsAre")}`}
        >
          <defs>
            <pattern
              id={"hatch-" + props.withPlan}
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="hatch" width="1.5" height="7" />
            </pattern>
          </defs>
          {scaleOf(top).map((value) => (
            <g key={value}>
              <line class="grid-line" x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
              <text class="scale" x={LEFT - 6} y={y(value) + 4}>
                {grouped(value)}
              </text>
            </g>
          ))}
          <polygon class="band without" fill={`url(#hatch-${props.withPlan})`} points={area(without)} />
          <polygon class="band planned" points={area(planned)} />
          <polyline class="limit" points={line(without)} />
          <g class="line l0">
            <polyline points={line(planned)} />
            {planned.map((it, place) => (
              <circle key={place} cx={x(place)} cy={y(it[1])} r={4}>
                <title>{`${years[place]}: ${it.join("-")}`}</title>
              </circle>
            ))}
          </g>
          {years.map((year, place) => (
            <text class="tick" key={year} x={x(place)} y={ground + 17}>
              {briefYear(year, lang)}
            </text>
          ))}
        </svg>
      </div>
      <ul class="keys" aria-hidden="true">
        <li>
          <svg width="22" height="12">
            <rect class="band planned" width="22" height="12" />
            <g class="line l0">
              <polyline points="0,6 22,6" />
            </g>
          </svg>{" "}
          {titles[0]}
        </li>
        <li>
          <svg width="22" height="12">
            <rect class="band without" fill={`url(#hatch-${props.withPlan})`} width="22" height="12" />
            <path class="limit" d="M0,6 H22" />
          </svg>{" "}
          {titles[1]}
        </li>
      </ul>
      <figcaption class="note">{w("bandsAre")}</figcaption>
    </figure>
  );
}
