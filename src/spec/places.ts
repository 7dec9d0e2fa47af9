import { type Diagnostic, type Place, printPath } from "./diagnostic.ts";
import { isPrefix, type Locator, type Path } from "./locate.ts";
import type { Override } from "./overrides.ts";
import type { Finding } from "./problem.ts";

/** Where the values of an experiment come from: its file, or an override. */
export class Places {
  constructor(
    private readonly locator: Locator,
    private readonly overrides: readonly Override[],
  ) {}

  /** The place of the value at a path, or of its key; of the nearest thing around it where there is no such value. */
  locate(path: Path, part: "key" | "value" = "value"): Place {
    const above = this.overrides.findLast((override) => isPrefix(override.path, path));
    if (above) return above.place;
    const isWritten = this.locator.has(path);
    const inside = this.overrides.findLast((override) => isPrefix(path, override.path));
    return inside && !isWritten ? inside.place : this.locator.locate(path, part);
  }

  /** Ties a problem to its place. */
  diagnose({ path, key, message, place: elsewhere }: Finding): Diagnostic {
    if (elsewhere) return { ...elsewhere, message };
    const place = key === undefined ? this.locate(path) : this.locate([...path, key], "key");
    return { ...place, message: path.length > 0 ? `${printPath(path)}: ${message}` : message };
  }
}
