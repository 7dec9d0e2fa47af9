import { readFileSync } from "node:fs";

/** The widest vectors that oneDNN computes with; null where it is not told, or the processor is another. */
export type Vectors = "AVX-512" | "AVX2" | null;

/** What oneDNN computes with. */
export interface Processor {
  vectors: Vectors;
  /** Whether it has instructions for bfloat16 (AVX512_BF16, AMX); null where it is not told, or the processor is another. */
  bfloat16: boolean | null;
}

/** @param environment where ONEDNN_MAX_CPU_ISA may hold oneDNN back */
export function processorOf(environment: Record<string, string | undefined>): Processor {
  const unknown = { vectors: null, bfloat16: null };
  if (process.arch !== "x64") return unknown;
  try {
    return processorFrom(readFileSync("/proc/cpuinfo", "utf8"), environment["ONEDNN_MAX_CPU_ISA"]);
  } catch {
    return unknown;
  }
}

/** @param text of /proc/cpuinfo @param most a name of oneDNN's, such as AVX2 or AVX512_CORE */
export function processorFrom(text: string, most = "ALL"): Processor {
  const told = /^flags\s*:(.*)$/m.exec(text)?.[1];
  if (told === undefined) return { vectors: null, bfloat16: null };
  const flags = new Set(told.trim().split(/\s+/));
  // What oneDNN asks for before it uses them.
  const isWide = ["avx512f", "avx512dq", "avx512bw", "avx512vl"].every((flag) => flags.has(flag));
  if (!isWide || !/^(ALL|DEFAULT|AVX512|AVX10)/i.test(most)) {
    const isAvx2 = flags.has("avx2") && !/^(SSE41|AVX)$/i.test(most);
    return { vectors: isAvx2 ? "AVX2" : null, bfloat16: false };
  }
  const isHeld = /^AVX512_CORE(_VNNI)?$/i.test(most);
  const hasBfloat16 = flags.has("avx512_bf16") || flags.has("amx_bf16");
  return { vectors: "AVX-512", bfloat16: hasBfloat16 && !isHeld };
}
