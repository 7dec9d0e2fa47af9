import { messages } from "./messages.ts";
import { type Diagnostic, type Place, printPath, printPlace } from "./diagnostic.ts";
import { isPrefix, type Path } from "./locate.ts";
import type { Origin, Origins } from "./origins.ts";
import type { Override } from "./overrides.ts";
import type { Finding } from "./problem.ts";

/** The places of what is written in one file, or in several of which each extends the next. */
export interface Texts {
  has(path: Path): boolean;
  locate(path: Path, part: "key" | "value"): Place;
}

/** Where the values of an experiment come from: its file, one that it extends, or an override. */
export class Places {
  constructor(
    private readonly texts: Texts,
    private readonly overrides: readonly Override[],
    private readonly origins: Origins,
  ) {}

  /** The place of the value at a path, or of its key; of the nearest thing around it where there is no such value. */
  locate(path: Path, part: "key" | "value" = "value"): Place {
    return this.locateWritten(this.origins.find(path).path, part);
  }

  /** Ties a problem to its place; in what was written out, to where that is written, with what wrote it out. */
  diagnose(finding: Finding): Diagnostic {
    const origin = this.origins.find(finding.path);
    const diagnostic = this.diagnoseWritten({ ...finding, path: origin.path });
    const hints = this.hints(origin, diagnostic.file);
    return hints.length === 0
      ? diagnostic
      : { ...diagnostic, message: `${diagnostic.message} (${hints.join("; ")})` };
  }

  /** Each problem once: what is written once may stand in many layers. */
  diagnoseAll(findings: readonly Finding[]): Diagnostic[] {
    const told = new Map<string, Diagnostic>();
    for (const finding of findings) {
      const { path } = this.origins.find(finding.path);
      const key = JSON.stringify([path, finding.key, finding.message, finding.place]);
      if (!told.has(key)) told.set(key, this.diagnose(finding));
    }
    return [...told.values()];
  }

  /** The same for a path in what is written. */
  diagnoseWritten({ path, key, message, place: elsewhere }: Finding): Diagnostic {
    if (elsewhere) return { ...elsewhere, message };
    const place =
      key === undefined
        ? this.locateWritten(path, "value")
        : this.locateWritten([...path, key], "key");
    return { ...place, message: path.length > 0 ? `${printPath(path)}: ${message}` : message };
  }

  private locateWritten(path: Path, part: "key" | "value"): Place {
    const above = this.overrides.findLast((override) => isPrefix(override.path, path));
    if (above) return above.place;
    const isWritten = this.texts.has(path);
    const inside = this.overrides.findLast((override) => isPrefix(path, override.path));
    return inside && !isWritten ? inside.place : this.texts.locate(path, part);
  }

  /** @param file that the reader is looking at */
  private hints({ as, through }: Origin, file: string): string[] {
    const shown = (path: Path) => {
      const place = this.locateWritten(path, "key");
      return place.file === file ? messages.line(place.line) : printPlace(place);
    };
    const uses = through.toReversed().flatMap((use) => {
      if ("block" in use) return messages.usedAt(use.block, shown(use.path));
      // What is wrong in the first round is wrong without a repeat.
      return use.round > 1 ? messages.inRound(use.round, shown(use.path)) : [];
    });
    return [...(as ? [messages.standsAs(printPath(as))] : []), ...uses];
  }
}
