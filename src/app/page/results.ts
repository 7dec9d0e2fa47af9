import { shown } from "../../markup/label.ts";
import { messages } from "../messages.ts";
import { type CardContext, refusedCard, resultCard } from "./card.ts";
import type { WorkerClient } from "./client.ts";
import { element, known, onPress } from "./element.ts";
import type { Given } from "./intake.ts";
import { largest } from "../../evaluate/confusion.ts";

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
    const file = shown(name);
    const done = () => this.#rows.length + this.#refused;
    this.say(messages.progress(done(), this.#total));
    group.append(await this.#cardOf(file, name, content));
    known("actions").hidden = false;
    if (done() === this.#total) this.say(messages.predicted(this.#rows.length, this.#refused));
  }

  async #cardOf(file: string, name: string, content: Blob): Promise<HTMLElement> {
    try {
      const bytes = new Uint8Array(await content.arrayBuffer());
      const answer = await this.client.ask({ kind: "file", bytes });
      if ("refused" in answer) {
        this.#refused++;
        return refusedCard(file, answer.refused);
      }
      this.#rows.push({ file: name, probabilities: answer.probabilities });
      return resultCard(file, answer, this.context);
    } catch (error) {
      this.#refused++;
      return refusedCard(file, (error as Error).message);
    }
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
