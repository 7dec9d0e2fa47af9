import { SEAL_FILE } from "../run/belongings.ts";
import { files } from "../layout.ts";
import { type RunSeals, sealsOf, textSeal } from "../run/seals.ts";
import type { OpenRun, Sink } from "./open-run.ts";
import type { Prepared } from "./prepare.ts";
import { saveModel } from "./save-model.ts";

/** Writes what follows from a run's text and network: pictures and the model. @returns the seals of both */
export async function publish(
  prepared: Prepared,
  pictures: ReadonlyMap<string, string | Uint8Array>,
  { folder, write }: Omit<OpenRun, "during">,
): Promise<RunSeals> {
  const seals = await sealsOf(folder.path);
  const seal = textSeal(seals);
  await writePictures(pictures, seal, { write });

  const model = await saveModel(prepared, { write });
  await write(`${files.model}/${SEAL_FILE}`, `${seal}\n`);
  return { files: seals, model };
}

/** @param seal of the text that they belong to */
export async function writePictures(
  pictures: ReadonlyMap<string, string | Uint8Array>,
  seal: string,
  { write }: Sink,
): Promise<void> {
  for (const [name, content] of pictures) await write(`${files.pictures}/${name}`, content);
  if (pictures.size > 0) await write(`${files.pictures}/${SEAL_FILE}`, `${seal}\n`);
}
