import { availableParallelism } from "node:os";
import { basename } from "node:path";
import type { TopLevelSpec } from "vega-lite";
import { eachConcurrently } from "../data/concurrency.ts";
import { RunError } from "../errors.ts";
import { drawApart } from "./apart.ts";
import { messages } from "./messages.ts";
import { files, type Run } from "../layout.ts";
import { TemplateError } from "./read-templates.ts";
import { fieldWarnings } from "./template-fields.ts";
import { fillTemplate, placeOf, type Template } from "./template.ts";
import { theme } from "./theme.ts";

/** What became of a template. */
export type OwnChart =
  | {
      name: string;
      spec: TopLevelSpec;
      svg: string;
      png: Uint8Array;
      description: string;
      warnings: string[];
    }
  | { name: string; svg: null; reason: string };

/** Those of a run, in the order of the templates. Never throws. */
export async function drawTemplates(
  templates: readonly (Template | TemplateError)[],
  run: Run,
): Promise<OwnChart[]> {
  const charts: OwnChart[] = [];
  const draw = async (template: Template | TemplateError, index: number) => {
    charts[index] =
      template instanceof TemplateError ? unfit(template) : await drawTemplate(template, run);
  };
  await eachConcurrently(templates, draw, availableParallelism());
  return charts;
}

function unfit({ file, message }: TemplateError): OwnChart {
  const name = basename(file);
  // As the run has it, wherever its folder is.
  return { name, svg: null, reason: message.replace(file, () => `${files.templates}/${name}`) };
}

/** One that cannot be drawn does not take the others with it: the report says why. */
export async function drawTemplate(template: Template, run: Run): Promise<OwnChart> {
  const { name } = template;
  const file = placeOf(template);
  try {
    const filled = fillTemplate(template, run);
    const spec = { ...filled, config: { ...theme, ...filled.config } };
    const drawn = await drawApart(spec);
    if ("reason" in drawn)
      return { name, svg: null, reason: messages.templateFails(file, drawn.reason) };
    const { svg, png } = drawn;
    // An expression may put together at last what no part of the template held.
    if (/\b(?:xlink:)?href=|url\(|<(?:image|script|foreignObject)\b/i.test(svg))
      return { name, svg: null, reason: messages.templateLoads(file, "href") };
    const warnings = fieldWarnings(template);
    return { name, spec, svg, png, description: descriptionOf(spec) ?? name, warnings };
  } catch (error) {
    if (error instanceof RunError) return { name, svg: null, reason: error.message };
    return { name, svg: null, reason: messages.templateFails(file, (error as Error).message) };
  }
}

/** What the template says of itself: its description, or its title. */
function descriptionOf({ description, title }: TopLevelSpec): string | undefined {
  if (typeof description === "string") return description;
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  return typeof text === "string" ? text : undefined;
}
