/** The frame around the views: where one is, in which language and light. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Coverage } from "./coverage";
import type { Lang, PageData } from "./data";
import { Inventory } from "./inventory";
import { Overview } from "./overview";
import { Policies } from "./policies";
import { Progress } from "./progress";
import { Roadmap } from "./roadmap";
import { hashOf, parseRoute, type Route, SharedContext } from "./shared";
import { Systems } from "./systems";
import { say, type Word } from "./words";

const VIEWS: [Word, () => preact.JSX.Element][] = [
  ["overview", Overview],
  ["systems", Systems],
  ["inventory", Inventory],
  ["roadmap", Roadmap],
  ["progress", Progress],
  ["policies", Policies],
  ["coverage", Coverage],
];

const THEMES = ["auto", "light", "dark"] as const;
const THEME_WORDS: Word[] = ["themeAuto", "themeLight", "themeDark"];

export function App(props: { data: PageData }) {
  const { data } = props;
  const [lang, setLang] = useState<Lang>(data.raw.language);
  const [theme, setTheme] = useState(0);
  const [route, setRoute] = useState<Route>(() => parseRoute(location.hash));

  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const current = VIEWS.find((it) => it[0] === route.view) ?? VIEWS[0];
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${say(current[0], lang)} – ${data.raw.organisation} ${data.raw.cover[lang].title}`;
  }, [lang, current]);
  useEffect(() => {
    document.documentElement.dataset.theme = THEMES[theme];
  }, [theme]);

  // What was chosen is gone with its view: who came by keyboard goes on from the top of the next one.
  const place = [current[0], ...(current[0] === "systems" ? route.args.slice(0, 2) : [])].join("/");
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place) {
      before.current = place;
      const main = document.getElementById("main")!;
      main.scrollTop = 0;
      if (document.activeElement === document.body) {
        main.focus({ preventScroll: true });
      }
    }
  }, [place]);

  const shared = useMemo(
    () => ({
      data,
      lang,
      route,
      go(next: Route, replace?: boolean) {
        if (replace) {
          history.replaceState(null, "", hashOf(next));
          setRoute(next);
        } else {
          location.hash = hashOf(next);
        }
      },
    }),
    [data, lang, route],
  );
  const View = current[1];
  return (
    <SharedContext.Provider value={shared}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")!.focus();
        }}
      >
        {say("skip", lang)}
      </a>
      <header class="top">
        <div class="brand">
          <span class="organisation">{data.raw.organisation}</span>
          <span class="title">{data.raw.cover[lang].title}</span>
          <span class="as-of">
            {say("asOf", lang)} {data.raw.asOf}
          </span>
        </div>
        <div class="switches">
          <button
            type="button"
            id="language"
            lang={lang === "ja" ? "en" : "ja"}
            onClick={() => setLang(lang === "ja" ? "en" : "ja")}
          >
            {say("language", lang)}
          </button>
          <button type="button" id="theme" onClick={() => setTheme((theme + 1) % THEMES.length)}>
            {say("theme", lang)}: {say(THEME_WORDS[theme], lang)}
          </button>
          <button type="button" id="print" onClick={() => print()}>
            {say("print", lang)}
          </button>
        </div>
        <nav aria-label={data.raw.cover[lang].title}>
          {VIEWS.map(([word]) => (
            <a key={word} href={"#/" + word} aria-current={word === current[0] ? "page" : undefined}>
              {say(word, lang)}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} class={"view-" + current[0]}>
        {current[0] !== "overview" && <h1>{say(current[0], lang)}</h1>}
        <View />
      </main>
      <footer class="foot">
        <span>Shirube {data.raw.tool}</span>
        <span>{say("keys", lang)}</span>
      </footer>
    </SharedContext.Provider>
  );
}
