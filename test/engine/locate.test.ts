import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { EngineError } from "../../src/engine/errors.ts";
import { cacheFolder, installFolder, locateLibrary } from "../../src/engine/locate.ts";
import type { Release } from "../../src/engine/releases.ts";
import { messages } from "../../src/engine/messages.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (name: string) => join(folder.path, name);

function put(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "library");
  return path;
}

const names = ["libtensorflow.so", "libtensorflow.so.2", "libtensorflow_cc.so.2"];
const release = {
  name: "fake-1.0",
  wheel: { libraries: ["libtensorflow_cc.so.2"] },
  archive: { libraries: ["libtensorflow.so.2"] },
} as Release;
const { archive: _archive, ...wheelOnly } = release;

/** The head of a 64-bit ELF file that says that it has so many bytes: its last segment ends there. */
function elf(bytes: number): Buffer {
  const file = Buffer.alloc(bytes);
  file.write("\x7fELF\x02\x01", "latin1");
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeBigUInt64LE(100n, 64 + 8);
  file.writeBigUInt64LE(BigInt(bytes - 100), 64 + 32);
  return file;
}

/** The folders of the system itself, of which this machine should have no TensorFlow. */
const usual = [
  "/usr/local/lib",
  "/usr/lib",
  "/usr/lib64",
  `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`,
];
const system = locateLibrary({}, undefined).library;

describe.skipIf(process.platform !== "linux")("a library", () => {
  test("is the one that the user set before all else, file or folder, whatever its name", () => {
    const linked = dirname(put(at("linked/libtensorflow.so.2")));
    const own = put(at("own/mine.so"));
    const found = locateLibrary({ LAMINA_TENSORFLOW: own, LD_LIBRARY_PATH: linked }, release);
    expect(found).toEqual({ library: { path: own, origin: "set by you" }, attempts: [] });
    const inside = put(at("own/libtensorflow.so.2"));
    put(at("own/libtensorflow_cc.so.2"));
    expect(locateLibrary({ LAMINA_TENSORFLOW: at("own") }, release).library?.path).toBe(inside);
  });

  test.each(["nothing", "empty"])(
    "is none where the user set %s, though there is another",
    (name) => {
      mkdirSync(at("empty"));
      const linked = dirname(put(at("linked/libtensorflow.so.2")));
      const own = at(name);
      expect(() =>
        locateLibrary({ LAMINA_TENSORFLOW: own, LD_LIBRARY_PATH: linked }, release),
      ).toThrow(new EngineError(messages.ownLibraryMissing("LAMINA_TENSORFLOW", own, names)));
    },
  );

  test.each([
    ["is empty", () => Buffer.alloc(0), messages.libraryEmpty],
    [
      "is cut short",
      () => elf(200).subarray(0, 150),
      (file: string) => messages.libraryOfOtherSize(file, 150, 200),
    ],
  ])(
    "is refused where it %s, or one beside it does, and the system's is passed over",
    (_, content, message) => {
      const whole = put(at("own/libtensorflow.so"));
      const beside = put(at("own/libtensorflow_framework.so.2"));
      writeFileSync(whole, elf(200));
      expect(locateLibrary({ LAMINA_TENSORFLOW: at("own") }, release).library?.path).toBe(whole);
      for (const file of [beside, whole]) {
        writeFileSync(file, content());
        expect(() => locateLibrary({ LAMINA_TENSORFLOW: whole }, release)).toThrow(
          new EngineError(messages.ownLibraryDamaged("LAMINA_TENSORFLOW", message(file))),
        );
        const { attempts } = locateLibrary(
          { LD_LIBRARY_PATH: at("own"), LAMINA_CACHE: at("c") },
          release,
        );
        expect(attempts[1]!.outcome).toBe(messages.damagedHere(message(file)));
        writeFileSync(file, "library");
      }
    },
  );

  test("is the first of the linker's folders before that of the cache", () => {
    const environment = {
      LD_LIBRARY_PATH: `${at("none")}::${at("one")}:${at("two")}`,
      LAMINA_CACHE: at("cache"),
    };
    put(at("cache/engine/fake-1.0/libtensorflow_cc.so.2"));
    put(at("two/libtensorflow.so"));
    const path = put(at("one/libtensorflow_cc.so.2"));
    expect(locateLibrary(environment, release)).toEqual({
      library: { path, origin: "system" },
      attempts: [{ place: "$LAMINA_TENSORFLOW", outcome: "not set" }],
    });
  });

  describe.skipIf(system !== null)("of the cache", () => {
    const tried = (...named: string[]) => [
      { place: "$LAMINA_TENSORFLOW", outcome: "not set" },
      { place: `system folders (${[...named, ...usual].join(", ")})`, outcome: `no ${names[0]}` },
    ];

    test("is the wheel's, or else the archive's", () => {
      const environment = { LAMINA_CACHE: at("cache") };
      const archived = put(at("cache/engine/fake-1.0/libtensorflow.so.2"));
      expect(locateLibrary(environment, release)).toEqual({
        library: { path: archived, origin: "cache" },
        attempts: tried(),
      });
      const path = put(at("cache/engine/fake-1.0/libtensorflow_cc.so.2"));
      expect(locateLibrary(environment, release).library?.path).toBe(path);
    });

    test("is none where nothing was fetched; every place that was looked at is named", () => {
      const environment = { LAMINA_CACHE: at("cache"), LD_LIBRARY_PATH: at("lib") };
      const place = `cache ${at("cache/engine/fake-1.0")}`;
      for (const one of [release, wheelOnly as Release])
        expect(locateLibrary(environment, one)).toEqual({
          library: null,
          attempts: [...tried(at("lib")), { place, outcome: "not there yet" }],
        });
      // There is no release for every machine.
      expect(locateLibrary(environment, undefined)).toEqual({
        library: null,
        attempts: tried(at("lib")),
      });
    });
  });
});

test.skipIf(process.platform !== "linux")(
  "the cache is where the user or the system has it",
  () => {
    expect(cacheFolder({ LAMINA_CACHE: "/own", XDG_CACHE_HOME: "/xdg" })).toBe("/own");
    expect(cacheFolder({ XDG_CACHE_HOME: "/xdg" })).toBe("/xdg/lamina");
    const usualCache = join(homedir(), ".cache/lamina");
    for (const environment of [{}, { LAMINA_CACHE: "", XDG_CACHE_HOME: "" }])
      expect(cacheFolder(environment)).toBe(usualCache);
    expect(installFolder({}, release)).toBe(join(usualCache, "engine/fake-1.0"));
  },
);
