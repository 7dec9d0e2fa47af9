import { shown } from "../../markup/label.ts";
import { framed } from "../../frame-names.ts";
import { messages } from "../messages.ts";
import { type CardContext, refusedCard, resultCard } from "./card.ts";
import type { WorkerClient } from "./client.ts";
import { element, known, onPress } from "./element.ts";
import type { Given } from "./intake.ts";
import type { ImageAnswer } from "./protocol.ts";
import { largest } from "../../evaluate/confusion.ts";

interface ImagesOfFile {
  /** The number of each, where they are frames. */
  images: (number | undefined)[];
  /** Why those behind them are not there. */
  absent: string | null;
}

/** What the user gave the page, predicted one after the other. */
export class Results {
  #rows: { file: string; probabilities: readonly number[] }[] = [];
  #refused = 0;
  #total = 0;
  #last = Promise.resolve();

  constructor(
    private readonly client: WorkerClient,
    private readonly context: CardContext,
    private readonly say: (text: string) => void,
  ) {
    onPress(known("remove"), () => this.#remove());
    onPress(known("save"), () => this.#save());
  }

  add(pictures: readonly Given[]): void {
    if (pictures.length === 0) return;
    this.#total += pictures.length;
    // What comes later stands above, and what comes at once in its order.
    const group = element("div", { class: "batch" });
    known("results").prepend(group);
    for (const picture of pictures)
      this.#last = this.#last.then(() => this.#predict(picture, group));
  }

  async #predict({ name, content }: Given, group: HTMLElement): Promise<void> {
    this.#tellProgress();
    const { images, absent } = await this.#open(name, content, group);
    this.#total += images.length + Number(absent !== null) - 1;
    for (const frame of images) {
      const order = { kind: "image", ...(frame !== undefined && { frame }) } as const;
      group.append(await this.#cardOf(framed(name, frame), () => this.client.ask(order)));
      this.#tellProgress();
    }
    if (absent !== null) group.append(this.#refuse(framed(name, images.length + 1), absent));
    known("actions").hidden = false;
    if (this.#done === this.#total) this.say(messages.predicted(this.#rows.length, this.#refused));
  }

  get #done(): number {
    return this.#rows.length + this.#refused;
  }

  #tellProgress(): void {
    this.say(messages.progress(this.#done, this.#total));
  }

  /** @returns its images: none where it cannot be read, which is told */
  async #open(name: string, content: Blob, group: HTMLElement): Promise<ImagesOfFile> {
    try {
      const bytes = new Uint8Array(await content.arrayBuffer());
      const frames = await this.client.ask({ kind: "open", bytes });
      if (frames === null) return { images: [undefined], absent: null };
      const images = Array.from({ length: frames.possible }, (_, index) => index + 1);
      return { images, absent: frames.absent };
    } catch (error) {
      group.append(this.#refuse(name, (error as Error).message));
      this.#total++;
      return { images: [], absent: null };
    }
  }

  async #cardOf(name: string, ask: () => Promise<ImageAnswer>): Promise<HTMLElement> {
    try {
      const answer = await ask();
      if ("refused" in answer) return this.#refuse(name, answer.refused);
      this.#rows.push({ file: name, probabilities: answer.probabilities });
      return resultCard(shown(name), answer, this.context);
    } catch (error) {
      return this.#refuse(name, (error as Error).message);
    }
  }

  #refuse(name: string, why: string): HTMLElement {
    this.#refused++;
    return refusedCard(shown(name), why);
  }

  #remove(): void {
    known("results").replaceChildren();
    known("actions").hidden = true;
    this.#total -= this.#rows.length + this.#refused;
    this.#rows = [];
    this.#refused = 0;
    this.say(messages.removed());
    known("choose").focus();
  }

  /** As `exp predict --csv` prints them. */
  #save(): void {
    const { classes } = this.context.facts.model.preprocessing;
    const lines = [
      ["file", "predicted", ...classes.map((label) => `p(${label})`)],
      ...this.#rows.map(({ file, probabilities }) => [
        file,
        classes[largest(probabilities)]!,
        ...probabilities.map((value) => String(Number(value.toPrecision(10)))),
      ]),
    ];
    const text = lines.map((cells) => `${cells.map(csvCell).join(",")}\n`).join("");
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    element("a", { href: address, download: "predictions.csv" }).click();
    URL.revokeObjectURL(address);
  }
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
