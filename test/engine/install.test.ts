import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { EngineError } from "../../src/engine/errors.ts";
import { fetchRelease, findOrFetchLibrary } from "../../src/engine/install.ts";
import type { FetchEvent } from "../../src/engine/fetch-context.ts";
import { installFolder, locateLibrary } from "../../src/engine/locate.ts";
import type { Release } from "../../src/engine/releases.ts";
import { messages } from "../../src/engine/messages.ts";
import { hashFault, RECORD } from "../../src/engine/whole.ts";
import { installFakePip, zipOf, type FakePip } from "../fixtures/fake-pip.ts";
import { useSlowDisk } from "../fixtures/slow-disk.ts";

const disk = useSlowDisk();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lamina-install-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const libraries = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"];

interface FakeOptions extends FakePip {
  sha256?: string;
  /** Libraries that the wheel holds. */
  members?: string[];
}

/** A wheel like TensorFlow's, but of a few bytes, and a pip that "downloads" it. */
async function fakeRelease(options: FakeOptions = {}): Promise<Release> {
  const { members = libraries } = options;
  const wheel = join(folder, "fake.whl");
  const names = [...members.map((name) => `tensorflow/${name}`), "tensorflow/other.py"];
  await zipOf(wheel, Object.fromEntries(names.map((name) => [name, name.repeat(1000)])));
  await installFakePip(folder, wheel, options);
  const bytes = await Bun.file(wheel).arrayBuffer();
  return {
    name: "fake-1.0",
    version: "1.0",
    tested: true,
    wheel: {
      package: "fake",
      platformTag: "any",
      pythonVersion: "3.11",
      bytes: bytes.byteLength,
      sha256: options.sha256 ?? new Bun.CryptoHasher("sha256").update(bytes).digest("hex"),
      libraries,
    },
  };
}

function environment(): Record<string, string> {
  return {
    PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter),
    LAMINA_CACHE: join(folder, "cache"),
  };
}

