import { readFileSync } from "node:fs";

/** The widest vectors that oneDNN computes with; null where it is not told, or the processor is another. */
export type Vectors = "AVX-512" | "AVX2" | null;

/** @param environment where ONEDNN_MAX_CPU_ISA may hold oneDNN back */
export function vectorsOf(environment: Record<string, string | undefined>): Vectors {
  if (process.arch !== "x64") return null;
  try {
    return vectorsFrom(readFileSync("/proc/cpuinfo", "utf8"), environment["ONEDNN_MAX_CPU_ISA"]);
  } catch {
    return null;
  }
}

/** @param text of /proc/cpuinfo @param most a name of oneDNN's, such as AVX2 or AVX512_CORE */
export function vectorsFrom(text: string, most = "ALL"): Vectors {
  const flags = new Set(/^flags\s*:(.*)$/m.exec(text)?.[1]?.trim().split(/\s+/));
  // What oneDNN asks for before it uses them.
  const isWide = ["avx512f", "avx512dq", "avx512bw", "avx512vl"].every((flag) => flags.has(flag));
  if (isWide && /^(ALL|DEFAULT|AVX512|AVX10)/i.test(most)) return "AVX-512";
  return flags.has("avx2") && !/^(SSE41|AVX)$/i.test(most) ? "AVX2" : null;
}
