import { posix } from "node:path";
import { RunError } from "../errors.ts";
import { type DataRecord, splits } from "../layout.ts";
import { messages } from "./messages.ts";

/** Each class needs an image to be learnt from, each other split one to be judged by. */
export function requireImages(
  { counts, classes, excluded, folder }: DataRecord,
  isToLearn: boolean,
): void {
  for (const split of splits) {
    const count = counts[split];
    if (count === undefined) continue;
    const empty = classes.filter((name) => count[name] === 0);
    const ofSplit = placed(
      excluded.filter((file) => file.split === split),
      folder,
    );
    if (!isToLearn && split === "train") continue;
    if (empty.length === classes.length)
      throw new RunError(messages.noImageOfSplit(split, ofSplit));
    if (split === "train" && empty.length > 0) {
      const ofClass = ofSplit.filter((file) => file.label === empty[0]);
      throw new RunError(messages.noImageOfClass(split, empty[0]!, ofClass));
    }
  }
}

/** Files as they are found from the experiment's folder. */
export function placed<Item extends { file: string }>(
  files: readonly Item[],
  folder: string,
): Item[] {
  return files.map((one) => ({ ...one, file: posix.join(folder, one.file) }));
}
