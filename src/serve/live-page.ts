import { join } from "node:path";
import { RunError } from "../errors.ts";
import type { Markup } from "../markup/html.ts";
import { page } from "../markup/page.ts";
import { messages } from "./messages.ts";

const style = `
form.where { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin: 1rem 0 0.25rem; }
form.where input[name=where] { flex: 1 1 16rem; max-width: 30rem; }
input, button { font: inherit; color: inherit; }
input[name=where], button { padding: 0.3rem 0.6rem; border: 1px solid var(--quiet); border-radius: 0.375rem; background: var(--paper); }
button { cursor: pointer; }
button:hover { background: var(--card); }
.choice { padding: 0.3rem 0.5rem 0.3rem 0; }
.runs th, .runs td { white-space: nowrap; }
thead a { text-decoration: none; }
thead a:hover { text-decoration: underline; }
.status.running { font-weight: 600; }
.status.failed, .status.killed, .status.damaged { color: var(--edge); font-weight: 600; }
#live > .headline { margin-bottom: 0.75rem; }
progress { display: block; margin-bottom: 0.75rem; width: min(100%, 30rem); height: 0.75rem; }
`;

/** The script of pages that follow what is on disk. @throws RunError where Lamina's files are not whole */
export async function buildLiveScript(): Promise<string> {
  const { success, outputs, logs } = await Bun.build({
    entrypoints: [join(import.meta.dir, "page/live.ts")],
    target: "browser",
    format: "iife",
    minify: true,
    throw: false,
  });
  if (!success || !outputs[0]) throw new RunError(messages.notBuilt(String(logs[0])));
  return outputs[0].text();
}

/** A page whose #live is brought up to date while it is open. @param script see `buildLiveScript` */
export function livePage(title: string, body: Markup, script: string): string {
  return page(title, body, {
    moreStyle: style,
    script,
    sources: "; connect-src 'self'",
    forms: "'self'",
  });
}
