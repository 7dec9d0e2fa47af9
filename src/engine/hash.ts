import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { messages } from "./messages.ts";
import { EngineError } from "./errors.ts";

/** @throws EngineError when a downloaded file is not the pinned one */
export async function requireHash(path: string, sha256: string): Promise<void> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer);
  const found = hash.digest("hex");
  if (found !== sha256) throw new EngineError(messages.wrongHash(basename(path), found, sha256));
}
