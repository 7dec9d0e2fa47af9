import { beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { cudnnVersion, findCudaLibraries } from "../../src/engine/cuda-libraries.ts";
import { cudaRelease, type NvidiaWheel, nvidiaWheels } from "../../src/engine/cuda-release.ts";
import { EngineError } from "../../src/engine/errors.ts";
import type { FetchEvent } from "../../src/engine/fetch-context.ts";
import { fetchCudaRelease } from "../../src/engine/install-cuda.ts";
import { fetchedRelease, installFolder } from "../../src/engine/locate.ts";
import { messages } from "../../src/engine/messages.ts";
import type { PinnedWheel, Release } from "../../src/engine/release.ts";
import { RECORD } from "../../src/engine/whole.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
let environment: Record<string, string>;
let release: Release;
let nvidia: NvidiaWheel[];
let notes: string[];
let progress: Extract<FetchEvent, { kind: "progress" }>[];

function fetchHere(onSystem: readonly string[] = []): Promise<void> {
  const report = (event: FetchEvent) =>
    void (event.kind === "note" ? notes.push(event.text) : progress.push(event));
  const isOnSystem = ({ name }: { name: string }) => onSystem.includes(name);
  return fetchCudaRelease({ environment, report }, { release, nvidia, isOnSystem });
}

function asked(): string[] {
  const calls = readFileSync(join(folder.path, "pip-calls"), "utf8").trim().split("\n");
  return calls.map((call) => call.split(" ").at(-1)!);
}

describe("TensorFlow's CUDA build", () => {
  /** Wheels like the real ones, but of a few bytes, and a pip that "downloads" the one that it is asked for. */
  beforeEach(async () => {
    environment = {
      PATH: [join(folder.path, "bin"), process.env["PATH"]].join(delimiter),
      LAMINA_CACHE: join(folder.path, "cache"),
    };
    notes = [];
    progress = [];
    mkdirSync(join(folder.path, "bin"));
    mkdirSync(join(folder.path, "index"));
    const all = [cudaRelease.wheel, ...nvidiaWheels].map(({ package: name, libraries }) => ({
      file: join(folder.path, "index", name),
      libraries,
    }));
    const zip = Bun.spawn([
      "python3",
      "-c",
      [
        "import json, sys, zipfile",
        "for wheel in json.loads(sys.argv[1]):",
        "    with zipfile.ZipFile(wheel['file'], 'w') as z:",
        "        for name in wheel['libraries'] + ['nvidia/__init__.py', 'nvidia/x/lib/libother.so']:",
        "            z.writestr(name, name * 10)",
      ].join("\n"),
      JSON.stringify(all),
    ]);
    expect(await zip.exited).toBe(0);
    const script = `#!/bin/sh
  case "$*" in *--version*) echo pip 99; exit 0;; esac
  echo "$@" >> ${join(folder.path, "pip-calls")}
  for last; do :; done
  while [ $# -gt 0 ]; do if [ "$1" = --dest ]; then dest=$2; fi; shift; done
  mkdir -p "$dest"; cp "${join(folder.path, "index")}/\${last%%==*}" "$dest/fake.whl"
  `;
    writeFileSync(join(folder.path, "bin/python3"), script);
    chmodSync(join(folder.path, "bin/python3"), 0o755);
    const small = <Kind extends PinnedWheel>(wheel: Kind): Kind => {
      const bytes = readFileSync(join(folder.path, "index", wheel.package));
      const sha256 = new Bun.CryptoHasher("sha256").update(bytes).digest("hex");
      return { ...wheel, bytes: bytes.length, unpackedBytes: bytes.length, sha256 };
    };
    release = { ...cudaRelease, wheel: small(cudaRelease.wheel) };
    nvidia = nvidiaWheels.map(small);
  });

  test("is laid out as pip does it, with NVIDIA's libraries and nothing else", async () => {
    await fetchHere();
    const target = installFolder(environment, release);
    const files = readdirSync(target, { recursive: true, encoding: "utf8" });
    const libraries = [release.wheel, ...nvidia].flatMap((wheel) => wheel.libraries);
    expect(files.filter((name) => /\.(so|json|py)/.test(name)).toSorted()).toEqual(
      [RECORD, ...libraries].toSorted(),
    );
    const record = JSON.parse(readFileSync(join(target, RECORD), "utf8")) as object;
    expect(Object.keys(record).toSorted()).toEqual(libraries.toSorted());
    expect(fetchedRelease(target, release)).toEqual({
      path: join(target, "tensorflow/libtensorflow_cc.so.2"),
      fault: null,
    });
    expect(readdirSync(join(environment["LAMINA_CACHE"]!, "engine"))).toEqual([release.name]);
    expect(asked()).toEqual(
      [release, ...nvidia].map((one) =>
        "wheel" in one ? `tensorflow==${one.version}` : `${one.package}==${one.version}`,
      ),
    );
  });

  test("says what it takes before, by the wheel, and goes on as one download", async () => {
    await fetchHere();
    expect(notes).toHaveLength(1);
    for (const { package: name } of [release.wheel, ...nvidia]) expect(notes[0]).toContain(name);
    const total = [release.wheel, ...nvidia].reduce((sum, { bytes }) => sum + bytes, 0);
    expect(new Set(progress.map((event) => `${event.phase} of ${event.total}`)).size).toBeLessThan(
      2,
    );
    for (const event of progress) expect(event).toMatchObject({ phase: "download", total });
  });

  test("is fetched once, and again where a library is missing or damaged", async () => {
    await fetchHere();
    await fetchHere();
    expect(asked()).toHaveLength(9);
    const target = installFolder(environment, release);
    const cudnn = join(target, "nvidia/cudnn/lib/libcudnn.so.9");
    rmSync(cudnn);
    await fetchHere();
    expect(notes.join("\n")).toContain("libcudnn.so.9 missing");
    expect(existsSync(cudnn)).toBe(true);
    writeFileSync(cudnn, readFileSync(cudnn, "utf8").replace("n", "m"));
    await fetchHere();
    expect(notes.join("\n")).toContain(
      messages.libraryOfOtherHash("nvidia/cudnn/lib/libcudnn.so.9"),
    );
    expect(readFileSync(cudnn, "utf8")).toStartWith("nvidia/");
    expect(asked()).toHaveLength(27);
  });

  test("leaves out what the system has, until it is gone there", async () => {
    await fetchHere(["libcudnn.so.9", "libcublas.so.12"]);
    // One of two libraries of a wheel is not enough.
    expect(asked()).toContain("nvidia-cublas-cu12==12.9.3.13");
    expect(asked().join()).not.toContain("cudnn");
    expect(notes.at(-1)).toBe(messages.onSystem(["libcudnn.so.9"]));
    await fetchHere(["libcudnn.so.9"]);
    expect(asked()).toHaveLength(8);
    await fetchHere();
    expect(asked().join()).toContain("cudnn");
  });

  test("is not there at all where one wheel is another", async () => {
    nvidia[3] = { ...nvidia[3]!, sha256: "0".repeat(64) };
    await expect(fetchHere()).rejects.toThrow(EngineError);
    await expect(fetchHere()).rejects.toThrow(/but 0{64} was expected/);
    expect(readdirSync(join(environment["LAMINA_CACHE"]!, "engine"))).toEqual([]);
  });
});

test("a library that is no library has no version", () => {
  const target = join(folder.path, "release/nvidia/cudnn/lib");
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "libcudnn.so.9"), "");
  const found = findCudaLibraries(join(folder.path, "release"), () => false);
  expect(cudnnVersion(found)).toBeNull();
  expect(found.filter(({ place }) => place !== null).map(({ name }) => name)).toEqual([
    "libcudnn.so.9",
  ]);
});

test("what the real wheels take is said", () => {
  const wheels = [cudaRelease.wheel, ...nvidiaWheels];
  const unpacked = wheels.reduce((sum, { unpackedBytes }) => sum + unpackedBytes!, 0);
  expect(messages.cudaFetch(wheels, unpacked)).toContain("2.9 GB to download, 4.6 GB on disk");
});
