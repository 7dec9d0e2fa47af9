import { type Bundle, readBundle } from "./bundle.ts";
import { decodeImage, decodeQuickly } from "./decode.ts";
import type { Answer, Order, WorkerStart } from "./orders.ts";
import { JpegDecoder } from "./tensorflow-jpeg.ts";

/** Does orders on the thread that calls it. */
export class Answerer {
  readonly #quickJpeg: JpegDecoder | undefined;

  /** @throws EngineError when TensorFlow's library cannot be used */
  constructor(private readonly start: WorkerStart) {
    this.#quickJpeg = start.library ? new JpegDecoder(start.library) : undefined;
  }

  async answer({ files, mayUseSharp }: Order): Promise<Answer> {
    const answers: Answer = [];
    for (const bytes of files) answers.push(await this.#answerOne(bytes, mayUseSharp));
    return answers;
  }

  /** Of small files, which are read here too. */
  bundle(paths: readonly string[]): Bundle {
    return readBundle(paths, this.start.target, this.#quickJpeg);
  }

  async #answerOne(bytes: Uint8Array, mayUseSharp: boolean): Promise<Answer[number]> {
    const { target } = this.start;
    try {
      const decoded = mayUseSharp
        ? await decodeImage(bytes, target, this.#quickJpeg)
        : decodeQuickly(bytes, target, this.#quickJpeg);
      if (!("forSharp" in decoded)) return { verdict: decoded };
      // Large ones take seconds: each thread does its own.
      if (decoded.forSharp === "dicom") return { verdict: await decodeImage(bytes, target) };
      return { returned: { ...decoded, bytes } };
    } catch (error) {
      return { failure: (error as Error).stack ?? String(error) };
    }
  }
}
