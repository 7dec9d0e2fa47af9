import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../../src/engine/errors.ts";
import { requireHash } from "../../src/engine/hash.ts";
import { messages } from "../../src/engine/messages.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

test("a file has to have its hash, however long it is", async () => {
  // Of several pieces when it is read.
  for (const bytes of [new Uint8Array(), Buffer.from("abc"), Buffer.alloc(3_000_001, "abc")]) {
    const file = join(folder.path, "file.bin");
    writeFileSync(file, bytes);
    const sha256 = Bun.CryptoHasher.hash("sha256", bytes, "hex");
    await requireHash(file, sha256);
    const other = "0".repeat(64);
    await expect(requireHash(file, other)).rejects.toThrow(
      new EngineError(messages.wrongHash("file.bin", sha256, other)),
    );
  }
});
