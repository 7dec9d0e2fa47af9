import { escapeMarkup } from "../markup/html.ts";
import sharp from "sharp";
import { loader, logger, parse, View, Warn, type Loader, type Spec } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { darkRulesOf } from "./theme.ts";

export interface Rendered {
  /** In the colours of white paper, without a line feed at its end. */
  svg: string;
  /** What Vega and Vega-Lite find wrong in the specification. */
  warnings: string[];
}

/**
 * A chart as SVG. The same specification gives the same bytes everywhere: there is no canvas, so that Vega estimates
 * the widths of texts (generously) in place of measuring this machine's fonts. Nothing is loaded from anywhere.
 *
 * @param isTrusted false: the expressions in it are interpreted, never made into code
 */
export async function renderSvg(spec: TopLevelSpec, { isTrusted = true } = {}): Promise<Rendered> {
  const warnings: string[] = [];
  const log = logger(Warn, undefined, (_method, _level, words) => warnings.push(words.join(" ")));
  const compiled = compile(spec, { logger: log }).spec as Spec;
  const runtime = isTrusted ? parse(compiled) : parse(compiled, undefined, { ast: true });
  const view = new View(runtime, {
    ...(!isTrusted && { expr: expressionInterpreter }),
    renderer: "none",
    loader: nothing(),
    logger: log,
  });
  try {
    return { svg: await view.toSVG(), warnings };
  } finally {
    view.finalize();
  }
}

/** An SVG as a file of its own, which follows the reader's choice of light or dark. */
export function svgFile(svg: string, description: string): string {
  const style = `<style>@media (prefers-color-scheme:dark){${darkRulesOf(svg)}}</style>`;
  const title = `<title>${escapeMarkup(description)}</title>`;
  return `${describedSvg(svg, description).replace(/^<svg[^>]*>/, (start) => start + title + style)}\n`;
}

/** An SVG as one picture, with what it shows in words. */
export function describedSvg(svg: string, description: string): string {
  return svg.replace(/^<svg /, () => `<svg role="img" aria-label="${escapeMarkup(description)}" `);
}

/** In pixels, before any are painted. */
export function sizeOf(svg: string): { width: number; height: number } {
  const side = (name: string) => Number(new RegExp(`^<svg[^>]* ${name}="([^"]*)"`).exec(svg)?.[1]);
  return { width: side("width"), height: side("height") };
}

/** Pixels of a picture for each one of its SVG: sharp on the dense screens of today. */
const SCALE = 2;
/** Of an SVG, by its own definition. */
const DOTS_PER_INCH = 72;

/** The same SVG gives the same bytes on a machine with the same fonts. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: SCALE * DOTS_PER_INCH })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

function nothing(): Loader {
  const refuse = (uri: string) => Promise.reject(new Error(`a chart may not load ${uri}`));
  return { ...loader(), load: refuse, sanitize: refuse, http: refuse, file: refuse } as Loader;
}
