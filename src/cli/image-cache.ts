import { join } from "node:path";
import type { CacheSettings } from "../data/cache/pixel-cache.ts";
import { cacheFolder, type Environment } from "../engine/locate.ts";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";

/** Environment variable with the gigabytes that decoded images may take on the disk; 0 keeps none. */
export const SIZE_VARIABLE = "LAMINA_CACHE_GB";
export const DEFAULT_GIGABYTES = 20;

/** Where decoded images are kept. @throws UsageError when the user's size is no number */
export function imageCache(environment: Environment): Pick<CacheSettings, "folder" | "mostBytes"> {
  const text = environment[SIZE_VARIABLE] || String(DEFAULT_GIGABYTES);
  const gigabytes = Number(text);
  if (!(gigabytes >= 0)) throw new UsageError(messages.notACacheSize(SIZE_VARIABLE, text));
  const folder = join(cacheFolder(environment), "images");
  return { folder: gigabytes === 0 ? null : folder, mostBytes: gigabytes * 1e9 };
}
