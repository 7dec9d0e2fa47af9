import { expect, test } from "bun:test";
import { dirname, join } from "node:path";
import { messages } from "../../src/cli/messages.ts";
import { messages as weightMessages } from "../../src/weights/messages.ts";
import { fetchedPath } from "../../src/weights/fetch.ts";
import { weightSources } from "../../src/weights/sources.ts";
import { expHere } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const { bytes, sha256, licence } = weightSources["mobilenetV2"]!;

test("exp fetch lists what can be fetched, and where it lies; exp cache names it", async () => {
  const exp = (...words: string[]) => expHere(folder.path, folder.path, words);
  const before = await exp("fetch");
  expect(before.exitCode).toBe(0);
  for (const told of [
    "mobilenetV2",
    "14 MB",
    licence,
    messages.notFetchedYet(join(folder.path, "weights")),
    messages.alsoKnown(["efficientnetB0", "resnet50"]),
  ])
    expect(before.output).toContain(told);
  const path = fetchedPath("mobilenetV2", { LAMINA_CACHE: folder.path });
  await Bun.write(path, new Uint8Array(bytes));
  expect((await exp("fetch")).output).toContain(path);
  expect(JSON.parse((await exp("fetch", "--json")).output)).toMatchObject({
    folder: join(folder.path, "weights"),
    weights: [{ name: "mobilenetV2", bytes, sha256, path }],
  });
  expect((await exp("cache")).output).toContain(`weights  14 MB, ${dirname(path)}\n`);
  expect(JSON.parse((await exp("cache", "--json")).output)).toMatchObject({
    weights: [{ name: "mobilenetV2", path, bytes }],
  });
});

test("a name that is none, or none that can be fetched, is a mistake in the call", async () => {
  const exp = (...words: string[]) => expHere(folder.path, folder.path, words);
  expect(await exp("fetch", "resnet50")).toEqual({
    exitCode: 2,
    output: `${weightMessages.bringWeights("resnet50", "ResNet50")}\n`,
  });
  expect((await exp("fetch", "vgg16")).exitCode).toBe(2);
  expect((await exp("fetch", "mobilenetV2", "resnet50")).exitCode).toBe(2);
});
