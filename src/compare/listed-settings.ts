import type { Experiment } from "../spec/experiment.ts";
import { resolveExperiment } from "../spec/resolve.ts";
import type { StoredRecord } from "../run/versions.ts";
import { flatten, objectsOf, type Plain, summariseLayers } from "./settings.ts";

/** Every setting of a run by its dotted path, those that are newer than the run included, and `model.layers`. */
export function settingsOf(
  settings: StoredRecord | null,
  newer: NewerSettings,
): Map<string, Plain> {
  if (!settings) return new Map();
  const { layers, base } = (settings["model"] ?? {}) as { layers?: unknown; base?: object };
  const written = flatten(withoutTrunk(settings, base));
  const stack = summariseLayers(objectsOf(layers));
  return new Map([
    ...written,
    ...newer.of(settings, [stack, ...written.keys()].join("\n")),
    ["model.layers", stack],
  ]);
}

/** The layers of a base are told by its settings. */
function withoutTrunk(settings: StoredRecord, base: object | undefined): object {
  if (base === undefined) return settings;
  return {
    ...settings,
    model: { ...(settings["model"] as object), base: { ...base, trunk: undefined } },
  };
}

/**
 * Settings that are newer than a run, which has them by default. Runs that have the same settings, whatever their
 * values, lack the same ones: they are worked out once, not for each of thousands.
 */
export class NewerSettings {
  private readonly known = new Map<string, readonly [string, Plain][]>();

  /** @param shape the names of the run's settings, and its layers */
  of(settings: StoredRecord, shape: string): readonly [string, Plain][] {
    const known = this.known.get(shape);
    if (known) return known;
    const written = flatten(settings);
    const added = [...flatten(resolved(settings))].filter(([key]) => !written.has(key));
    this.known.set(shape, added);
    return added;
  }
}

function resolved(settings: StoredRecord): object {
  try {
    return resolveExperiment(settings as unknown as Experiment);
  } catch {
    // No schema has looked at these settings: what is no experiment has no defaults.
    return {};
  }
}
