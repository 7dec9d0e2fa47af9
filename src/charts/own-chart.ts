import type { TopLevelSpec } from "vega-lite";
import { messages } from "./messages.ts";
import type { Run } from "../layout.ts";
import { renderSvg } from "./render.ts";
import { fillTemplate, placeOf, type Template } from "./template.ts";
import { fieldWarnings } from "./template-fields.ts";
import { theme } from "./theme.ts";

/** What became of a template. */
export type OwnChart =
  | { name: string; spec: TopLevelSpec; svg: string; description: string; warnings: string[] }
  | { name: string; svg: null; reason: string };

/** One that cannot be drawn does not take the others with it: the report says why. */
export async function drawTemplate(template: Template, run: Run): Promise<OwnChart> {
  const { name } = template;
  const file = placeOf(template);
  try {
    const filled = fillTemplate(template, run);
    const spec = { ...filled, config: { ...theme, ...filled.config } };
    const { svg } = await renderSvg(spec, { isTrusted: false });
    // An expression may put together at last what no part of the template held.
    if (/\b(?:xlink:)?href=|url\(|<(?:image|script|foreignObject)\b/i.test(svg))
      return { name, svg: null, reason: messages.templateLoads(file, "href") };
    const warnings = fieldWarnings(template);
    return { name, spec, svg, description: descriptionOf(spec) ?? name, warnings };
  } catch (error) {
    return { name, svg: null, reason: messages.templateFails(file, (error as Error).message) };
  }
}

/** What the template says of itself: its description, or its title. */
function descriptionOf({ description, title }: TopLevelSpec): string | undefined {
  if (typeof description === "string") return description;
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  return typeof text === "string" ? text : undefined;
}
