/** A chart of the workbook as lines and columns, with its numbers in a table for whoever cannot see it. */
import type { Chart, Said, Style } from "./data";
import { Lines, useShared } from "./shared";
import { grouped } from "./words";

const WIDTH = 600;
const WIDE = 1200;
const HEIGHT = 230;
const TOP = 14;
const BOTTOM = 26;
const LEFT = 40;
/** Up to how many categories each has its name below, however long. */
const FEW = 8;

/** Columns in `s0` … `s5`, lines with dash and mark as well: nothing is told by colour alone. */
const MARKS = ["circle", "square", "triangle", "diamond"] as const;

/** A chart in one language. */
export interface Drawn {
  title: string;
  note: string;
  category: string;
  unit: string;
  most?: number;
  categories: string[];
  series: { name: string; style: Style; values: (number | null)[] }[];
}

export function drawn(chart: Chart, t: (place: Said) => string): Drawn {
  return {
    title: t(chart.title),
    note: t(chart.note),
    category: t(chart.category),
    unit: t(chart.unit),
    most: chart.most,
    categories: chart.categories.map(t),
    series: chart.series.map((it) => ({ name: t(it.name), style: it.style, values: it.values })),
  };
}

export function ChartView(props: { chart: Drawn; valuesTitle: string; wide?: boolean }) {
  const { w } = useShared();
  const { chart } = props;
  const width = props.wide ? WIDE : WIDTH;
  const names = chart.categories;
  // Of what nobody knows there is nothing to draw, and no key.
  const known = chart.series.filter((it) => it.values.some((value) => value !== null));
  const columns = known.filter((it) => it.style === "column");
  const lines = known.filter((it) => it.style === "line");
  const limits = known.filter((it) => it.style === "limit");
  const stacked = names.map((_, place) => columns.reduce((sum, it) => sum + (it.values[place] ?? 0), 0));
  const others = [...lines, ...limits].flatMap((it) => it.values.map((value) => value ?? 0));
  const top = chart.most ?? nice(Math.max(1, ...stacked, ...others));
  const ground = HEIGHT - BOTTOM;
  const step = (width - LEFT) / Math.max(names.length, 1);
  const x = (place: number) => LEFT + place * step + step / 2;
  const y = (value: number) => ground - ((ground - TOP) * value) / top;
  const every = names.length <= FEW ? 1 : Math.ceil((Math.max(...names.map(long), 1) * 6.8) / step);
  return (
    <figure class="figure">
      <div class="scroll">
        <svg class="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={`${chart.title}. ${chart.note}`}>
          {scaleOf(top).map((value) => (
            <g key={value}>
              <line class="grid-line" x1={LEFT} x2={width} y1={y(value)} y2={y(value)} />
              <text class="scale" x={LEFT - 6} y={y(value) + 4}>
                {grouped(value)}
              </text>
            </g>
          ))}
          {names.map((name, place) => {
            let below = 0;
            return (
              <g key={place}>
                {columns.map((it, which) => {
                  const value = it.values[place] ?? 0;
                  const from = below;
                  below += value;
                  return value === 0 ? null : (
                    <rect
                      key={which}
                      class={"s" + which}
                      x={x(place) - step * 0.34}
                      y={y(below)}
                      width={step * 0.68}
                      height={y(from) - y(below)}
                    >
                      <title>{`${name} ${it.name}: ${grouped(value)}`}</title>
                    </rect>
                  );
                })}
                {columns.some((it) => it.values[place] !== null) && step > 40 && (
                  <text class="value" x={x(place)} y={y(below) - 5}>
                    {grouped(below)}
                  </text>
                )}
                {place % every === 0 && (
                  <text class="tick" x={x(place)} y={ground + 17}>
                    {name}
                  </text>
                )}
              </g>
            );
          })}
          {lines.map((it, which) => (
            <g key={which} class={"line l" + which}>
              {runs(it.values).map((run) => (
                <polyline key={run[0]} points={run.map((place) => `${x(place)},${y(it.values[place]!)}`).join(" ")} />
              ))}
              {it.values.map(
                (value, place) =>
                  value !== null && (
                    <path key={place} d={markAt(which, x(place), y(value))}>
                      <title>{`${names[place]} ${it.name}: ${grouped(value)}`}</title>
                    </path>
                  ),
              )}
            </g>
          ))}
          {limits.map((it, which) =>
            runs(it.values).map((run) => (
              <path
                key={which + "/" + run[0]}
                class="limit"
                d={run
                  .map((place, at) => {
                    const from = x(place) - step / 2;
                    return `${at === 0 ? "M" : "L"}${from},${y(it.values[place]!)} H${from + step}`;
                  })
                  .join(" ")}
              />
            )),
          )}
        </svg>
      </div>
      <ul class="keys" aria-hidden="true">
        {columns.map((it, which) => (
          <Key key={"c" + which} name={it.name}>
            <rect class={"s" + which} width="16" height="10" y="1" />
          </Key>
        ))}
        {lines.map((it, which) => (
          <Key key={"l" + which} name={it.name}>
            <g class={"line l" + which}>
              <polyline points="0,6 22,6" />
              <path d={markAt(which, 11, 6)} />
            </g>
          </Key>
        ))}
        {limits.map((it, which) => (
          <Key key={"m" + which} name={it.name}>
            <path class="limit" d="M0,6 H22" />
          </Key>
        ))}
      </ul>
      <figcaption class="note">
        <Lines text={chart.note} />
      </figcaption>
      <details class="values">
        <summary>{props.valuesTitle}</summary>
        <div class="scroll">
          <table class="plain">
            <caption>
              {chart.title}（{chart.unit}）
            </caption>
            <thead>
              <tr>
                <th scope="col">{chart.category}</th>
                {chart.series.map((it, place) => (
                  <th scope="col" class="number" key={place}>
                    {it.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name, place) => (
                <tr key={place}>
                  <th scope="row">{name}</th>
                  {chart.series.map((it, which) => (
                    <td class="number" key={which}>
                      {it.values[place] === null ? w("unknown") : grouped(it.values[place]!)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Key(props: { name: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <svg width="22" height="12">
        {props.children}
      </svg>{" "}
      {props.name}
    </li>
  );
}

/** The places without a gap between them: what nobody knows is no point of a line. */
function runs(values: (number | null)[]): number[][] {
  const all: number[][] = [];
  values.forEach((value, place) => {
    if (value !== null) {
      if (place > 0 && values[place - 1] !== null) {
        all[all.length - 1].push(place);
      } else {
        all.push([place]);
      }
    }
  });
  return all;
}

function markAt(which: number, x: number, y: number): string {
  switch (MARKS[which % MARKS.length]) {
    case "circle":
      return `M${x - 4},${y} a4,4 0 1,0 8,0 a4,4 0 1,0 -8,0`;
    case "square":
      return `M${x - 4},${y - 4} h8 v8 h-8 z`;
    case "triangle":
      return `M${x},${y - 5} l5,9 h-10 z`;
    default:
      return `M${x},${y - 5} l5,5 l-5,5 l-5,-5 z`;
  }
}

/** The least round number that is no smaller. */
export function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Math.max(
    2,
    [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10].map((it) => it * power).find((it) => it >= value && it % 2 === 0) ?? 10,
  );
}

/** What stands at the lines across. */
export function scaleOf(top: number): number[] {
  return [0, top / 2, top];
}

/** Han and kana are as wide as two letters. */
function long(text: string): number {
  return Array.from(text).reduce((sum, it) => sum + (it > "\u2e7f" ? 2 : 1), 0);
}
