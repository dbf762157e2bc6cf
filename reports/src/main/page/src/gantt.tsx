/** Bars on an axis of fiscal quarters. Rows are drawn only where they are in view; so are the lines between them. */
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Task } from "./data";
import { PRINTED, usePrinting } from "./grid";
import { useShared } from "./shared";
import { periodOf } from "./tasks";
import { dayPlace, fiscalYear } from "./words";

export interface GanttRow {
  system: string;
  tasks: Task[];
  task?: Task;
}

/** Pixels of a quarter. */
export const ZOOMS = [10, 16, 24, 36, 56, 84, 126];
const ROW = 30;
const HEAD = 52;
const SPARE = 4;
const PRINT_WIDTH = 1000;
/** Rows of a printed sheet: A4 across, with the axis on each. */
const SHEET = 17;

interface GanttProps {
  rows: GanttRow[];
  zoom: number;
  links: boolean;
  closed: ReadonlySet<string>;
  selected?: Task;
  onZoom(step: number): void;
  onOpen(task: Task): void;
  onToggle(system: string): void;
}

interface Axis {
  first: number;
  count: number;
  pixels: number;
}

export function Gantt(props: GanttProps) {
  const { data, lang, t, w } = useShared();
  const { rows } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [size, setSize] = useState({ width: 1000, height: 600 });
  const [active, setActive] = useState(0);
  const printing = usePrinting();
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const names = printing ? 260 : size.width < 700 ? 150 : 330;
  const range = useMemo(() => rangeOf(data.raw.tasks, data.raw.asOf, data.raw.horizon), [data]);
  const fitting = ((printing ? PRINT_WIDTH : size.width) - names - 2) / range.count;
  const axis: Axis = { ...range, pixels: printing || props.zoom < 0 ? Math.max(fitting, 8) : ZOOMS[props.zoom] };
  const width = axis.count * axis.pixels;
  const first = Math.max(0, Math.floor((top - HEAD) / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top + size.height) / ROW) + SPARE);
  const x = (quarter: number) => (quarter - axis.first) * axis.pixels;

  // What was in the middle stays there when the scale changes.
  const scale = useRef(axis.pixels);
  useLayoutEffect(() => {
    const element = box.current!;
    const middle = (element.scrollLeft + (element.clientWidth - names) / 2) / scale.current;
    element.scrollLeft = middle * axis.pixels - (element.clientWidth - names) / 2;
    scale.current = axis.pixels;
  }, [axis.pixels]);
  useLayoutEffect(() => {
    const place = rows.findIndex((it) => it.task !== undefined && it.task === props.selected);
    if (place >= 0) {
      setActive(place);
      reveal(place);
    }
  }, [props.selected]);
  // The bar of what is chosen is in view, whatever the scale and however the task was come by.
  useLayoutEffect(() => {
    const element = box.current!;
    const { start, end } = props.selected ?? {};
    if (start !== undefined && end !== undefined) {
      const room = element.clientWidth - names;
      if (x(start) < element.scrollLeft || x(end + 1) > element.scrollLeft + room) {
        element.scrollLeft = x(start) - Math.min(room / 4, 100);
      }
    }
  }, [props.selected, axis.pixels, size.width]);

  const reveal = (place: number) => {
    const element = box.current!;
    const start = place * ROW;
    if (start < element.scrollTop) {
      element.scrollTop = start;
    } else if (start + ROW + HEAD > element.scrollTop + element.clientHeight) {
      element.scrollTop = start + ROW + HEAD - element.clientHeight;
    }
  };
  const choose = (place: number) => {
    const row = rows[place];
    setActive(place);
    if (row.task) {
      props.onOpen(row.task);
    } else {
      props.onToggle(row.system);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== box.current || rows.length === 0) {
      return;
    }
    const moves: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1e9,
      End: 1e9,
    };
    if (event.key in moves) {
      event.preventDefault();
      const next = Math.max(0, Math.min(active + moves[event.key], rows.length - 1));
      setActive(next);
      reveal(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(active);
    } else if (event.key === "+" || event.key === "-") {
      event.preventDefault();
      props.onZoom(event.key === "+" ? 1 : -1);
    }
  };

  return (
    <div class="gantt" style={{ "--names": names + "px" }}>
      <div
        ref={box}
        class="box"
        role="treegrid"
        tabIndex={0}
        aria-label={w("roadmap")}
        aria-rowcount={rows.length}
        aria-activedescendant={rows.length > 0 ? `task-${active}` : undefined}
        onScroll={() => setTop(box.current!.scrollTop)}
        onKeyDown={onKey}
      >
        {printing ? sheets().map(([from, to]) => canvas(from, to, from, to)) : canvas(first, last, 0, rows.length)}
      </div>
      {printing && rows.length > PRINTED && <p class="hint">{w("printedRows", PRINTED, rows.length)}</p>}
    </div>
  );

  function sheets(): [number, number][] {
    const all = Math.min(rows.length, PRINTED);
    return Array.from({ length: Math.ceil(all / SHEET) }, (_, sheet) => [
      sheet * SHEET,
      Math.min((sheet + 1) * SHEET, all),
    ]);
  }

  /** The rows from one place to another, on an area that holds those from the origin to its end. */
  function canvas(from: number, to: number, origin: number, end: number) {
    return (
      <div
        key={origin}
        class="canvas"
        style={{ width: names + width + "px", height: HEAD + (end - origin) * ROW + "px" }}
      >
        <div class="axis" aria-hidden="true" style={{ height: HEAD + "px" }}>
          <div class="corner">{w("tasks")}</div>
          <AxisHead axis={axis} x={x} />
        </div>
        <Bars {...props} axis={axis} first={from} last={to} origin={origin} x={x} />
        {rows.slice(from, to).map((row, offset) => line(row, from + offset, origin))}
      </div>
    );
  }

  function line(row: GanttRow, place: number, origin: number) {
    const { task } = row;
    const classes = ["g-row", task ? "" : "system", place === active ? "active" : ""];
    if (task && task === props.selected) {
      classes.push("selected");
    }
    return (
      <div
        key={task ? task.id : "system " + row.system}
        id={`task-${place}`}
        class={classes.join(" ")}
        role="row"
        aria-rowindex={place + 1}
        aria-level={task ? 2 : 1}
        aria-expanded={task ? undefined : !props.closed.has(row.system)}
        style={{ top: HEAD + (place - origin) * ROW + "px", height: ROW + "px" }}
        onClick={() => choose(place)}
      >
        <div class="g-name" role="gridcell" title={task ? t(task.title) : data.systemName(row.system, lang)}>
          {task ? (
            <>
              <span class="wbs">{task.wbs}</span> {t(task.title)}
              <span class="sr">
                {" "}
                {periodOf(task, lang)} {task.late ? w("late") : ""}
              </span>
            </>
          ) : (
            <>
              <span aria-hidden="true">{props.closed.has(row.system) ? "▸" : "▾"}</span>{" "}
              {data.systemName(row.system, lang)}
            </>
          )}
        </div>
      </div>
    );
  }
}

