import { open, mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { messages } from "./messages.ts";
import { EngineError } from "./errors.ts";
import { requireHash } from "./hash.ts";
import type { FetchContext } from "./fetch-context.ts";
import type { Release } from "./releases.ts";

/**
 * Downloads the C library's archive (tar.gz, libraries in lib/) and unpacks it with the system's tar.
 * @throws EngineError
 */
export async function fetchArchive(
  archive: NonNullable<Release["archive"]>,
  staging: string,
  lib: string,
  { report }: FetchContext,
): Promise<void> {
  const file = join(staging, "archive.tar.gz");
  await download(archive.url, file, (done, total) =>
    report({ kind: "progress", phase: "download", done, total }),
  );
  await requireHash(file, archive.sha256);
  const unpacked = join(staging, "archive");
  await mkdir(unpacked);
  const tar = Bun.spawn(["tar", "-xzf", file, "-C", unpacked, "./lib"], {
    stdout: "ignore",
    stderr: "pipe",
  });
  const complaint = await new Response(tar.stderr).text();
  if ((await tar.exited) !== 0) throw new EngineError(messages.tarFailed(complaint.trim()));
  const names = await readdir(join(unpacked, "lib"));
  if (!archive.libraries.every((name) => names.includes(name))) {
    throw new EngineError(messages.wheelWithoutFiles(file, archive.libraries));
  }
  await rename(join(unpacked, "lib"), lib);
}

async function download(
  url: string,
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const response = await fetch(url).catch((error: Error) => {
    throw new EngineError(messages.downloadFailed(error.message));
  });
  if (!response.ok || !response.body) {
    throw new EngineError(messages.downloadFailed(`the server answered ${response.status}`));
  }
  const total = Number(response.headers.get("content-length") ?? 0);
  const handle = await open(file, "w");
  try {
    let done = 0;
    for await (const chunk of response.body) {
      await handle.write(chunk);
      done += chunk.length;
      onProgress(done, Math.max(total, done));
    }
  } finally {
    await handle.close();
  }
}