describe("fetching", () => {
  test("unpacks the libraries of the wheel, whole, and leaves nothing else", async () => {
    const release = await fakeRelease();
    const events: FetchEvent[] = [];
    const context = {
      environment: environment(),
      report: (event: FetchEvent) => events.push(event),
    };
    // How far pip is looked at meanwhile, which waits for nothing; so only the end tells whether all was there in time.
    await disk.watch(() => fetchRelease(release, context, []));
    const target = installFolder(environment(), release);
    expect((await readdir(target)).toSorted()).toEqual([RECORD, ...libraries]);
    expect(await hashFault(target)).toBeNull();
    expect(await Bun.file(join(target, libraries[0]!)).text()).toStartWith(
      "tensorflow/libtensorflow_cc",
    );
    expect(await readdir(join(folder, "cache", "engine"))).toEqual([release.name]);
    const unpacked = events.filter(
      (event) => event.kind === "progress" && event.phase === "unpack",
    );
    const total = libraries.reduce((sum, name) => sum + 1000 * `tensorflow/${name}`.length, 0);
    expect(unpacked.at(-1)).toEqual({ kind: "progress", phase: "unpack", done: total, total });
    expect(new Set(unpacked.map((event) => event.kind === "progress" && event.done)).size).toBe(
      unpacked.length,
    );
  });

  test("happens once when two ask at the same time", async () => {
    const release = await fakeRelease({ whilePipRuns: "sleep 0.3" });
    const notes: string[] = [];
    const report = (event: FetchEvent) => event.kind === "note" && notes.push(event.text);
    const context = { environment: environment(), report };
    await Promise.all([fetchRelease(release, context, []), fetchRelease(release, context, [])]);
    expect((await Bun.file(join(folder, "pip-calls")).text()).trim().split("\n")).toHaveLength(1);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("Another process is fetching");
  });

  test.each<[string, (library: string) => Promise<unknown>, string]>([
    ["empty", (library) => writeFile(library, ""), "has 0 bytes in place of"],
    ["cut short", (library) => truncate(library, 9), "has 9 bytes in place of"],
    ["missing", (library) => rm(library), "is missing"],
  ])("is done again where a library is %s, and told", async (_, damage, word) => {
    const release = await fakeRelease();
    await fetchRelease(release, quiet(), []);
    const target = installFolder(environment(), release);
    for (const name of libraries) {
      await damage(join(target, name));
      const { library, attempts } = locateLibrary(environment(), release);
      expect(library).toBeNull();
      expect(attempts.at(-1)!.outcome).toStartWith(`damaged: ${name} ${word}`);
      const notes: string[] = [];
      const report = (event: FetchEvent) => event.kind === "note" && notes.push(event.text);
      await fetchRelease(release, { environment: environment(), report }, []);
      expect(notes.join()).toContain(word);
      expect(locateLibrary(environment(), release).library?.origin).toBe("cache");
      expect(await readdir(join(folder, "cache", "engine"))).toEqual([release.name]);
    }
  });

  test("is done again where a byte is another and somebody looks, and what is there stays until then", async () => {
    const release = await fakeRelease();
    await fetchRelease(release, quiet(), []);
    const target = installFolder(environment(), release);
    const path = join(target, libraries[1]!);
    const damaged = `x${(await Bun.file(path).text()).slice(1)}`;
    await writeFile(path, damaged);
    const faultOf = async (at: string) => (await hashFault(at)) ?? null;
    expect(await faultOf(target)).toBe(messages.libraryOfOtherHash(libraries[1]!));
    await fetchRelease(release, quiet(), []);
    expect(await Bun.file(path).text()).toBe(damaged);
    const { wheel } = release;
    const other = { ...release, wheel: { ...wheel, sha256: "0" } };
    await expect(fetchRelease(other, quiet(), [], faultOf)).rejects.toThrow(EngineError);
    expect(await Bun.file(path).text()).toBe(damaged);
    await fetchRelease(release, quiet(), [], faultOf);
    expect(await faultOf(target)).toBeNull();
    await rm(join(target, RECORD));
    expect(await hashFault(target)).toBeUndefined();
  });

  test("throws away a download with another hash", async () => {
    const release = await fakeRelease({ sha256: "0".repeat(64) });
    const fetching = fetchRelease(
      release,
      { environment: environment(), report: () => undefined },
      [],
    );
    expect(fetching).rejects.toThrow(/SHA-256 [0-9a-f]{64}, but 0{64} was expected/);
    await fetching.catch(() => undefined);
    expect(await readdir(join(folder, "cache", "engine"))).toEqual([]);
  });

  test("says what pip said, and the three ways out", async () => {
    const release = await fakeRelease({ pipExit: 3 });
    const fetching = fetchRelease(
      release,
      { environment: environment(), report: () => undefined },
      [{ place: "somewhere", outcome: "nothing" }],
    );
    const error = await fetching.then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).toBeInstanceOf(EngineError);
    expect(error!.message).toContain("somewhere: nothing");
    expect(error!.message).toContain("ended with 3: ERROR: no network");
    expect(error!.message).toContain("LAMINA_TENSORFLOW");
  });

  test("falls back to the C library's archive", async () => {
    const release = await fakeRelease({ pipExit: 1 });
    await mkdir(join(folder, "c", "lib"), { recursive: true });
    await writeFile(join(folder, "c", "lib", "libtensorflow.so.2"), "C library");
    const archive = join(folder, "c.tar.gz");
    await Bun.spawn(["tar", "-czf", archive, "-C", join(folder, "c"), "./lib"]).exited;
    using server = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: () => new Response(Bun.file(archive)),
    });
    const bytes = await Bun.file(archive).arrayBuffer();
    release.archive = {
      version: "0.9",
      url: server.url.href,
      sha256: new Bun.CryptoHasher("sha256").update(bytes).digest("hex"),
      libraries: ["libtensorflow.so.2"],
    };
    await fetchRelease(release, { environment: environment(), report: () => undefined }, []);
    expect((await readdir(installFolder(environment(), release))).toSorted()).toEqual([
      RECORD,
      "libtensorflow.so.2",
    ]);
    expect(locateLibrary(environment(), release).library?.origin).toBe("cache");
  });

  test("clears away what a killed fetch left behind", async () => {
    const release = await fakeRelease();
    for (const name of [`${release.name}.part-1/lib`, "another-1.0.part-1"])
      await mkdir(join(folder, "cache", "engine", name), { recursive: true });
    await fetchRelease(release, quiet(), []);
    expect((await readdir(join(folder, "cache", "engine"))).toSorted()).toEqual([
      "another-1.0.part-1",
      release.name,
    ]);
  });

  test("tells how far pip's download is, by what pip has written anywhere", async () => {
    const go = join(folder, "go");
    const release = await fakeRelease({
      whilePipRuns: `printf 1234567890 > "$TMPDIR/part"; mkdir "$dest/deep"; printf 12345 > "$dest/deep/part"
while [ ! -e ${go} ]; do sleep 0.02; done; rm -r "$dest/deep"`,
    });
    const report = (event: FetchEvent) => {
      if (event.kind !== "progress" || event.phase !== "download") return;
      expect(event.total).toBe(release.wheel.bytes);
      // pip goes on when all it has written was seen.
      if (event.done === 15) writeFileSync(go, "");
    };
    await disk.watch(() => fetchRelease(release, { environment: environment(), report }, []));
    expect(existsSync(go)).toBe(true);
  });

  test.skipIf(process.platform !== "linux")(
    "lets go of the wheel, so that its room on the disk is free again",
    async () => {
      await fetchRelease(await fakeRelease(), quiet(), []);
      const open = readdirSync("/proc/self/fd").flatMap((name) => {
        try {
          return readlinkSync(`/proc/self/fd/${name}`);
        } catch {
          return [];
        }
      });
      expect(open.filter((path) => path.includes(folder))).toEqual([]);
    },
  );

  test("calls the first pip that answers", async () => {
    const release = await fakeRelease();
    const bin = join(folder, "bin");
    await rm(join(bin, "python3"));
    await rm(join(bin, "python"));
    await writeFile(join(bin, "py"), "#!/bin/sh\nexit 1\n");
    const path = { environment: { ...environment(), PATH: bin }, report: () => undefined };
    const attempts: { place: string; outcome: string }[] = [];
    // It has no other programs there, and so cannot go far.
    await fetchRelease(release, path, attempts).catch(() => undefined);
    expect(attempts.map(({ outcome }) => outcome).join()).toStartWith("pip3 ended with 127");
  });

  test("refuses a wheel that lacks a library", async () => {
    const release = await fakeRelease({ members: libraries.slice(1) });
    await expect(fetchRelease(release, quiet(), [])).rejects.toThrow(
      `does not hold ${libraries.join(" and ")}`,
    );
    expect(await readdir(join(folder, "cache", "engine"))).toEqual([]);
  });

  test("is waited for, and what the system says of the cache is passed on", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    // Without pip, and without a place to put anything.
    const nowhere = { PATH: folder, LAMINA_CACHE: file };
    const fetching = findOrFetchLibrary({ environment: nowhere, report: () => undefined });
    if (locateLibrary({}, undefined).library) await fetching;
    else
      await expect(fetching).rejects.toThrow(
        new EngineError(
          messages.cacheRefuses(
            join(file, "engine"),
            "a part of the path is a file, not a folder (ENOTDIR)",
          ),
        ),
      );
  });

  test("takes no library that is there already, wherever that is", async () => {
    const file = join(folder, "libtensorflow.so.2");
    await writeFile(file, "library");
    const own = { ...environment(), LAMINA_TENSORFLOW: file };
    const found = await findOrFetchLibrary({ environment: own, report: () => undefined });
    expect(found).toEqual({ path: file, origin: "set by you" });
    expect(existsSync(join(folder, "cache"))).toBe(false);
  });
});