function rangeOf(tasks: Task[], asOf: string, horizon: number): { first: number; count: number } {
  let first = Math.floor(dayPlace(asOf));
  let last = horizon;
  for (const task of tasks) {
    first = Math.min(first, task.start ?? first);
    last = Math.max(last, task.end ?? last);
  }
  first = Math.floor(first / 4) * 4;
  return { first, count: Math.ceil((last + 1 - first) / 4) * 4 };
}

function AxisHead(props: { axis: Axis; x(quarter: number): number }) {
  const { data, lang, t } = useShared();
  const { axis, x } = props;
  const marks = [];
  for (let quarter = axis.first; quarter < axis.first + axis.count; quarter++) {
    if (quarter % 4 === 0) {
      const year = quarter / 4;
      const short = lang === "ja" ? `R${year - 2018}` : `’${String(year).slice(2)}`;
      const label = axis.pixels * 4 >= 84 ? fiscalYear(year, lang) : short;
      marks.push(
        <g key={"y" + quarter}>
          <line class="year-line" x1={x(quarter)} x2={x(quarter)} y1={0} y2={HEAD} />
          <text x={x(quarter) + 5} y={18} class="year">
            {label}
            {axis.pixels * 4 >= 130 && lang === "ja" ? `（${year}）` : ""}
          </text>
        </g>,
      );
    }
    if (axis.pixels >= 22) {
      marks.push(
        <text key={"q" + quarter} x={x(quarter) + axis.pixels / 2} y={44} class="quarter">
          {lang === "ja" ? `${(quarter % 4) + 1}Q` : `Q${(quarter % 4) + 1}`}
        </text>,
      );
    }
  }
  return (
    <svg class="axis-svg" width={axis.count * axis.pixels} height={HEAD} aria-hidden="true">
      {marks}
      {data.raw.milestones.map((it, place) => (
        <text key={place} x={x(dayPlace(it.day))} y={33} class="milestone">
          ★<title>{`${it.day} ${t(it.rule)}`}</title>
        </text>
      ))}
    </svg>
  );
}

