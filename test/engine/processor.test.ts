import { expect, test } from "bun:test";
import { processorFrom } from "../../src/engine/processor.ts";

const info = (...flags: string[]) =>
  `processor\t: 0\nmodel name\t: Some\nflags\t\t: fpu sse4_1 ${flags.join(" ")}\n\nprocessor\t: 1\nflags\t\t: fpu\n`;
const wide = ["avx", "avx2", "avx512f", "avx512dq", "avx512bw", "avx512vl"];

test("the widest vectors that oneDNN would use", () => {
  expect(processorFrom(info(...wide)).vectors).toBe("AVX-512");
  expect(processorFrom(info("avx", "avx2")).vectors).toBe("AVX2");
  // Knights Landing has the foundation alone.
  expect(processorFrom(info("avx", "avx2", "avx512f")).vectors).toBe("AVX2");
  expect(processorFrom(info("avx")).vectors).toBeNull();
  expect(processorFrom("").vectors).toBeNull();
});

test("no wider than it is allowed", () => {
  expect(processorFrom(info(...wide), "AVX2").vectors).toBe("AVX2");
  expect(processorFrom(info(...wide), "AVX2_VNNI").vectors).toBe("AVX2");
  expect(processorFrom(info(...wide), "AVX512_CORE").vectors).toBe("AVX-512");
  expect(processorFrom(info(...wide), "SSE41").vectors).toBeNull();
});

test("whether it has instructions for bfloat16", () => {
  expect(processorFrom(info(...wide)).bfloat16).toBe(false);
  expect(processorFrom(info(...wide, "avx512_bf16")).bfloat16).toBe(true);
  expect(processorFrom(info(...wide, "amx_bf16")).bfloat16).toBe(true);
  expect(processorFrom(info(...wide, "avx512_bf16"), "AVX512_CORE").bfloat16).toBe(false);
  expect(processorFrom(info(...wide, "avx512_bf16"), "AVX512_CORE_BF16").bfloat16).toBe(true);
  expect(processorFrom(info("avx", "avx2")).bfloat16).toBe(false);
  expect(processorFrom("").bfloat16).toBeNull();
});
