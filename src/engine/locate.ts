import { existsSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { messages } from "./messages.ts";
import { EngineError } from "./errors.ts";
import { libraryFault, sizeFault } from "./whole.ts";
import { systemReason } from "../system-error.ts";
import type { Release } from "./releases.ts";

/** Environment variable with the path of a TensorFlow library, or of the folder that holds it. */
export const LIBRARY_VARIABLE = "LAMINA_TENSORFLOW";
/** Environment variable with the folder of everything that Lamina keeps between runs. */
export const CACHE_VARIABLE = "LAMINA_CACHE";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Library {
  path: string;
  origin: "set by you" | "system" | "cache";
}

/** A place where a library was looked for, and what was there. */
export interface Attempt {
  place: string;
  outcome: string;
}

export interface Search {
  library: Library | null;
  attempts: Attempt[];
}

/** File names of a TensorFlow library, the C library before the one inside Python's wheel. */
const libraryNames: Record<string, string[]> = {
  linux: ["libtensorflow.so", "libtensorflow.so.2", "libtensorflow_cc.so.2"],
  darwin: ["libtensorflow.dylib", "libtensorflow.2.dylib", "libtensorflow_cc.2.dylib"],
};

/**
 * Looks for a TensorFlow library on this machine: a path the user set, the system's folders, Lamina's cache.
 * @throws EngineError when the user's own path holds none: nothing else is used in its stead
 */
export function locateLibrary(environment: Environment, release: Release | undefined): Search {
  const attempts: Attempt[] = [];
  const names = libraryNames[process.platform] ?? [];

  const own = environment[LIBRARY_VARIABLE];
  if (own) {
    const path = isFolder(own) ? firstExisting([own], names) : existsSync(own) ? own : null;
    if (!path) throw new EngineError(messages.ownLibraryMissing(LIBRARY_VARIABLE, own, names));
    const fault = faultOf(path);
    if (fault !== null) throw new EngineError(messages.ownLibraryDamaged(LIBRARY_VARIABLE, fault));
    return { library: { path, origin: "set by you" }, attempts };
  }
  attempts.push({ place: `$${LIBRARY_VARIABLE}`, outcome: "not set" });

  const folders = systemFolders(environment);
  const system = firstExisting(folders, names);
  const fault = system && faultOf(system);
  if (system && !fault) return { library: { path: system, origin: "system" }, attempts };
  attempts.push({
    place: `system folders (${folders.join(", ")})`,
    outcome: fault ? messages.damagedHere(fault) : `no ${names[0] ?? "library"}`,
  });

  if (release) {
    const folder = installFolder(environment, release);
    const fetched = fetchedRelease(folder, release);
    if (fetched?.fault === null)
      return { library: { path: fetched.path, origin: "cache" }, attempts };
    // It computes the same bits on a CPU.
    const cuda =
      release.cuda && fetchedRelease(installFolder(environment, release.cuda), release.cuda);
    if (cuda?.fault === null) return { library: { path: cuda.path, origin: "cache" }, attempts };
    const outcome = fetched ? messages.damagedHere(fetched.fault) : "not there yet";
    attempts.push({ place: `cache ${folder}`, outcome });
  }
  return { library: null, attempts };
}

/** Of a library and those that it opens from beside it. */
function faultOf(path: string): string | null {
  const folder = dirname(path);
  const others = readdirSync(folder).filter((name) => name.startsWith("libtensorflow"));
  return (
    [path, ...others.map((name) => join(folder, name))]
      .map(libraryFault)
      .find((fault) => fault !== null) ?? null
  );
}

/** Folder of everything that Lamina keeps between runs, by the platform's custom. */
export function cacheFolder(environment: Environment): string {
  const own = environment[CACHE_VARIABLE];
  if (own) return own;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "lamina");
  return join(environment["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "lamina");
}

/** Where a release's libraries are, once they have been fetched. */
export function installFolder(environment: Environment, release: Release): string {
  return join(cacheFolder(environment), "engine", release.name);
}

/**
 * A release that was fetched: the library to open, and what is wrong with it as far as is seen without reading it.
 * @returns null where it is not there
 */
export function fetchedRelease(
  folder: string,
  { wheel, archive }: Release,
): { path: string; fault: string | null } | null {
  if (!existsSync(folder)) return null;
  const isArchive = archive !== undefined && !existsSync(join(folder, wheel.libraries[0]!));
  const { libraries } =
    isArchive && existsSync(join(folder, archive.libraries[0]!)) ? archive : wheel;
  return { path: join(folder, libraries[0]!), fault: sizeFault(folder, libraries) };
}

function systemFolders(environment: Environment): string[] {
  const variable = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
  const named = (environment[variable] ?? "").split(":").filter(Boolean);
  const usual =
    process.platform === "darwin"
      ? ["/opt/homebrew/lib", "/usr/local/lib"]
      : ["/usr/local/lib", "/usr/lib", "/usr/lib64", `/usr/lib/${debianTriplet()}`];
  return [...named, ...usual];
}

function debianTriplet(): string {
  return process.arch === "arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
}

function firstExisting(folders: string[], names: string[]): string | null {
  for (const folder of folders) {
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return null;
}

/** @throws EngineError when the system refuses to tell */
function isFolder(own: string): boolean {
  try {
    return statSync(own, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    throw new EngineError(
      messages.ownLibraryUnreadable(LIBRARY_VARIABLE, own, systemReason(error)),
    );
  }
}
