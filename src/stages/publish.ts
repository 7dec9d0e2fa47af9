import { messages } from "./messages.ts";
import { SEAL_FILE } from "../run/belongings.ts";
import { files, type Run } from "../layout.ts";
import { sealsOf, textSeal, type Seals } from "../run/seals.ts";
import { drawRun } from "./draw-run.ts";
import type { Effects } from "./effects.ts";
import type { OpenRun } from "./open-run.ts";
import type { Prepared } from "./prepare.ts";
import { saveModel } from "./save-model.ts";

/**
 * Writes what follows from a run's text and network: pictures, the model, charts and the report.
 * @returns the run as its text tells it, and the seals of that text
 */
export async function publish(
  prepared: Prepared,
  pictures: ReadonlyMap<string, string | Uint8Array>,
  { folder, write }: Omit<OpenRun, "during">,
  { reporter }: Effects,
): Promise<{ run: Run; seals: Seals }> {
  const seals = await sealsOf(folder.path);
  const seal = textSeal(seals);
  for (const [name, content] of pictures) await write(`${files.pictures}/${name}`, content);
  if (pictures.size > 0) await write(`${files.pictures}/${SEAL_FILE}`, `${seal}\n`);

  await saveModel(prepared, { write });
  await write(`${files.model}/${SEAL_FILE}`, `${seal}\n`);

  // From its text, as `exp charts` will draw it again.
  const { run, drawn, undrawn, boxes } = await drawRun(folder.path, prepared.checked.templates);
  for (const [name, content] of drawn) await write(name, content);
  for (const reason of undrawn) reporter.warning(reason);
  if (boxes.length > 0) reporter.warning(messages.lettersWithoutFont(boxes));
  return { run, seals };
}