function Bars(
  props: GanttProps & { axis: Axis; first: number; last: number; origin: number; x(quarter: number): number },
) {
  const { data, t, lang } = useShared();
  const { axis, rows, first, last, origin, x } = props;
  const width = axis.count * axis.pixels;
  const height = Math.max(last - first, 0) * ROW;
  const y = (place: number) => (place - first) * ROW;
  const placeOf = useMemo(() => {
    const places = new Map<string, number>();
    rows.forEach((it, place) => it.task && places.set(it.task.wbs, place));
    return places;
  }, [rows]);
  const lines = [];
  for (let quarter = axis.first; quarter <= axis.first + axis.count; quarter++) {
    if (quarter % 4 === 0 || axis.pixels >= 36) {
      const line = (
        <line
          key={quarter}
          class={quarter % 4 === 0 ? "year-line" : "quarter-line"}
          x1={x(quarter)}
          x2={x(quarter)}
          y1={0}
          y2={height}
        />
      );
      lines.push(line);
    }
  }
  const bars: JSX.Element[] = [];
  const links: JSX.Element[] = [];
  rows.forEach((row, place) => {
    const visible = place >= first && place < last;
    if (row.task && props.links) {
      for (const before of row.task.after) {
        const from = placeOf.get(before);
        const source = from === undefined ? undefined : rows[from].task;
        const crosses = from !== undefined && Math.min(from, place) < last && Math.max(from, place) >= first;
        if (source && crosses && source.end !== undefined && row.task.start !== undefined) {
          const strong = props.selected === row.task || props.selected === source;
          links.push(
            <path
              key={before + ">" + row.task.wbs}
              class={"link" + (strong ? " strong" : "")}
              marker-end={strong ? "url(#arrow-strong)" : "url(#arrow)"}
              d={elbow(x(source.end + 1) - 2, y(from!) + ROW / 2, x(row.task.start) + 2, y(place) + ROW / 2)}
            />,
          );
        }
      }
    }
    if (visible) {
      bars.push(row.task ? bar(row.task, y(place)) : span(row, y(place)));
    }
  });
  const today = x(dayPlace(data.raw.asOf));
  return (
    <svg
      class="bars"
      width={width}
      height={height}
      style={{ top: HEAD + (first - origin) * ROW + "px" }}
      aria-hidden="true"
    >
      <defs>
        <pattern id="waiting" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="wait-ground" width="6" height="6" />
          <rect class="wait-stripe" width="2.5" height="6" />
        </pattern>
        {["", "-strong"].map((it) => (
          <marker
            key={it}
            id={"arrow" + it}
            viewBox="0 0 6 6"
            refX="5"
            refY="3"
            markerWidth="6"
            markerHeight="6"
            orient="auto"
          >
            <path class={"arrow" + it} d="M0,0 L6,3 L0,6 z" />
          </marker>
        ))}
      </defs>
      {lines}
      {data.raw.milestones.map((it, place) => (
        <line key={place} class="milestone-line" x1={x(dayPlace(it.day))} x2={x(dayPlace(it.day))} y1={0} y2={height}>
          <title>{`${it.day} ${data.say(it.rule, lang)}`}</title>
        </line>
      ))}
      <line class="today-line" x1={today} x2={today} y1={0} y2={height} />
      {bars}
      {links}
    </svg>
  );

  function bar(task: Task, y: number) {
    const parts = [];
    if (task.start !== undefined && task.end !== undefined) {
      const kind = task.late ? "late" : task.kind === "wait" ? "wait" : "work";
      const start = x(task.start) + 1;
      const length = Math.max((task.end + 1 - task.start) * axis.pixels - 2, 3);
      parts.push(
        <rect class={"bar " + kind} x={start} y={y + 7} width={length} height={ROW - 14} rx={3}>
          <title>{`${task.wbs} ${t(task.title)} ${periodOf(task, lang)}`}</title>
        </rect>,
      );
      if (task.late) {
        parts.push(
          <text class="bar-mark" x={start + Math.min(length / 2, 10)} y={y + ROW / 2 + 4}>
            !
          </text>,
        );
      }
    }
    if (task.due) {
      parts.push(
        <text class="due" x={x(dayPlace(task.due))} y={y + ROW / 2 + 5}>
          ◆<title>{task.due}</title>
        </text>,
      );
    }
    return (
      <g key={task.id} onClick={() => props.onOpen(task)}>
        {parts}
      </g>
    );
  }

  function span(row: GanttRow, y: number) {
    const placed = row.tasks.filter((it) => it.start !== undefined);
    const known = data.systems.rowOf("id", row.system);
    const renewal = known < 0 ? "" : data.systems.column("renewal").text(known, "ja");
    const parts = [];
    if (placed.length > 0) {
      const start = Math.min(...placed.map((it) => it.start!));
      const end = Math.max(...placed.map((it) => it.end!)) + 1;
      parts.push(
        <rect class="span" x={x(start)} y={y + ROW / 2 - 3} width={(end - start) * axis.pixels} height={6} rx={2} />,
      );
    }
    if (renewal !== "") {
      const start = x(Number(renewal) * 4);
      parts.push(<rect class="renewal-band" x={start} y={y + 3} width={4 * axis.pixels} height={ROW - 6} rx={3} />);
      parts.push(
        <text class="renewal" x={start + 2 * axis.pixels} y={y + ROW / 2 + 5}>
          ◇
        </text>,
      );
    }
    return <g key={"span " + row.system}>{parts}</g>;
  }
}

/** Out to the right, down or up, and in from the left. */
function elbow(x1: number, y1: number, x2: number, y2: number): string {
  const out = x1 + 7;
  if (x2 >= out + 7) {
    return `M${x1},${y1} H${out} V${y2} H${x2}`;
  }
  const between = y1 + (y2 > y1 ? ROW / 2 : -ROW / 2);
  return `M${x1},${y1} H${out} V${between} H${x2 - 9} V${y2} H${x2}`;
}
