import { logger, parse, View, Warn, type Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

export interface Rendered {
  svg: string;
  /** What Vega and Vega-Lite find wrong in the specification. */
  warnings: string[];
}

/**
 * A chart as SVG. The same specification gives the same bytes everywhere: there is no canvas, so that Vega estimates
 * the widths of texts (generously) in place of measuring this machine's fonts.
 */
export async function renderSvg(spec: TopLevelSpec): Promise<Rendered> {
  const warnings: string[] = [];
  const log = logger(Warn, undefined, (_method, _level, words) => warnings.push(words.join(" ")));
  const view = new View(parse(compile(spec, { logger: log }).spec as Spec), {
    renderer: "none",
    logger: log,
  });
  try {
    return { svg: `${await view.toSVG()}\n`, warnings };
  } finally {
    view.finalize();
  }
}
