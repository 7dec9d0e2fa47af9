import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { clearFolder, measureFolder } from "../data/cache/folder.ts";
import { cacheFolder } from "../engine/locate.ts";
import { fetchedWeights } from "../weights/fetch.ts";
import { messages } from "./messages.ts";
import { visible } from "../text.ts";
import { DEFAULT_GIGABYTES, imageCache, SIZE_VARIABLE } from "./image-cache.ts";
import type { CacheOutput } from "./outputs.ts";
import { drawTable } from "./table.ts";
import { byteSize } from "../wording.ts";

export const help = `Usage: exp cache [--clear] [--json]

Shows where decoded images are kept between runs, how many there are and how much space they take. Only speed depends on
them. Runs may go on meanwhile. It names the weights, too, that exp fetch and runs have fetched.

  --clear  Remove all decoded images. TensorFlow and fetched weights, which are kept in the same folder, stay; so does what
           Lamina did not make.
  --json   Print the same as JSON.

${SIZE_VARIABLE} sets the gigabytes that they may take (${DEFAULT_GIGABYTES} by default, 0 keeps none); what was not used for the longest
time goes first. LAMINA_CACHE sets another folder.`;

/** `exp cache`: the place and size of decoded images, and the weights beside them. */
export async function cache(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: { clear: { type: "boolean" }, json: { type: "boolean" } },
  });
  const { mostBytes } = imageCache(process.env);
  const { folder } = imageCache({ ...process.env, [SIZE_VARIABLE]: undefined });
  const size = measureFolder(folder!);
  const kept = values.clear ? clearFolder(folder!) : [];
  const weights = fetchedWeights(process.env);
  const place = {
    cacheFolder: cacheFolder(process.env),
    folder: folder!,
    ...size,
    mostBytes,
    weights,
  };
  if (values.json) {
    const output: CacheOutput = { ...place, cleared: values.clear ?? false, kept };
    process.stdout.write(`${JSON.stringify(output)}\n`);
  } else if (values.clear) {
    process.stdout.write(`${visible(messages.cacheCleared(folder!, size.bytes))}\n`);
    if (kept.length > 0) process.stdout.write(`${visible(messages.stays(folder!, kept))}\n`);
  } else {
    const rows = [
      ["folder", visible(folder!)],
      ["images", size.images === null ? "the index cannot be read" : String(size.images)],
      ["size", `${byteSize(size.bytes)} of at most ${byteSize(mostBytes)}`],
      ...weights.map(({ path, bytes }) => [
        "weights",
        `${byteSize(bytes)}, ${visible(dirname(path))}`,
      ]),
    ];
    process.stdout.write(drawTable(rows, ["left", "left"]));
  }
  return 0;
}
