import type { Manifest } from "../layout.ts";
import { lifeOf } from "../run/alive.ts";
import type { SweepManifest } from "./layout.ts";

/** What a sweep's manifest says of it; killed: its process is gone and has not said why. */
export type SweepLife = SweepManifest["status"] | "killed";

export function lifeOfSweep(
  folder: string,
  manifest: Partial<SweepManifest> & Pick<SweepManifest, "status">,
): SweepLife {
  if (manifest.status !== "running") return manifest.status;
  const { lamina: _, ...seen } = manifest;
  const life = lifeOf(folder, seen as Partial<Manifest>);
  return life.state === "going on" ? "running" : "killed";
}
