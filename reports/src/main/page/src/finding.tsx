/** One use of cryptography in full: the last step from a system to the line. */
import { Drawer } from "./drawer";
import { Badge, Fact, Lines, Link, useShared } from "./shared";

export function Finding(props: { row: number; onClose(): void }) {
  const { data, lang, w } = useShared();
  const table = data.findings;
  const text = (id: string) => (table.has(id) ? table.column(id).text(props.row, lang) : "");
  const id = text("id");
  const system = text("system");
  const assetCode = data.findingAssets.code(props.row);
  const line = text("line");
  const tasks = text("task");
  return (
    <Drawer title={text("algorithm") || id} id={id} onClose={props.onClose}>
      <p class="crumbs">
        <Link to={["systems", system]}>{data.systemName(system, lang)}</Link>
        <span aria-hidden="true"> › </span>
        <Link to={["systems", system, String(assetCode)]}>{text("algorithm")}</Link>
        <span aria-hidden="true"> › </span>
        <span>{id}</span>
      </p>
      <p class="place">
        <code>
          {text("location")}
          {line && <strong>:{line}</strong>}
        </code>
      </p>
      <dl class="facts">
        {table.columns
          .filter((it) => !["number", "id", "location", "line"].includes(it.id))
          .map((column) => {
            const value = column.text(props.row, lang);
            return (
              <Fact key={column.id} label={column.title(lang)}>
                {value === "" ? (
                  <span class="none">―</span>
                ) : column.id === "system" ? (
                  <Link to={["systems", value]}>{value}</Link>
                ) : column.tone(props.row) !== "plain" ? (
                  <Badge tone={column.tone(props.row)}>{value}</Badge>
                ) : (
                  <Lines text={value} />
                )}
              </Fact>
            );
          })}
      </dl>
      {tasks &&
        tasks.split("\n").map((wbs) => {
          const task = data.taskByWbs.get(wbs);
          return (
            task && (
              <p key={wbs}>
                <Link to={["roadmap", wbs]}>
                  {wbs} {data.say(task.title, lang)}
                </Link>
              </p>
            )
          );
        })}
      <h3>{w("explain")}</h3>
      <p>
        <code>shirube explain {id}</code>
      </p>
    </Drawer>
  );
}
