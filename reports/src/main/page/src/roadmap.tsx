/** The roadmap in time: systems and their tasks as bars, with what they wait for. */
import { useMemo, useState } from "preact/hooks";
import type { Task } from "./data";
import { Gantt, type GanttRow, ZOOMS } from "./gantt";
import { useShared } from "./shared";
import { TaskDrawer } from "./tasks";

export function Roadmap() {
  const { data, route, go, w, t } = useShared();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [zoom, setZoom] = useState(-1);
  const [links, setLinks] = useState(true);
  const systems = useMemo(() => bySystem(data.raw.tasks), [data]);
  const rows = useMemo(() => flat(systems, closed), [systems, closed]);
  const open = route.args[0] === undefined ? undefined : data.taskByWbs.get(route.args[0]);
  const allClosed = closed.size === systems.size;
  return (
    <>
      <p class="note">{t(data.raw.basis)}</p>
      <div class="tools">
        <div class="group">
          <button type="button" aria-label={w("zoomOut")} onClick={() => setZoom(Math.max(zoom < 0 ? 1 : zoom - 1, 0))}>
            −
          </button>
          <button type="button" aria-pressed={zoom < 0} onClick={() => setZoom(-1)}>
            {w("fit")}
          </button>
          <button
            type="button"
            id="zoom-in"
            aria-label={w("zoomIn")}
            onClick={() => setZoom(Math.min(zoom < 0 ? 3 : zoom + 1, ZOOMS.length - 1))}
          >
            ＋
          </button>
        </div>
        <button type="button" onClick={() => setClosed(allClosed ? new Set() : new Set(systems.keys()))}>
          {w(allClosed ? "expand" : "collapse")}
        </button>
        <label class="check">
          <input type="checkbox" checked={links} onChange={(event) => setLinks(event.currentTarget.checked)} />
          {w("dependencies")}
        </label>
        <Legend />
      </div>
      <div class="split">
        <Gantt
          rows={rows}
          zoom={zoom}
          links={links}
          closed={closed}
          selected={open}
          onZoom={(step) => setZoom(Math.max(0, Math.min((zoom < 0 ? 2 : zoom) + step, ZOOMS.length - 1)))}
          onOpen={(task) => go({ view: "roadmap", args: [task.wbs], params: {} }, true)}
          onToggle={(system) => {
            const next = new Set(closed);
            if (!next.delete(system)) {
              next.add(system);
            }
            setClosed(next);
          }}
        />
        {open && <TaskDrawer task={open} onClose={() => go({ view: "roadmap", args: [], params: {} }, true)} />}
      </div>
      {data.raw.milestones.length > 0 && (
        <details class="card milestones">
          <summary>
            {w("legendMilestone")} ({data.raw.milestones.length})
          </summary>
          <ul>
            {data.raw.milestones.map((it, place) => (
              <li key={place}>
                <strong>{it.day}</strong> {t(it.rule)}
                <div class="cite">{t(it.wording)}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Legend() {
  const { w } = useShared();
  return (
    <ul class="legend" aria-label={w("legend")}>
      <li>
        <span class="swatch work" /> {w("legendWork")}
      </li>
      <li>
        <span class="swatch late" /> {w("legendLate")}
      </li>
      <li>
        <span class="swatch wait" /> {w("legendWait")}
      </li>
      <li>{w("legendDue")}</li>
      <li>{w("legendRenewal")}</li>
      <li>{w("legendMilestone")}</li>
      <li>
        <span class="swatch today" /> {w("legendToday")}
      </li>
    </ul>
  );
}

function bySystem(tasks: Task[]): Map<string, Task[]> {
  const systems = new Map<string, Task[]>();
  for (const task of tasks) {
    const list = systems.get(task.system);
    if (list) {
      list.push(task);
    } else {
      systems.set(task.system, [task]);
    }
  }
  return systems;
}

function flat(systems: Map<string, Task[]>, closed: ReadonlySet<string>): GanttRow[] {
  const rows: GanttRow[] = [];
  for (const [system, tasks] of systems) {
    rows.push({ system, tasks });
    if (!closed.has(system)) {
      tasks.forEach((task) => rows.push({ system, tasks: [], task }));
    }
  }
  return rows;
}
