import { arch, cpus, hostname, platform, release, totalmem } from "node:os";
import tfjs from "@tensorflow/tfjs/package.json" with { type: "json" };
import sharp from "sharp/package.json" with { type: "json" };
import lamina from "../../package.json" with { type: "json" };

export interface Environment {
  lamina: { version: string; git: GitState | null };
  host: {
    name: string;
    platform: string;
    processor: string;
    cores: number;
    memoryBytes: number;
  };
  versions: { bun: string; tfjs: string; sharp: string };
}

export interface GitState {
  commit: string;
  /** There were changes that no commit holds. */
  changed: boolean;
}

/** What a run was made on and with. @param directory where git is asked, e.g. the experiment's folder */
export async function describeEnvironment(
  directory: string,
): Promise<Environment> {
  return {
    lamina: { version: lamina.version, git: await gitState(directory) },
    host: {
      name: hostname(),
      platform: `${platform()} ${release()} ${arch()}`,
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: cpus().length,
      memoryBytes: totalmem(),
    },
    versions: { bun: Bun.version, tfjs: tfjs.version, sharp: sharp.version },
  };
}

async function gitState(directory: string): Promise<GitState | null> {
  if (!Bun.which("git")) return null;
  const git = async (...words: string[]) => {
    const child = Bun.spawn(["git", "-C", directory, ...words], {
      stdout: "pipe",
      stderr: "ignore",
    });
    const text = await new Response(child.stdout).text();
    return (await child.exited) === 0 ? text.trim() : null;
  };
  const commit = await git("rev-parse", "HEAD");
  if (commit === null) return null;
  return {
    commit,
    changed:
      (await git("status", "--porcelain", "--untracked-files=no")) !== "",
  };
}
