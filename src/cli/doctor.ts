import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { lettersWithoutFont } from "../charts/fonts.ts";
import { append, maximum } from "../arrays.ts";
import { EngineError } from "../engine/errors.ts";
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
import { residues } from "../compare/list.ts";
import { visible } from "../text.ts";
import { describeSurroundings } from "../run/manifest.ts";
import { messages } from "./messages.ts";
import { fetchReporter } from "./engine.ts";
import { terminal } from "./progress.ts";

export const help = `Usage: exp doctor [--fetch] [--json]

Shows what Lamina runs on (the TensorFlow library, where it was found, its version, threads and oneDNN) and what to do
when something is missing. The exit code is 0 when runs can start, otherwise 1.

  --fetch  Fetch TensorFlow into the cache when it is not on this machine.
  --json   Print the same as JSON.`;

interface Finding {
  name: string;
  value: string;
  ok: boolean;
}

/** `exp doctor`: what a run would find on this machine. */
export async function doctor(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: { fetch: { type: "boolean" }, json: { type: "boolean" } },
  });
  const output = terminal(values.json ? process.stderr : process.stdout);
  const findings = await machineFindings();
  append(findings, await engineFindings(values.fetch ?? false, output));
  const healthy = findings.every(({ ok }) => ok);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ healthy, findings }, null, 2)}\n`);
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

async function engineFindings(
  fetch: boolean,
  output: ReturnType<typeof terminal>,
): Promise<Finding[]> {
  try {
    const library = await findLibrary(fetch, output);
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
      await openLibrary({ libraryPath: library.path, ...defaultOptions() }),
    );
    return [
      {
        name: "tensorflow",
        value: `${engine.version}, ${library.path} (${library.origin})`,
        ok: true,
      },
      { name: "threads", value: String(engine.settings.threads), ok: true },
      { name: "oneDNN", value: engine.settings.oneDnn ? "on" : "off", ok: true },
      {
        name: "calculation",
        value: engine.tf.tidy(() => String(engine.tf.square(3).dataSync()[0])),
        ok: true,
      },
    ];
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [{ name: "tensorflow", value: error.message, ok: false }];
  }
}

async function findLibrary(
  fetch: boolean,
  output: ReturnType<typeof terminal>,
): Promise<Library | null> {
  const release = releaseFor(process.platform, process.arch);
  const { library } = locateLibrary(process.env, release);
  if (!fetch) return library;
  const context = { environment: process.env, report: fetchReporter(output, "TensorFlow") };
  if (library?.origin === "cache")
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
