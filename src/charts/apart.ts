import { join } from "node:path";
import type { TopLevelSpec } from "vega-lite";
import { messages } from "./messages.ts";
import type { ProcessLimits } from "../process-watch.ts";
import { systemReason } from "../system-error.ts";

/** What a chart may take. */
export interface Limits extends ProcessLimits {
  /** Width times height, of the chart as SVG. */
  pixels: number;
}

const usualLimits: Limits = { processorSeconds: 20, seconds: 120, bytes: 1.5e9, pixels: 25e6 };

/** A chart, or why it could not be drawn. */
export type DrawnApart = { svg: string; png: Uint8Array } | { reason: string };

/** What the process is given, and what it answers with: JSON. */
export interface Question {
  spec: TopLevelSpec;
  limits: Limits;
}
export type Answer = { svg: string; png: string } | { reason: string };

/**
 * Draws a specification that others have written, in a process of its own: whatever Vega is asked to do there, the process is
 * ended when it has taken as much as it may, and nothing else with it.
 */
export async function drawApart(spec: TopLevelSpec, limits = usualLimits): Promise<DrawnApart> {
  const question: Question = { spec, limits };
  const script = join(import.meta.dir, "apart-process.ts");
  try {
    const child = Bun.spawn([process.execPath, script], {
      // Where no bunfig.toml or .env of others is.
      cwd: import.meta.dir,
      stdin: Buffer.from(JSON.stringify(question)),
      stdout: "pipe",
      stderr: "ignore",
    });
    const [text] = await Promise.all([new Response(child.stdout).text(), child.exited]);
    // Ended by its own watch, by the system for want of memory, or by Bun when it has none left.
    if (child.signalCode !== null) return { reason: messages.takesTooMuch(limits) };
    if (text === "") return { reason: messages.endedWithoutWord(child.exitCode) };
    const answer = JSON.parse(text) as Answer;
    return "reason" in answer ? answer : { ...answer, png: Buffer.from(answer.png, "base64") };
  } catch (error) {
    return { reason: systemReason(error) };
  }
}
