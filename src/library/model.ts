import { UsageError } from "../errors.ts";
import { Apart } from "./apart.ts";
import { contentOf } from "./images.ts";
import { messages } from "./messages.ts";
import type { Answers } from "./protocol.ts";
import type { ImageInput, OpenModel, Prediction, PredictOptions, WorkOptions } from "./types.ts";

/**
 * Opens the model of a finished run, to predict with it as often as you like. Its run's folder is all that is needed.
 * @param run its name, "baseline/v003", "baseline" for its latest, or its folder
 * @throws UsageError where there is no such run, or it is not finished @throws RunError where its model is missing or damaged
 */
export async function openModel(run: string, options?: WorkOptions): Promise<OpenModel> {
  const { directory = process.cwd(), signal, onProgress } = options ?? {};
  const apart = new Apart();
  try {
    const opened = await apart.do<"open">({ kind: "open", run, directory }, { signal, onProgress });
    return new OpenedModel(apart, opened, directory);
  } catch (error) {
    await apart[Symbol.asyncDispose]();
    throw error;
  }
}

/**
 * Predicts images once: opens the model, and closes it. To predict more than once, open it yourself.
 * @param images paths of files, folders and patterns, as `exp predict` takes them
 * @throws UsageError where one of them leads to no image @throws RunError
 */
export async function predict(
  run: string,
  images: readonly string[],
  options?: WorkOptions,
): Promise<Prediction[]> {
  await using model = await openModel(run, options);
  const predictions: Prediction[] = [];
  const { signal } = options ?? {};
  for await (const one of model.stream(images, signal && { signal })) predictions.push(one);
  return predictions;
}

class OpenedModel implements OpenModel {
  readonly run: string;
  readonly classes: readonly string[];
  readonly inputShape: readonly [number, number, number];
  readonly changes: readonly string[];
  readonly #apart: Apart;
  readonly #directory: string;
  #isClosed = false;
  /** The end of all calls so far. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(apart: Apart, opened: Answers["open"], directory: string) {
    const { run, classes, inputShape, changes } = opened;
    this.run = run;
    this.classes = classes;
    this.inputShape = inputShape;
    this.changes = changes;
    this.#apart = apart;
    this.#directory = directory;
  }

  async predict(image: ImageInput, options?: PredictOptions): Promise<Prediction> {
    const [prediction] = await this.predictAll([image], options);
    return prediction!;
  }

  async predictAll(images: readonly ImageInput[], options?: PredictOptions): Promise<Prediction[]> {
    const contents = await Promise.all(images.map(contentOf));
    const directory = this.#directory;
    return this.#inTurn(() =>
      this.#apart.do<"predict">({ kind: "predict", images: contents, directory }, options),
    );
  }

  async *stream(
    paths: readonly string[],
    options?: PredictOptions,
  ): AsyncGenerator<Prediction, void> {
    const { signal } = options ?? {};
    const batches: Prediction[][] = [];
    let wake = Promise.withResolvers<void>();
    let isOver = false;
    const onBatch = (batch: Prediction[]) => {
      batches.push(batch);
      wake.resolve();
    };
    const order = { kind: "stream" as const, paths: [...paths], directory: this.#directory };
    const done = this.#inTurn(() => this.#apart.do<"stream">(order, { signal, onBatch }));
    const end = done.finally(() => {
      isOver = true;
      wake.resolve();
    });
    // What goes wrong is thrown where it is awaited.
    end.catch(() => undefined);
    try {
      for (;;) {
        await wake.promise;
        wake = Promise.withResolvers();
        for (let batch = batches.shift(); batch; batch = batches.shift()) {
          // The next is made while this one is looked at.
          this.#apart.next();
          yield* batch;
        }
        if (isOver) break;
      }
      await end;
    } finally {
      if (!isOver) this.#apart.stop();
      await end.catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#apart[Symbol.asyncDispose]();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #inTurn<Result>(call: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(() => {
      if (this.#isClosed) throw new UsageError(messages.modelClosed());
      return call();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
