import { shown } from "../../markup/label.ts";
import { messages as dataMessages } from "../../data/messages.ts";
import { framed } from "../../frame-names.ts";
import { messages } from "../messages.ts";
import { type CardContext, refusedCard, resultCard } from "./card.ts";
import type { WorkerClient } from "./client.ts";
import { element, known, onPress } from "./element.ts";
import type { Given } from "./intake.ts";
import type { ImageAnswer } from "./protocol.ts";
import { largest } from "../../evaluate/confusion.ts";

const ONE = { frames: 1, possible: 1 };
const NONE = { frames: 0, possible: 0 };

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
    const { frames, possible } = (await this.#open(name, content, group)) ?? NONE;
    const isOne = frames === possible && frames === 1;
    if (possible > 0) this.#total += possible - 1 + Number(frames > possible);
    for (let frame = 1; frame <= possible; frame++) {
      const file = isOne ? name : framed(name, frame);
      const order = { kind: "image", ...(!isOne && { frame }) } as const;
      group.append(await this.#cardOf(file, () => this.client.ask(order)));
      this.#tellProgress();
    }
    if (frames > possible)
      group.append(
        this.#refuse(
          framed(name, possible + 1),
          dataMessages.dicomFramesAbsent(possible + 1, frames),
        ),
      );
    known("actions").hidden = false;
    if (this.#done === this.#total) this.say(messages.predicted(this.#rows.length, this.#refused));
  }

  get #done(): number {
    return this.#rows.length + this.#refused;
  }

  #tellProgress(): void {
    this.say(messages.progress(this.#done, this.#total));
  }

  /** @returns how many images it is; null where it cannot be read, which is told */
  async #open(name: string, content: Blob, group: HTMLElement) {
    try {
      const bytes = new Uint8Array(await content.arrayBuffer());
      return (await this.client.ask({ kind: "open", bytes })) ?? ONE;
    } catch (error) {
      group.append(this.#refuse(name, (error as Error).message));
      return null;
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
