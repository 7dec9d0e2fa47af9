/**
 * The thread in which a page decodes images and runs the network, so that the page stays alive. `exp app` runs it too, on
 * images of the run, before it writes the page.
 */
import { messages } from "../messages.ts";
import { OpenedFile, prepareFile } from "./decode.ts";
import { Predictor } from "./predictor.ts";
import type { ImageAnswer, Order, Received, Sent, WorkerStart } from "./protocol.ts";

declare const self: Worker;

let predictor: Promise<Predictor> | undefined;
let opened: OpenedFile | undefined;
let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Sent<WorkerStart | Order>>) => {
  last = last.then(async () => {
    const { number, content } = data;
    const reply = await answer(content).then(
      (found): Received => ({ number, answer: found }),
      (error: Error): Received => ({ number, error: error.message }),
    );
    self.postMessage(reply);
  });
});

async function answer(content: WorkerStart | Order): Promise<unknown> {
  if ("model" in content) {
    predictor = Predictor.open(content);
    return { backend: (await predictor).backend };
  }
  const own = await predictor!;
  if (content.kind === "pixels") return own.see(content.pixels);
  if (content.kind === "heat") return own.heat(content.pixels, content.label);
  if (content.kind === "decode") {
    const { bytes, side } = content;
    return prepareFile(bytes, { height: side, width: side, channels: 3 });
  }
  if (content.kind === "open") {
    opened = new OpenedFile(content.bytes, own.model.target);
    return opened.frames();
  }
  const prepared = await opened!.prepare(content.frame);
  if ("refused" in prepared) return prepared;
  const { pixels, remarks } = prepared;
  const { samplewiseStd } = own.model.preprocessing.preprocess;
  const isRounding = samplewiseStd && pixels.every((level) => level === pixels[0]);
  return {
    pixels,
    remarks: isRounding ? [...remarks, messages.oneLevel()] : remarks,
    ...own.see(pixels),
  } satisfies ImageAnswer;
}
