/** The script of a page that follows what is on disk: it shows what changes, and keeps what its reader is doing. */
import { EVENTS_PATH } from "../paths.ts";

const here = `${location.pathname}${location.search}`;
const source = new EventSource(`${EVENTS_PATH}?page=${encodeURIComponent(here)}`);

const live = (within: Document) => within.querySelector("#live");

/** What was checked, and where the reader is. */
function kept(part: Element) {
  const boxes = [...part.querySelectorAll<HTMLInputElement>("input:checked")].map(
    ({ value }) => value,
  );
  const focus = document.activeElement;
  const place =
    focus instanceof HTMLAnchorElement
      ? `a[href="${CSS.escape(focus.getAttribute("href") ?? "")}"]`
      : focus instanceof HTMLInputElement
        ? `input[value="${CSS.escape(focus.value)}"]`
        : null;
  const isWithin = part.contains(focus);
  return (next: Element) => {
    for (const box of next.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
      box.checked = boxes.includes(box.value);
    if (place !== null && isWithin)
      next.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
  };
}

async function update(): Promise<void> {
  const response = await fetch(here);
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  const [old, fresh] = [live(document), live(next)];
  // A run that has finished has its report there, which is no such page.
  if (!old || !fresh) {
    location.reload();
    return;
  }
  if (old.innerHTML === fresh.innerHTML) return;
  const keep = kept(old);
  old.replaceWith(fresh);
  keep(fresh);
}

source.addEventListener("changed", () => void update());

/** That a process was killed is written nowhere. */
const AGAIN_MS = 30_000;
setInterval(() => {
  if (document.querySelector("#live .running")) void update();
}, AGAIN_MS);
