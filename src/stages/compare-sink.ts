import { join } from "node:path";
import { readRegularSync } from "../regular-file.ts";
import { messages } from "./messages.ts";
import { unkeptFolders } from "../run/belongings.ts";
import { files } from "../layout.ts";
import { parseMetrics } from "../run/records.ts";
import { metricsText } from "../run/text.ts";
import type { Sink } from "./open-run.ts";

/** The first place in which a run that is done again is not as it was. */
export class Divergence extends Error {
  override name = "Divergence";
}

/** Takes what a run writes when it is done again, and holds it against its folder. */
export interface ComparingSink extends Sink {
  /** Files that are as they were. */
  same: string[];
  /** Files that git does not keep, and that are not here. */
  absent: string[];
}

/** @param folder of the run */
export function comparingSink(folder: string): ComparingSink {
  const same: string[] = [];
  const absent: string[] = [];
  return {
    same,
    absent,
    async write(name, content) {
      const known = read(join(folder, name));
      if (known === null) {
        if (!isUnkept(name)) throw new Divergence(messages.verifyMissing(name));
        absent.push(name);
        return;
      }
      const now = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
      // An epoch's row comes at a time.
      const part = name === files.history ? known.subarray(0, now.length) : asToday(name, known);
      if (!part.equals(now)) throw new Divergence(differenceIn(name, known, now));
      const isWhole = name !== files.history || part.length === known.length;
      if (isWhole && !same.includes(name)) same.push(name);
    },
  };
}

function read(path: string): Buffer | null {
  try {
    return readRegularSync(path);
  } catch {
    return null;
  }
}

/** Earlier versions wrote every digit of a figure. */
function asToday(name: string, known: Buffer): Buffer {
  if (name !== files.metrics) return known;
  try {
    return Buffer.from(metricsText(parseMetrics(known.toString("utf8"), name)));
  } catch {
    return known;
  }
}

function isUnkept(name: string): boolean {
  const isInFolder = unkeptFolders.some((folder) => name.startsWith(`${folder}/`));
  return isInFolder || name === files.report || name.endsWith(".png");
}

function differenceIn(name: string, known: Buffer, now: Buffer): string {
  if (!/\.(csv|json|vl\.json|svg|html)$/.test(name)) return messages.verifyDiffers(name);
  const [before, after] = [known, now].map((bytes) => bytes.toString("utf8").split("\n"));
  const line = after!.findIndex((text, index) => text !== before![index]);
  // The header is line 0, the first epoch line 1.
  return name === files.history && line > 0
    ? messages.verifyEpoch(line)
    : messages.verifyLine(name, line + 1);
}
