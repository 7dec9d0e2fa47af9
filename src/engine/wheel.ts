import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import yauzl from "yauzl";
import { messages } from "./messages.ts";
import { EngineError } from "./errors.ts";
import { requireHash } from "./hash.ts";
import type { FetchContext } from "./fetch-context.ts";
import type { Environment } from "./locate.ts";
import type { Release, Wheel } from "./release.ts";

/** Ways to call pip, in the order they are tried. */
const pipCommands = [
  ["python3", "-m", "pip"],
  ["python", "-m", "pip"],
  ["py", "-m", "pip"],
  ["pip3"],
  ["pip"],
];

const PROGRESS_MS = 200;

/**
 * Downloads a Python wheel of TensorFlow with whatever pip is there and unpacks its libraries. Only pip's download
 * is used: nothing is installed, and the wheel need not fit the Python that pip runs on.
 * @throws EngineError
 */
export async function fetchWheels(
  { version, wheel, others = [] }: Release,
  staging: string,
  lib: string,
  context: FetchContext,
): Promise<void> {
  const pip = await findPip(context.environment);
  const wheels = [{ ...wheel, version }, ...others];
  const total = wheels.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  for (const one of wheels) {
    // Of several the download alone is told, as one.
    const report: FetchContext["report"] = (event) => {
      if (wheels.length === 1 || event.kind === "note" || event.phase === "download")
        context.report(event);
    };
    await fetchWheel(pip, one, staging, lib, { ...context, report, before, total });
    before += one.bytes;
  }
}

/** @param before bytes of the wheels that are there already @param total of all */
async function fetchWheel(
  pip: readonly string[],
  wheel: Wheel & { version: string },
  staging: string,
  lib: string,
  { environment, report, before, total }: FetchContext & { before: number; total: number },
): Promise<void> {
  const download = join(staging, "wheel");
  const temporary = join(staging, "tmp");
  await mkdir(temporary);
  const options = "--quiet --disable-pip-version-check --no-cache-dir --retries 2 --no-deps";
  const command = [
    ...pip,
    "download",
    ...options.split(" "),
    "--only-binary=:all:",
    `--python-version=${wheel.pythonVersion}`,
    `--platform=${wheel.platformTag}`,
    "--dest",
    download,
    `${wheel.package}==${wheel.version}`,
  ];
  const child = Bun.spawn(command, {
    env: { ...environment, TMPDIR: temporary },
    stdin: "ignore",
    stdout: "ignore",
    stderr: "pipe",
  });
  // pip writes into the temporary folder while it downloads, so its size is the progress, whatever pip's age.
  const watch = setInterval(async () => {
    const done = (await sizeOf(temporary)) + (await sizeOf(download));
    report({
      kind: "progress",
      phase: "download",
      done: before + Math.min(done, wheel.bytes),
      total,
    });
  }, PROGRESS_MS);
  const complaint = await new Response(child.stderr).text();
  const exitCode = await child.exited;
  clearInterval(watch);
  if (exitCode !== 0)
    throw new EngineError(messages.pipFailed(pip.join(" "), exitCode, lastLine(complaint)));

  const [file] = await readdir(download);
  const path = join(download, file!);
  await requireHash(path, wheel.sha256);
  await unpack(path, wheel.libraries, lib, (done, all) =>
    report({ kind: "progress", phase: "unpack", done, total: all }),
  );
  // Of several the next has its room.
  for (const folder of [download, temporary]) await rm(folder, { recursive: true, force: true });
}

async function findPip(environment: Environment): Promise<string[]> {
  for (const command of pipCommands) {
    if (!Bun.which(command[0]!, { PATH: environment["PATH"] ?? "" })) continue;
    const child = Bun.spawn([...command, "--version"], {
      env: environment,
      stdout: "ignore",
      stderr: "ignore",
    });
    if ((await child.exited) === 0) return command;
  }
  throw new EngineError(messages.noPip());
}

/** Unpacks `NAME` or `tensorflow/NAME` for each name into a folder. */
async function unpack(
  wheel: string,
  names: string[],
  lib: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(wheel, {
    lazyEntries: true,
    autoClose: false,
  });
  try {
    const members = new Map(
      names.flatMap((name) => [
        [name, name],
        [`tensorflow/${name}`, name],
      ]),
    );
    const entries = (await listEntries(zip)).filter(({ fileName }) => members.has(fileName));
    if (entries.length !== names.length)
      throw new EngineError(messages.wheelWithoutLibraries(wheel, names));
    const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    let done = 0;
    const openReadStream = promisify<yauzl.Entry, NodeJS.ReadableStream>(
      zip.openReadStream.bind(zip),
    );
    for (const entry of entries) {
      const target = join(lib, members.get(entry.fileName)!);
      await mkdir(dirname(target), { recursive: true });
      const source = await openReadStream(entry);
      source.on("data", (chunk: Buffer) => onProgress((done += chunk.length), total));
      await pipeline(source, createWriteStream(target));
    }
  } finally {
    zip.close();
  }
}

function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}

/** Bytes of all files below a folder; files that come and go meanwhile count as they are met. */
async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (entry) => (entry.isFile() ? entry.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
