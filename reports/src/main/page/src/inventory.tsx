/** Every use of cryptography. */
import { type GridColumn, resized, type Table } from "./data";
import { Explorer } from "./explorer";
import { Finding } from "./finding";
import { useShared } from "./shared";

/** Those columns of the table that it has, long texts no wider than a screen bears. */
export function columnsOf(table: Table, ids: string[]): GridColumn[] {
  return ids
    .filter((it) => table.has(it))
    .map((it) => table.column(it))
    .map((it) => resized(it, Math.min(it.width, WIDEST)));
}

/** In digits; a workbook's widths are for A3, and here a click shows the whole text. */
const WIDEST = 34;

export const PLACE_COLUMNS = [
  "threat",
  "verdict",
  "system",
  "algorithm",
  "parameters",
  "function",
  "location",
  "line",
  "symbol",
  "deadline",
  "confirm",
  "id",
];

export function Inventory() {
  const { data, lang, route, go } = useShared();
  const table = data.findings;
  const open = route.args[0] ? table.rowOf("id", route.args[0]) : -1;
  return (
    <>
      <p class="note">{table.note(lang)}</p>
      <div class="split">
        <Explorer
          table={table}
          columns={columnsOf(table, PLACE_COLUMNS)}
          facets={["system", "threat", "verdict", "algorithm", "function", "stage", "confidence", "context"]}
          selected={open < 0 ? undefined : open}
          onOpen={(row) => go({ ...route, args: [table.column("id").text(row, lang)] }, true)}
        />
        {open >= 0 && <Finding row={open} onClose={() => go({ ...route, args: [] }, true)} />}
      </div>
    </>
  );
}
