import type { TemplateError } from "../charts/read-templates.ts";
import type { Template } from "../charts/template.ts";
import type { Run } from "../layout.ts";
import { drawRun } from "./draw-run.ts";
import type { Effects } from "./effects.ts";
import { messages } from "./messages.ts";
import type { Sink } from "./open-run.ts";

/** Charts and the report from the text of a run's folder, as `exp charts` will draw them again. */
export async function drawAll(
  folder: string,
  templates: readonly (Template | TemplateError)[],
  { write }: Sink,
  warn: Effects["reporter"]["warning"],
): Promise<Run> {
  const { run, drawn, undrawn, boxes } = await drawRun(folder, templates);
  for (const [name, content] of drawn) await write(name, content);
  for (const reason of undrawn) warn(reason);
  if (boxes.length > 0) warn(messages.lettersWithoutFont(boxes));
  return run;
}
