import { startThread } from "../thread.ts";
import type { Answer, Question } from "./apart.ts";
import { messages } from "./messages.ts";
import { renderPng, renderSvg, sizeOf } from "./render.ts";

// What ends the command reaches this process too, and the command says itself when it no longer wants the chart.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => undefined);

const question = JSON.parse(await Bun.stdin.text()) as Question;

const watch = Promise.withResolvers<void>();
const script = new URL("../process-watch.ts", import.meta.url);
startThread(script, question.limits, { onMessage: watch.resolve, onError: watch.reject }, false);
await watch.promise;

await Bun.write(Bun.stdout, JSON.stringify(await draw(question)));

async function draw({ spec, limits }: Question): Promise<Answer> {
  try {
    const { svg } = await renderSvg(spec, { isTrusted: false });
    const { width, height } = sizeOf(svg);
    if (width * height > limits.pixels)
      return { reason: messages.tooLarge(width, height, limits.pixels) };
    return { svg, png: Buffer.from(await renderPng(svg)).toString("base64") };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}