const quiet = () => ({ environment: environment(), report: () => undefined });

describe("fetching the C library's archive", () => {
  const library = "libtensorflow.so.2";
  /** Nothing that could be a pip. */
  const context = (events: FetchEvent[] = []) => ({
    environment: { PATH: folder, LAMINA_CACHE: join(folder, "cache") },
    report: (event: FetchEvent) => void events.push(event),
  });

  /** A release whose archive is served as it is here. */
  async function served(
    answer: (bytes: Uint8Array<ArrayBuffer>) => Response,
    { name = library, isArchive = true } = {},
  ): Promise<{ release: Release; bytes: number } & Disposable> {
    const lib = join(folder, "c", "lib");
    await mkdir(lib, { recursive: true });
    await writeFile(join(lib, name), "C library");
    const file = join(folder, "c.tar.gz");
    if (isArchive) await Bun.spawn(["tar", "-czf", file, "-C", join(folder, "c"), "./lib"]).exited;
    else await writeFile(file, "no archive");
    const bytes = await Bun.file(file).bytes();
    const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => answer(bytes) });
    const sha256 = Bun.CryptoHasher.hash("sha256", bytes, "hex");
    return {
      release: {
        name: "fake-1.0",
        version: "1.0",
        tested: true,
        // No pip ever asks for it.
        wheel: {
          package: "fake",
          platformTag: "any",
          pythonVersion: "3.11",
          bytes: 0,
          sha256: "",
          libraries,
        },
        archive: { version: "0.9", url: server.url.href, sha256, libraries: [library] },
      },
      bytes: bytes.length,
      [Symbol.dispose]: () => void server.stop(true),
    };
  }

  test("has all of it on the disk before it has its name, and that before the promise is kept", async () => {
    using it = await served((bytes) => new Response(bytes));
    const events: FetchEvent[] = [];
    const attempts: { place: string; outcome: string }[] = [];
    const calls = await disk.watch(() => fetchRelease(it.release, context(events), attempts));
    const part = `${it.release.name}.part-PID`;
    // However many pieces it comes in.
    const once = calls
      .filter((call, at) => call !== calls[at - 1])
      .map((call) => call.replace(/ \S+\.\d+\.PID$/, " OWNER"));
    expect(once).toEqual([
      "mkdir engine",
      `mkdir ${it.release.name}.lock`,
      "mkdir OWNER",
      "readdir engine",
      "statfs engine",
      `mkdir ${part}`,
      "mkdir fake",
      "rm new",
      "open archive.tar.gz",
      "write archive.tar.gz",
      "close archive.tar.gz",
      "mkdir archive",
      "readdir lib",
      "rename lib to new",
      "readdir new",
      `open ${RECORD}`,
      `sync ${RECORD}`,
      `close ${RECORD}`,
      `open ${library}`,
      `sync ${library}`,
      `close ${library}`,
      `rename new to ${it.release.name}`,
      "open engine",
      "sync engine",
      "close engine",
      `rm ${part}`,
      "rmdir OWNER",
      `rmdir ${it.release.name}.lock`,
    ]);
    expect(await readdir(join(folder, "cache/engine"))).toEqual([it.release.name]);
    expect(events.at(-1)).toEqual({
      kind: "progress",
      phase: "download",
      done: it.bytes,
      total: it.bytes,
    });
    expect(attempts).toEqual([{ place: "pip download fake==1.0", outcome: messages.noPip() }]);
  });

  test.each([
    [
      "the server has none",
      messages.downloadFailed("the server answered 404"),
      () => new Response("gone", { status: 404 }),
      {},
    ],
    [
      "the server has nothing to say",
      messages.downloadFailed("the server answered 204"),
      () => new Response(null, { status: 204 }),
      {},
    ],
    [
      "it is none",
      "tar",
      (bytes: Uint8Array<ArrayBuffer>) => new Response(bytes),
      { isArchive: false },
    ],
    [
      "it lacks the library",
      library,
      (bytes: Uint8Array<ArrayBuffer>) => new Response(bytes),
      { name: "other.so" },
    ],
  ])("fails with a clear word where %s", async (_, word, answer, more) => {
    using it = await served(answer, more);
    const attempts: { place: string; outcome: string }[] = [];
    await expect(fetchRelease(it.release, context(), attempts)).rejects.toThrow(EngineError);
    expect(attempts).toHaveLength(2);
    expect(attempts[1]!.place).toBe(it.release.archive!.url);
    expect(attempts[1]!.outcome).toContain(word);
    expect(await readdir(join(folder, "cache/engine"))).toEqual([]);
  });

  test("fails with a clear word where no one answers", async () => {
    const it = await served(() => new Response());
    it[Symbol.dispose]();
    const attempts: { place: string; outcome: string }[] = [];
    await expect(fetchRelease(it.release, context(), attempts)).rejects.toThrow(EngineError);
    expect(attempts[1]!.outcome).toStartWith(messages.downloadFailed(""));
  });
});
