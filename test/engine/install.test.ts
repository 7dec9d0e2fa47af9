import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmod, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { EngineError } from "../../src/engine/errors.ts";
import { requireHash } from "../../src/engine/hash.ts";
import { fetchRelease } from "../../src/engine/install.ts";
import type { FetchEvent } from "../../src/engine/fetch-context.ts";
import { installFolder, locateLibrary } from "../../src/engine/locate.ts";
import { withLock } from "../../src/engine/lock.ts";
import type { Release } from "../../src/engine/releases.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lamina-install-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const libraries = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"];

/** A wheel like TensorFlow's, but of a few bytes, and a pip that "downloads" it. */
async function fakeRelease(options: { pipExit?: number; sha256?: string } = {}): Promise<Release> {
  const wheel = join(folder, "fake.whl");
  const zip = Bun.spawn([
    "python3",
    "-c",
    "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w')\nfor n in sys.argv[2:]: z.writestr(n, n * 1000)",
    wheel,
    ...libraries.map((name) => `tensorflow/${name}`),
    "tensorflow/other.py",
  ]);
  expect(await zip.exited).toBe(0);
  const bin = join(folder, "bin");
  await mkdir(bin);
  const script = `#!/bin/sh
case "$*" in *--version*) echo pip 99; exit 0;; esac
echo "$@" >> ${join(folder, "pip-calls")}
while [ $# -gt 0 ]; do if [ "$1" = --dest ]; then dest=$2; fi; shift; done
[ ${options.pipExit ?? 0} -eq 0 ] || { echo "ERROR: no network" >&2; exit ${options.pipExit}; }
mkdir -p "$dest"; sleep 0.3; cp ${wheel} "$dest/fake.whl"
`;
  for (const name of ["python3", "python", "pip", "pip3", "py"]) {
    await writeFile(join(bin, name), script);
    await chmod(join(bin, name), 0o755);
  }
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
    await fetchRelease(release, context, []);
    const target = installFolder(environment(), release);
    expect((await readdir(target)).toSorted()).toEqual(libraries);
    expect(await Bun.file(join(target, libraries[0]!)).text()).toStartWith(
      "tensorflow/libtensorflow_cc",
    );
    expect(await readdir(join(folder, "cache", "engine"))).toEqual([release.name]);
    expect(events.some((event) => event.kind === "progress" && event.phase === "unpack")).toBe(
      true,
    );
  });

  test("happens once when two ask at the same time", async () => {
    const release = await fakeRelease();
    const notes: string[] = [];
    const report = (event: FetchEvent) => event.kind === "note" && notes.push(event.text);
    const context = { environment: environment(), report };
    await Promise.all([fetchRelease(release, context, []), fetchRelease(release, context, [])]);
    expect((await Bun.file(join(folder, "pip-calls")).text()).trim().split("\n")).toHaveLength(1);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("Another process is fetching");
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
    expect(await readdir(installFolder(environment(), release))).toEqual(["libtensorflow.so.2"]);
    expect(locateLibrary(environment(), release).library?.origin).toBe("cache");
  });

  test("clears away what a killed fetch left behind", async () => {
    const release = await fakeRelease();
    const leftover = join(folder, "cache", "engine", `${release.name}.part-1`);
    await mkdir(leftover, { recursive: true });
    await fetchRelease(release, { environment: environment(), report: () => undefined }, []);
    expect(await readdir(join(folder, "cache", "engine"))).toEqual([release.name]);
  });
});

describe("locating", () => {
  test("takes the path that the user set before all else, file or folder", async () => {
    const file = join(folder, "libtensorflow.so.2");
    await writeFile(file, "");
    expect(locateLibrary({ LAMINA_TENSORFLOW: file }, undefined).library).toEqual({
      path: file,
      origin: "set by you",
    });
    expect(locateLibrary({ LAMINA_TENSORFLOW: folder }, undefined).library?.path).toBe(file);
  });

  test("does not go on silently when the user's path holds no library", () => {
    expect(() => locateLibrary({ LAMINA_TENSORFLOW: folder }, undefined)).toThrow(
      "there is no TensorFlow library",
    );
  });

  test("finds a library in the linker's folders and says where it looked", async () => {
    await writeFile(join(folder, "libtensorflow.so.2"), "");
    const found = locateLibrary({ LD_LIBRARY_PATH: folder }, undefined);
    expect(found.library?.origin).toBe("system");
    const none = locateLibrary({ LAMINA_CACHE: folder }, undefined);
    expect(none.attempts.map(({ place }) => place).join()).toContain("/usr/local/lib");
  });
});

describe("locks", () => {
  test("let one work after the other", async () => {
    const path = join(folder, "lock");
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await Bun.sleep(20);
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => withLock(path, () => undefined, work)));
    expect(most).toBe(1);
  });

  test("of a process that is gone are taken over", async () => {
    const path = join(folder, "lock");
    await mkdir(path);
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(path, longAgo, longAgo);
    expect(
      await withLock(
        path,
        () => undefined,
        async () => "done",
      ),
    ).toBe("done");
  });

  test("are released when the work fails", async () => {
    const path = join(folder, "lock");
    const failing = withLock(
      path,
      () => undefined,
      () => Promise.reject(new Error("no")),
    );
    expect(failing).rejects.toThrow("no");
    await failing.catch(() => undefined);
    expect(
      await withLock(
        path,
        () => undefined,
        async () => "done",
      ),
    ).toBe("done");
  });
});

test("a file with the right hash passes", async () => {
  const file = join(folder, "file");
  await writeFile(file, "abc");
  await requireHash(file, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("every place where a library was looked for is named", () => {
  const nowhere = { HOME: folder, XDG_CACHE_HOME: folder, LD_LIBRARY_PATH: join(folder, "lib") };
  const { library, attempts } = locateLibrary(nowhere, undefined);
  // A library of the system's is found first.
  if (library) return;
  expect(attempts[0]).toEqual({ place: "$LAMINA_TENSORFLOW", outcome: "not set" });
  expect(attempts[1]!.place).toContain(join(folder, "lib"));
});
