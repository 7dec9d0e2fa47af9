import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { imageCache } from "../../src/cli/image-cache.ts";
import { clearFolder, measureFolder } from "../../src/data/cache/folder.ts";
import { PixelCache } from "../../src/data/cache/pixel-cache.ts";
import { UsageError } from "../../src/errors.ts";
import { messages } from "../../src/cli/messages.ts";
import { messages as dataMessages } from "../../src/data/cache/messages.ts";
import { expHere } from "../fixtures/command-here.ts";
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

/** A cache with an image in it, where a user has pictures of that name. */
async function cacheAmongPictures(): Promise<string> {
  const folder = join(root.path, "images");
  const put = (path: string) => {
    mkdirSync(dirname(join(root.path, path)), { recursive: true });
    writeFileSync(join(root.path, path), "mine");
  };
  for (const path of ["images/a.png", "images/film.part", "images/a.pixels", "images/sub/b.png"])
    put(path);
  put("elsewhere/c.png");
  put(`elsewhere/${crypto.randomUUID()}.pixels`);
  symlinkSync(join(root.path, "elsewhere"), join(folder, "link"));
  symlinkSync(join(root.path, "elsewhere/c.png"), join(folder, `${crypto.randomUUID()}.pixels`));
  mkdirSync(join(folder, `${crypto.randomUUID()}.part`));
  const settings = { folder, mostBytes: 1e9, now: () => new Date(), warn: () => undefined };
  const cache = new PixelCache(settings, "recipe", 4);
  await cache.add("a", Uint8Array.of(1, 2, 3, 4), {});
  cache.flush();
  await cache.close();
  writeFileSync(join(folder, `${crypto.randomUUID()}.part`), "of a run that was killed");
  return folder;
}

const everything = () =>
  readdirSync(root.path, { recursive: true })
    .map(String)
    .toSorted()
    .filter((path) => path !== "images/index.sqlite");

test("what Lamina made is cleared, and nothing else: it is named", async () => {
  const folder = await cacheAmongPictures();
  const shards = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f-]{36}/.test(entry.name))
    .map(({ name }) => `images/${name}`);
  expect(shards).toHaveLength(2);
  const mine = everything().filter(
    (path) => !shards.includes(path) && !path.startsWith("images/index"),
  );
  const { exitCode, output } = await expHere(root.path, root.path, ["cache", "--clear"]);
  expect(exitCode).toBe(0);
  expect(everything()).toEqual(mine);
  expect(existsSync(join(folder, "index.sqlite"))).toBe(false);
  expect(output).toEndWith(`${messages.stays(folder, readdirSync(folder).toSorted())}\n`);
});

test("nothing is cleared through a link, and no other program's database", async () => {
  const folder = await cacheAmongPictures();
  renameSync(folder, join(root.path, "moved"));
  symlinkSync(join(root.path, "moved"), folder);
  const before = everything();
  expect(await expHere(root.path, root.path, ["cache", "--clear"])).toEqual({
    exitCode: 2,
    output: `${dataMessages.cacheIsLink(folder)}\n`,
  });
  expect(everything()).toEqual(before);

  const other = join(root.path, "other/images");
  mkdirSync(other, { recursive: true });
  const database = new Database(join(other, "index.sqlite"));
  database.run("CREATE TABLE pictures (name TEXT)");
  database.close();
  const bytes = readFileSync(join(other, "index.sqlite"));
  expect(measureFolder(other)).toEqual({ images: null, bytes: 0 });
  expect(clearFolder(other)).toEqual(["index.sqlite"]);
  const warnings: string[] = [];
  const warn = (text: string) => warnings.push(text);
  const settings = { folder: other, mostBytes: 1e9, now: () => new Date(), warn };
  await new PixelCache(settings, "recipe", 4).close();
  expect(warnings).toEqual([dataMessages.cacheUnusable(other, dataMessages.cacheIndexForeign())]);
  expect(readdirSync(other)).toEqual(["index.sqlite"]);
  expect(readFileSync(join(other, "index.sqlite"))).toEqual(bytes);
});
