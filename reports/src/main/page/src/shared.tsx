/** What every view needs: the data, the language, the place in the page, and small pieces of text. */
import { createContext } from "preact";
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Lang, PageData, Said, Tone } from "./data";
import { say, type Word } from "./words";

/** A place in the page, kept in the part of the address after #. */
export interface Route {
  view: string;
  args: string[];
  params: Record<string, string>;
}

export interface Shared {
  data: PageData;
  lang: Lang;
  route: Route;
  go(route: Route, replace?: boolean): void;
}

export const SharedContext = createContext<Shared>(undefined as unknown as Shared);

export function useShared(): Shared & {
  w(word: Word, ...values: (string | number)[]): string;
  t(place: Said): string;
} {
  const shared = useContext(SharedContext);
  return {
    ...shared,
    w: (word, ...values) => say(word, shared.lang, ...values),
    t: (place) => shared.data.say(place, shared.lang),
  };
}

export function parseRoute(hash: string): Route {
  const [path, query] = hash.replace(/^#\/?/, "").split("?");
  const [view, ...args] = path.split("/").map(decoded);
  const params: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(query ?? "")) {
    params[key] = value;
  }
  return { view: view || "overview", args, params };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function hashOf(route: Route): string {
  const query = new URLSearchParams(Object.entries(route.params).filter((it) => it[1] !== "")).toString();
  return "#/" + [route.view, ...route.args].map(encodeURIComponent).join("/") + (query ? "?" + query : "");
}

export function Link(props: {
  to: [string, ...string[]];
  params?: Record<string, string>;
  children: ComponentChildren;
}) {
  const [view, ...args] = props.to;
  return <a href={hashOf({ view, args, params: props.params ?? {} })}>{props.children}</a>;
}

/** A system by its name, and the way to it where it has a page. */
export function SystemLink(props: { id: string }) {
  const { data, lang } = useShared();
  const name = data.systemName(props.id, lang);
  return data.isSystem(props.id) ? <Link to={["systems", props.id]}>{name}</Link> : <span>{name}</span>;
}

export function Badge(props: { tone: Tone; children: ComponentChildren }) {
  return props.tone === "plain" ? (
    <span>{props.children}</span>
  ) : (
    <span class={"badge " + props.tone}>{props.children}</span>
  );
}

/** A text whose lines stay lines. */
export function Lines(props: { text: string }) {
  const lines = props.text.split("\n");
  return lines.length === 1 ? (
    <>{props.text}</>
  ) : (
    <>
      {lines.map((it) => (
        <div>{it}</div>
      ))}
    </>
  );
}

export function Fact(props: { label: string; input?: boolean; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt class={props.input ? "input" : undefined}>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
