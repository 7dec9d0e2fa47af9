import { modelFiles, preprocessingOf } from "../model/save.ts";
import { files } from "../layout.ts";
import { sealOf, type Seals } from "../run/seals.ts";
import type { Sink } from "./open-run.ts";
import type { Prepared } from "./prepare.ts";

/** Writes the network as it is, and what prepares images for it, into model/ of a run. @returns the seals of these files */
export async function saveModel(
  { checked, dataset, network, statistics }: Prepared,
  sink: Sink,
): Promise<Seals> {
  const { data } = checked.experiment.resolved;
  const preprocessing = preprocessingOf(dataset.classes, data, statistics);
  const seals: Seals = {};
  for (const [name, content] of await modelFiles(network, preprocessing, statistics)) {
    await sink.write(`${files.model}/${name}`, content);
    seals[name] = sealOf(content);
  }
  return seals;
}
