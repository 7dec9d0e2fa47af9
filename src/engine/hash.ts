import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { messages } from "./messages.ts";
import { EngineError } from "./errors.ts";

/** The SHA-256 of a file of any size, hex. @throws the system's error */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** @throws EngineError when a downloaded file is not the pinned one */
export async function requireHash(path: string, sha256: string): Promise<void> {
  const found = await sha256Of(path);
  if (found !== sha256) throw new EngineError(messages.wrongHash(basename(path), found, sha256));
}
