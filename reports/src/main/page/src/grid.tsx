/** A table of any length: only the rows in view are in the document. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { GridColumn } from "./data";
import { Badge, useShared } from "./shared";

const ROW = 34;
const HEAD = 44;
/** Browsers stop at 17 to 33 million pixels; beyond this height the scroll bar moves several rows a pixel. */
const TALLEST = 8_000_000;
const SPARE = 6;
/** How many rows are printed; a hundred thousand would be three thousand pages. */
export const PRINTED = 500;

export interface GridProps {
  label: string;
  columns: GridColumn[];
  rows: Uint32Array;
  sort?: string;
  descending?: boolean;
  onSort?(id: string): void;
  onOpen?(row: number): void;
  selected?: number;
  /** Rows in view where the page does not give the grid its height. */
  compact?: boolean;
}

export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const on = () => setPrinting(true);
    const off = () => setPrinting(false);
    addEventListener("beforeprint", on);
    addEventListener("afterprint", off);
    return () => {
      removeEventListener("beforeprint", on);
      removeEventListener("afterprint", off);
    };
  }, []);
  return printing;
}

export function Grid(props: GridProps) {
  const { lang, w } = useShared();
  const { columns, rows } = props;
  const box = useRef<HTMLDivElement>(null);
  // A view may have several grids, and an id stands once.
  const id = useId();
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [active, setActive] = useState(0);
  const printing = usePrinting();

  useLayoutEffect(() => {
    const element = box.current!;
    const measure = () => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    box.current!.scrollTop = 0;
    setTop(0);
    setActive(0);
  }, [rows]);

  const full = rows.length * ROW;
  const tall = Math.min(full, TALLEST);
  const view = Math.max(height - HEAD, ROW);
  const ratio = full > tall ? (full - view) / (tall - view) : 1;
  const offset = Math.min(top * ratio, Math.max(full - view, 0));
  const first = Math.max(Math.floor(offset / ROW) - SPARE, 0);
  const last = Math.min(Math.ceil((offset + view) / ROW) + SPARE, rows.length);
  const template = columns.map((it) => `minmax(${pixels(it)}px, ${pixels(it)}fr)`).join(" ");
  const minimum = columns.reduce((sum, it) => sum + pixels(it), 0) + "px";

  const reveal = (place: number) => {
    const element = box.current!;
    const start = (place * ROW) / ratio;
    const end = ((place + 1) * ROW - view) / ratio;
    if (element.scrollTop > start) {
      element.scrollTop = start;
    } else if (element.scrollTop < end) {
      element.scrollTop = Math.ceil(end);
    }
    setTop(element.scrollTop);
  };
  const move = (place: number) => {
    const next = Math.max(0, Math.min(place, rows.length - 1));
    setActive(next);
    reveal(next);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== box.current || rows.length === 0) {
      return;
    }
    const page = Math.max(Math.floor(view / ROW) - 1, 1);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    if (event.key in moves) {
      event.preventDefault();
      move(moves[event.key]);
    } else if ((event.key === "Enter" || event.key === " ") && props.onOpen) {
      event.preventDefault();
      props.onOpen(rows[active]);
    }
  };

  const body = [];
  for (let place = first; place < last; place++) {
    const row = rows[place];
    const classes = "row" + (place === active ? " active" : "") + (row === props.selected ? " selected" : "");
    body.push(
      <div
        key={place}
        id={`${id}-${place}`}
        class={classes}
        role="row"
        aria-rowindex={place + 2}
        aria-selected={row === props.selected}
        style={{
          gridTemplateColumns: template,
          transform: `translateY(${place * ROW - offset + top}px)`,
        }}
        onClick={() => {
          setActive(place);
          props.onOpen?.(row);
        }}
      >
        {columns.map((column) => {
          const text = column.text(row, lang);
          const tone = column.tone(row);
          return (
            <div
              key={column.id}
              role="gridcell"
              class={"cell " + column.kind}
              title={text.length > 12 ? text : undefined}
            >
              {text === "" ? <span class="none">―</span> : <Badge tone={tone}>{shown(column, text)}</Badge>}
            </div>
          );
        })}
      </div>,
    );
  }
  return (
    <div class={"grid" + (props.compact ? " compact" : "")}>
      <div
        ref={box}
        class="box"
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        onScroll={() => setTop(box.current!.scrollTop)}
        onKeyDown={onKey}
        style={{ "--rows": Math.min(rows.length, 12) + 1.5 }}
      >
        {printing ? (
          <Printed {...props} />
        ) : (
          <>
            <div
              class="row head"
              role="row"
              aria-rowindex={1}
              style={{ gridTemplateColumns: template, minWidth: minimum }}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="columnheader"
                  class={"cell " + column.kind + (column.input ? " input" : "")}
                  title={column.note(lang) || undefined}
                  aria-sort={props.sort === column.id ? (props.descending ? "descending" : "ascending") : undefined}
                >
                  {props.onSort ? (
                    <button type="button" data-sort={column.id} onClick={() => props.onSort!(column.id)}>
                      <span>{column.title(lang)}</span>
                      <span class="arrow" aria-hidden="true">
                        {props.sort === column.id ? (props.descending ? "▼" : "▲") : ""}
                      </span>
                    </button>
                  ) : (
                    column.title(lang)
                  )}
                </div>
              ))}
            </div>
            <div class="rows" role="rowgroup" style={{ height: tall + "px", minWidth: minimum }}>
              {body}
              {rows.length === 0 && <p class="hint">{w("noRows")}</p>}
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** On paper a plain table: its head stands on every sheet, and nothing is cut. */
function Printed(props: GridProps) {
  const { lang, w } = useShared();
  const { columns } = props;
  const rows = props.rows.subarray(0, PRINTED);
  const whole = columns.reduce((sum, it) => sum + pixels(it), 0);
  // Left alone, a browser would give a path no more room than a number.
  const broken = (column: GridColumn) => rows.some((row) => column.text(row, lang).length > LONG);
  return (
    <>
      <table class="plain printed">
        <colgroup>
          {columns.map((it) => (
            <col key={it.id} style={broken(it) ? { width: `${(200 * pixels(it)) / whole}%` } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((it) => (
              <th key={it.id} scope="col" class={it.kind}>
                {it.title(lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from(rows, (row) => (
            <tr key={row}>
              {columns.map((it) => {
                const text = it.text(row, lang);
                return (
                  <td
                    key={it.id}
                    class={it.kind + (text.length <= UNBROKEN ? " short" : it.kind === "text" ? " long" : "")}
                  >
                    <div>{text === "" ? <span class="none">―</span> : <Badge tone={it.tone(row)}>{text}</Badge>}</div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="hint">{w("noRows")}</p>}
      {props.rows.length > PRINTED && <p class="hint">{w("printedRows", PRINTED, props.rows.length)}</p>}
    </>
  );
}

/** Up to how many characters a cell stays on one line of paper, and from how many on it needs the room of many. */
const UNBROKEN = 18;
const LONG = 40;

function pixels(column: GridColumn): number {
  return Math.max(NARROWEST[column.kind], Math.round(column.width * 6.8 + 14));
}

/** A day or a word with its symbol is never cut. */
const NARROWEST = { text: 64, number: 64, date: 106, choice: 122 };

/** Of a path the end tells more than the beginning. */
const ENDS = new Set(["location", "subject"]);

function shown(column: GridColumn, text: string): string {
  const room = Math.floor((pixels(column) - 28) / 7.4);
  return ENDS.has(column.id) && text.length > room ? "…" + text.slice(-room) : text.replaceAll("\n", " / ");
}
