import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { lettersWithoutFont } from "../charts/fonts.ts";
import { append, maximum } from "../arrays.ts";
import { EngineError } from "../engine/errors.ts";
import { findCudaLibraries } from "../engine/cuda-libraries.ts";
import { cudaRelease } from "../engine/cuda-release.ts";
import { askDriver } from "../engine/driver.ts";
import { driverFault, findGpu, type GpuSearch, gpuWorld, type UsableGpu } from "../engine/gpu.ts";
import { loaderRefusal } from "../engine/loader.ts";
import { messages as engineMessages } from "../engine/messages.ts";
import { hashFault } from "../engine/whole.ts";
import { fetchRelease, findOrFetchLibrary } from "../engine/install.ts";
import {
  cacheFolder,
  fetchedRelease,
  installFolder,
  LIBRARY_VARIABLE,
  locateLibrary,
  type Library,
} from "../engine/locate.ts";
import { releaseFor } from "../engine/releases.ts";
import { residues } from "../compare/run-folders.ts";
import { visible } from "../text.ts";
import { describeSurroundings } from "../run/manifest.ts";
import { messages } from "./messages.ts";
import { fetchReporter } from "./engine.ts";
import type { DoctorOutput } from "./outputs.ts";
import { terminal } from "./progress.ts";

export const help = `Usage: exp doctor [--fetch] [--gpu] [--json]

Shows what Lamina runs on (the TensorFlow library, where it was found, its version, threads and oneDNN, the GPU) and what
to do when something is missing. The exit code is 0 when runs can start, otherwise 1.

  --fetch  Fetch TensorFlow into the cache when it is not on this machine.
  --gpu    A GPU is needed, too: NVIDIA's driver and libraries and TensorFlow's CUDA build, which --fetch then fetches
           (2.9 GB, 4.6 GB on disk; Linux x64).
  --json   Print the same as JSON.`;

type Finding = DoctorOutput["findings"][number];

/** `exp doctor`: what a run would find on this machine. */
export async function doctor(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      fetch: { type: "boolean", default: false },
      gpu: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const output = terminal(values.json ? process.stderr : process.stdout);
  const findings = await machineFindings();
  append(findings, await engineFindings(values, output));
  const healthy = findings.every(({ ok }) => ok);
  if (values.json) {
    const found: DoctorOutput = { healthy, findings };
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  } else {
    const width = maximum(findings.map(({ name }) => name.length));
    for (const { name, value, ok } of findings) {
      output.write(`${ok ? "ok     " : "MISSING"}  ${name.padEnd(width)}  ${value}\n`);
    }
  }
  return healthy ? 0 : 1;
}

async function machineFindings(): Promise<Finding[]> {
  const { lamina, host, versions } = await describeSurroundings(process.cwd());
  const release = releaseFor(process.platform, process.arch);
  const platform = `${process.platform} ${process.arch}`;
  return [
    { name: "lamina", value: lamina.version, ok: true },
    { name: "bun", value: versions.bun, ok: true },
    { name: "sharp", value: versions.sharp, ok: true },
    { name: "processor", value: `${host.processor}, ${host.cores} cores`, ok: true },
    { name: "platform", value: messages.platformSupport(platform, release?.tested), ok: true },
    { name: "fonts", value: messages.lettersDrawn(await scriptsWithoutFont()), ok: true },
    ...residueFinding(),
    { name: "cache", value: cacheFolder(process.env), ok: true },
  ];
}

/** A letter of each script that charts are labelled in. */
const scripts: Readonly<Record<string, string>> = {
  Greek: "λ",
  Cyrillic: "ж",
  Chinese: "猫",
  Japanese: "ね",
  Korean: "한",
  emoji: "🐶",
};

async function scriptsWithoutFont(): Promise<string[]> {
  const missing = await lettersWithoutFont(Object.values(scripts).map((letter) => `>${letter}<`));
  return Object.keys(scripts).filter((name) => missing.includes(scripts[name]!));
}

function residueFinding(): Finding[] {
  const found = residues(join(process.cwd(), "runs"));
  const [first] = found;
  if (first === undefined) return [];
  const shown = visible(relative(process.cwd(), first));
  return [{ name: "runs", value: messages.residueFound(found.length, shown), ok: true }];
}

interface Wanted {
  fetch: boolean;
  gpu: boolean;
}

async function engineFindings(
  wanted: Wanted,
  output: ReturnType<typeof terminal>,
): Promise<Finding[]> {
  try {
    if (wanted.fetch && wanted.gpu) await fetchGpu(output);
    const search = findGpu(gpuWorld(process.env));
    const findings = wanted.gpu || search.gpu || search.unused ? gpuFindings(search, wanted) : [];
    append(findings, await calculationFindings(search.gpu, wanted, output));
    return findings;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [{ name: "tensorflow", value: error.message, ok: false }];
  }
}

