import { parentPort, workerData } from "node:worker_threads";
import { decodeImage, decodeQuickly } from "./decode.ts";
import { wholeBuffers, type Answer, type Order, type WorkerStart } from "./orders.ts";
import { JpegDecoder } from "./tensorflow-jpeg.ts";

const { target, library } = workerData as WorkerStart;
const quickJpeg = library ? new JpegDecoder(library) : undefined;

async function answer(bytes: Uint8Array, mayUseSharp: boolean): Promise<Answer[number]> {
  try {
    const decoded = mayUseSharp
      ? await decodeImage(bytes, target, quickJpeg)
      : decodeQuickly(bytes, target, quickJpeg);
    return "forSharp" in decoded ? { returned: { ...decoded, bytes } } : { verdict: decoded };
  } catch (error) {
    return { failure: (error as Error).stack ?? String(error) };
  }
}

async function answerAll({ files, mayUseSharp }: Order): Promise<void> {
  const answers: Answer = [];
  for (const bytes of files) answers.push(await answer(bytes, mayUseSharp));
  const large = answers.flatMap((one) => {
    if ("returned" in one) return [one.returned.bytes];
    return "verdict" in one && "pixels" in one.verdict ? [one.verdict.pixels] : [];
  });
  parentPort!.postMessage(answers, wholeBuffers(large));
}

/** One order after the other: answers come in the order of the orders. */
let work = Promise.resolve();
parentPort!.on("message", (order: Order) => {
  work = work.then(() => answerAll(order));
});
