import { expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { imageCache } from "../../src/cli/image-cache.ts";
import { clearFolder, measureFolder } from "../../src/data/cache/folder.ts";
import { PixelCache } from "../../src/data/cache/pixel-cache.ts";
import { UsageError } from "../../src/errors.ts";
import { messages } from "../../src/cli/messages.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const root = useTemporaryFolder();

test("decoded images lie beside the engine and take 20 GB unless told otherwise", () => {
  const environment = { LAMINA_CACHE: root.path };
  const folder = join(root.path, "images");
  expect(imageCache(environment)).toEqual({ folder, mostBytes: 20e9 });
  expect(imageCache({ ...environment, LAMINA_CACHE_GB: "0.5" })).toEqual({
    folder,
    mostBytes: 5e8,
  });
  expect(imageCache({ ...environment, LAMINA_CACHE_GB: "0" }).folder).toBeNull();
  for (const wrong of ["-1", "many", "1 GB"])
    expect(() => imageCache({ LAMINA_CACHE_GB: wrong })).toThrow(
      new UsageError(messages.notACacheSize("LAMINA_CACHE_GB", wrong)),
    );
});

test("a cache is measured and cleared, whether it is there, empty or damaged", async () => {
  const folder = join(root.path, "images");
  expect(measureFolder(folder)).toEqual({ images: 0, bytes: 0 });
  clearFolder(folder);

  const settings = { folder, mostBytes: 1e9, now: () => new Date(), warn: () => undefined };
  const cache = new PixelCache(settings, "recipe", 4);
  await cache.add("a", Uint8Array.of(1, 2, 3, 4), {});
  await cache.add("b", Uint8Array.of(5, 6, 7, 8), {});
  cache.flush();
  await cache.close();
  expect(measureFolder(folder).images).toBe(2);
  expect(measureFolder(folder).bytes).toBeGreaterThan(8);
  clearFolder(folder);
  expect(measureFolder(folder)).toEqual({ images: 0, bytes: 0 });

  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.sqlite"), "no database, but more than a few bytes of text");
  expect(measureFolder(folder).images).toBeNull();
});
