/** What is said of a task wherever it stands. */
import { Drawer } from "./drawer";
import type { Lang, Task, Tone } from "./data";
import { Badge, Fact, Link, SystemLink, useShared } from "./shared";
import { grouped, quarterName, say, type Word } from "./words";

export function outlookOf(task: Task): [Word, Tone] {
  if (task.start === undefined) {
    return ["notPlaced", "danger"];
  }
  if (task.late) {
    return ["late", "danger"];
  }
  return task.due ? ["inTime", "good"] : ["noDeadline", "muted"];
}

export function Outlook(props: { task: Task }) {
  const { w } = useShared();
  const [word, tone] = outlookOf(props.task);
  return <Badge tone={tone}>{w(word)}</Badge>;
}

export function periodOf(task: Task, lang: Lang): string {
  if (task.start === undefined || task.end === undefined) {
    return say("unknown", lang);
  }
  const start = quarterName(task.start, lang);
  return task.start === task.end ? start : `${start} – ${quarterName(task.end, lang)}`;
}

export function TaskDrawer(props: { task: Task; onClose(): void }) {
  const { data, lang, w, t } = useShared();
  const { task } = props;
  const following = data.raw.tasks.filter((it) => it.after.includes(task.wbs));
  return (
    <Drawer title={`${task.wbs} ${t(task.title)}`} id={task.id} onClose={props.onClose}>
      <p class="crumbs">
        <SystemLink id={task.system} />
        <span aria-hidden="true"> › </span>
        <span>{task.id}</span>
      </p>
      <p>
        <Outlook task={task} />
      </p>
      {task.needs !== undefined && (
        <div class="needs">
          <strong>{w("needs")}</strong>
          <p>{t(task.needs)}</p>
        </div>
      )}
      <dl class="facts">
        <Fact label={w("period")}>{periodOf(task, lang)}</Fact>
        <Fact label={w("deadline")}>{task.due ?? "―"}</Fact>
        {task.review && <Fact label={w("review")}>{task.review}</Fact>}
        <Fact label={w("use")}>
          {t(task.use)} · {t(task.kindName)}
        </Fact>
        <Fact label={w("team")}>{task.team || "―"}</Fact>
        <Fact label={w("effort")}>
          {w("days", grouped(task.days))}
          {task.assumed && w("assumedEffort")}
        </Fact>
        <Fact label={w("cost")}>{task.yen === undefined ? "―" : w("yen", task.yen)}</Fact>
        <Fact label={w("score")}>{task.score ?? "―"}</Fact>
        <Fact label={w("coveredUses")}>{w("left", task.findings)}</Fact>
        <Fact label={w("after")}>
          <TaskLinks tasks={task.after} />
        </Fact>
        <Fact label={w("before")}>
          <TaskLinks tasks={following.map((it) => it.wbs)} />
        </Fact>
      </dl>
      {task.targets.length > 0 && (
        <>
          <h3>{w("targets")}</h3>
          <ul>
            {task.targets.map(([name, standard], place) => (
              <li key={place}>
                {t(name)} <span class="quiet-text">{t(standard)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{w("reasons")}</h3>
      <ul class="reasons">
        {task.reasons.map(([kind, text, citation], place) => (
          <li key={place}>
            <span class="about">{t(kind)}</span>
            <span>
              {t(text)}
              {citation !== undefined && <span class="cite">{t(citation)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <h3>{w("explain")}</h3>
      <p>
        <code>shirube explain {task.id}</code>
      </p>
    </Drawer>
  );
}

function TaskLinks(props: { tasks: string[] }) {
  const { data, t } = useShared();
  if (props.tasks.length === 0) {
    return <span class="none">―</span>;
  }
  return (
    <>
      {props.tasks.map((wbs) => (
        <div key={wbs}>
          <Link to={["roadmap", wbs]}>
            {wbs} {data.taskByWbs.has(wbs) && t(data.taskByWbs.get(wbs)!.title)}
          </Link>
        </div>
      ))}
    </>
  );
}
