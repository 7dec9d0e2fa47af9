import { resolve } from "node:path";
import { flatten, isSame, printPlain } from "../../compare/settings.ts";
import { readText } from "../../spec/read.ts";
import type { SweepFile } from "../../spec/sweeps/read-sweep.ts";
import { messages as stagesMessages } from "../messages.ts";
import type { CheckedSweep } from "./check.ts";
import { messages } from "./messages.ts";

/**
 * What a sweep's file and its experiments say now that they did not say when the sweep began; sentences for the user. How
 * many workers there are changes nothing.
 */
export async function changesSince(
  { sweep, experiments }: Omit<CheckedSweep, "first">,
  now: SweepFile,
): Promise<string[]> {
  const changes: string[] = [];
  const [before, after] = [sweep, now].map(({ resolved }) => flatten(comparable(resolved)));
  for (const name of new Set([...before!.keys(), ...after!.keys()])) {
    const [a, b] = [before!.get(name), after!.get(name)];
    if (!isSame(a, b))
      changes.push(
        stagesMessages.settingChanged(name, printPlain(a ?? null), printPlain(b ?? null)),
      );
  }
  for (const { file, kept } of experiments) {
    const sources = [{ file: kept.file, text: kept.text, shown: file }, ...kept.extended];
    for (const source of sources) {
      const text = await readText(resolve(source.file)).catch(() => null);
      if (text !== source.text) changes.push(messages.textChanged(source.shown));
    }
  }
  return changes;
}

function comparable(sweep: SweepFile["resolved"]): object {
  return { ...sweep, run: { threads: sweep.run.threads } };
}
