import { type Bundle, readBundle } from "./bundle.ts";
import { decodeImage, decodeQuickly } from "./decode.ts";
import type { DicomReader } from "../dicom/reader.ts";
import type { Answer, FilePart, Order, OrderedImage, WorkerStart } from "./orders.ts";
import type { Verdict } from "./verdict.ts";
import { JpegDecoder } from "./tensorflow-jpeg.ts";

/** Does orders on the thread that calls it. */
export class Answerer {
  readonly #quickJpeg: JpegDecoder | undefined;
  /** The file whose frames were asked for last. */
  #open: { sha256: string; reader: DicomReader } | undefined;

  /** @throws EngineError when TensorFlow's library cannot be used */
  constructor(private readonly start: WorkerStart) {
    this.#quickJpeg = start.library ? new JpegDecoder(start.library) : undefined;
  }

  async answer({ images, mayUseSharp }: Order): Promise<Answer> {
    const answers: Answer = [];
    for (const image of images) answers.push(await this.#answerOne(image, mayUseSharp));
    return answers;
  }

  /** One frame of a file whose others have been asked for, or will be. */
  async #frame(bytes: Uint8Array, { sha256, frame }: FilePart): Promise<Verdict> {
    if (this.#open?.sha256 !== sha256) {
      const { DicomReader } = await import("../dicom/reader.ts");
      this.#open = { sha256, reader: new DicomReader(bytes, this.start.target) };
    }
    const { decodeFrame } = await import("../dicom/decode-dicom.ts");
    return decodeFrame(this.#open.reader, frame);
  }

  /** Of small files, which are read here too. */
  bundle(paths: readonly string[]): Bundle {
    return readBundle(paths, this.start.target, this.#quickJpeg);
  }

  async #answerOne({ bytes, part }: OrderedImage, mayUseSharp: boolean): Promise<Answer[number]> {
    const { target } = this.start;
    try {
      if (part) return { verdict: await this.#frame(bytes, part) };
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