/** Fetches TensorFlow's CUDA build. What else is missing is said before, since much is fetched. */
async function fetchGpu(output: ReturnType<typeof terminal>): Promise<void> {
  const { fetchCudaRelease } = await import("../engine/install-cuda.ts");
  const driver = askDriver();
  if ("refusal" in driver) output.write(`${engineMessages.noDriver(driver.refusal)}.\n`);
  else {
    const outdated = driver.gpus[0] && driverFault(driver, driver.gpus[0]);
    if (outdated) output.write(`${outdated}.\n`);
  }
  await fetchCudaRelease({ environment: process.env, report: fetchReporter(output, "TensorFlow") });
}

/** The GPU, and each library of NVIDIA's. */
function gpuFindings({ gpu, fault }: GpuSearch, { gpu: isWanted }: Wanted): Finding[] {
  const folder = installFolder(process.env, cudaRelease);
  const found = findCudaLibraries(gpu ? dirname(dirname(gpu.libraryPath)) : folder);
  return [
    {
      name: "gpu",
      value: gpu ? messages.gpuFound(gpu) : fault!,
      ok: gpu !== null || !isWanted,
    },
    ...found.map(({ name, place }) => {
      const refusal = place === null ? messages.libraryMissing() : loaderRefusal(place);
      const where = place === name ? messages.libraryOfSystem() : place!;
      return { name, value: refusal ?? where, ok: refusal === null || !isWanted };
    }),
  ];
}

async function calculationFindings(
  gpu: UsableGpu | null,
  { fetch }: Wanted,
  output: ReturnType<typeof terminal>,
): Promise<Finding[]> {
  try {
    const library: Library | null = gpu
      ? { path: gpu.libraryPath, origin: originOf(gpu) }
      : await findLibrary(fetch, output);
    if (!library) return [{ name: "tensorflow", value: whyNotThere(), ok: false }];
    const folder = dirname(library.path);
    const fault = library.origin === "cache" ? await hashFault(folder) : undefined;
    if (typeof fault === "string")
      return [
        { name: "tensorflow", value: engineMessages.engineDamaged(folder, fault), ok: false },
      ];
    const { startEngine } = await import("../engine/engine.ts");
    const { defaultOptions, openLibrary } = await import("../engine/library.ts");
    const engine = await startEngine(
      await openLibrary({
        libraryPath: library.path,
        ...defaultOptions(),
        ...(gpu && { gpu: { ...gpu, deterministic: true, tf32: true } }),
      }),
    );
    return [
      {
        name: "tensorflow",
        value: `${engine.version}, ${library.path} (${library.origin})`,
        ok: true,
      },
      { name: "threads", value: String(engine.settings.threads), ok: true },
      { name: "oneDNN", value: engine.settings.oneDnn ? "on" : "off", ok: true },
      ...(engine.bfloat16 === null
        ? []
        : [{ name: "bfloat16", value: messages.bfloat16(engine.bfloat16), ok: true }]),
      {
        name: "calculation",
        value: `3 × 3 is ${engine.tf.tidy(() => String(engine.tf.square(3).dataSync()[0]))}${gpu ? ", on the GPU" : ""}`,
        ok: true,
      },
    ];
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [{ name: "tensorflow", value: error.message, ok: false }];
  }
}

function originOf({ libraryPath }: UsableGpu): Library["origin"] {
  if (libraryPath.startsWith(installFolder(process.env, cudaRelease))) return "cache";
  return process.env[LIBRARY_VARIABLE] ? "set by you" : "system";
}

async function findLibrary(
  fetch: boolean,
  output: ReturnType<typeof terminal>,
): Promise<Library | null> {
  const release = releaseFor(process.platform, process.arch);
  const { library } = locateLibrary(process.env, release);
  if (!fetch) return library;
  const context = { environment: process.env, report: fetchReporter(output, "TensorFlow") };
  // The CUDA build, which computes on the CPU too, was looked at where it was fetched.
  if (library && dirname(library.path) === installFolder(process.env, release!))
    await fetchRelease(release!, context, [], async (folder) => (await hashFault(folder)) ?? null);
  return findOrFetchLibrary(context);
}

/** Not fetched yet, or damaged. */
function whyNotThere(): string {
  const release = releaseFor(process.platform, process.arch);
  const folder = release && installFolder(process.env, release);
  const fault = folder && fetchedRelease(folder, release)?.fault;
  return fault
    ? engineMessages.engineDamaged(folder, fault)
    : messages.engineNotThere(LIBRARY_VARIABLE);
}
