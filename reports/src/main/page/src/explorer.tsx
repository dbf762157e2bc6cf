/** A table with search, filters and order, all of which stand in the address. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { GridColumn, Query, Table } from "./data";
import { Grid } from "./grid";
import { type Route, useShared } from "./shared";

export interface ExplorerProps {
  table: Table;
  columns: GridColumn[];
  facets: string[];
  onOpen?(row: number): void;
  selected?: number;
  compact?: boolean;
  /** Before its words in the address, where a view has more than one. */
  name?: string;
}

function queryOf(route: Route, name: string): Query {
  const filters: Record<string, number> = {};
  for (const [key, value] of Object.entries(route.params)) {
    if (key.startsWith(name + "f.")) {
      filters[key.slice(name.length + 2)] = Number(value);
    }
  }
  return {
    search: route.params[name + "q"] ?? "",
    filters,
    sort: route.params[name + "sort"] ?? "",
    descending: route.params[name + "desc"] === "1",
  };
}

export function Explorer(props: ExplorerProps) {
  const { lang, route, go, w } = useShared();
  const search = useRef<HTMLInputElement>(null);
  const { table } = props;
  const name = props.name === undefined ? "" : props.name + ".";
  const key = JSON.stringify([route.params, lang]);
  const query = useMemo(() => queryOf(route, name), [key]);
  const rows = useMemo(() => table.select(query, lang), [table, key]);
  const set = (params: Record<string, string>) => {
    const named = Object.fromEntries(Object.entries(params).map(([key, value]) => [name + key, value]));
    go({ ...route, params: { ...route.params, ...named } }, true);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
      if (event.key === "/" && !typing && !event.defaultPrevented) {
        event.preventDefault();
        search.current?.focus();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const sort = (id: string) => {
    if (query.sort !== id) {
      set({ sort: id, desc: "" });
    } else if (!query.descending) {
      set({ desc: "1" });
    } else {
      set({ sort: "", desc: "" });
    }
  };
  const clear = () => {
    const params = Object.fromEntries(
      Object.entries(route.params).filter(([it]) => it !== name + "q" && !it.startsWith(name + "f.")),
    );
    go({ ...route, params }, true);
  };
  const narrowed = query.search !== "" || Object.keys(query.filters).length > 0;
  return (
    <div class="explorer">
      <div class="tools" role="search">
        <label class="search">
          <span>{w("search")}</span>
          <input
            ref={search}
            type="search"
            value={query.search}
            placeholder={w("searchHint")}
            onInput={(event) => set({ q: event.currentTarget.value })}
          />
        </label>
        {props.facets
          .filter((it) => table.has(it))
          .map((id) => (
            <Facet key={id} table={table} id={id} query={query} onChange={(code) => set({ ["f." + id]: code })} />
          ))}
        <div class="count">
          <output aria-live="polite">{w("rowsOf", rows.length, table.rows)}</output>
          {narrowed && (
            <button type="button" class="quiet" onClick={clear}>
              {w("clear")}
            </button>
          )}
        </div>
      </div>
      <Grid
        label={table.name(lang)}
        columns={props.columns}
        rows={rows}
        sort={query.sort}
        descending={query.descending}
        onSort={sort}
        onOpen={props.onOpen}
        selected={props.selected}
        compact={props.compact}
      />
    </div>
  );
}

function Facet(props: { table: Table; id: string; query: Query; onChange(code: string): void }) {
  const { lang, w } = useShared();
  const column = props.table.column(props.id);
  const chosen = props.query.filters[props.id];
  const counts = useMemo(
    () => props.table.counts(props.id, props.query, lang),
    [props.table, props.id, JSON.stringify(props.query), lang],
  );
  const rank = column.rank(lang);
  const codes = Array.from(column.values.keys())
    .filter((it) => counts[it] > 0 || it === chosen)
    .sort((a, b) => rank[a] - rank[b]);
  return (
    <label class={"facet" + (chosen === undefined ? "" : " on")}>
      <span>{column.title(lang)}</span>
      <select
        data-facet={props.id}
        value={chosen === undefined ? "" : String(chosen)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <option value="">{w("all")}</option>
        {codes.slice(0, 500).map((code) => (
          <option key={code} value={String(code)} selected={code === chosen}>
            {(column.textOf(code, lang) || w("empty")).replaceAll("\n", " / ")} ({counts[code]})
          </option>
        ))}
      </select>
    </label>
  );
}
