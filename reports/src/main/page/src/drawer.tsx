/** The sheet at the side that shows one thing in full. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useShared } from "./shared";

export function Drawer(props: { title: string; id: string; onClose(): void; children: ComponentChildren }) {
  const { w } = useShared();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, [props.id]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        props.onClose();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  return (
    <aside class="drawer" aria-labelledby="drawer-title">
      <header>
        <h2 id="drawer-title" tabIndex={-1} ref={heading}>
          {props.title}
        </h2>
        <button type="button" class="quiet" aria-label={w("close")} onClick={props.onClose}>
          ✕
        </button>
      </header>
      <div class="content">{props.children}</div>
    </aside>
  );
}
