import { expect, test } from "bun:test";
import { vectorsFrom } from "../../src/engine/processor.ts";

const info = (...flags: string[]) =>
  `processor\t: 0\nmodel name\t: Some\nflags\t\t: fpu sse4_1 ${flags.join(" ")}\n\nprocessor\t: 1\nflags\t\t: fpu\n`;
const wide = ["avx", "avx2", "avx512f", "avx512dq", "avx512bw", "avx512vl"];

test("the widest vectors that oneDNN would use", () => {
  expect(vectorsFrom(info(...wide))).toBe("AVX-512");
  expect(vectorsFrom(info("avx", "avx2"))).toBe("AVX2");
  // Knights Landing has the foundation alone.
  expect(vectorsFrom(info("avx", "avx2", "avx512f"))).toBe("AVX2");
  expect(vectorsFrom(info("avx"))).toBeNull();
  expect(vectorsFrom("")).toBeNull();
});

test("no wider than it is allowed", () => {
  expect(vectorsFrom(info(...wide), "AVX2")).toBe("AVX2");
  expect(vectorsFrom(info(...wide), "AVX2_VNNI")).toBe("AVX2");
  expect(vectorsFrom(info(...wide), "AVX512_CORE")).toBe("AVX-512");
  expect(vectorsFrom(info(...wide), "SSE41")).toBeNull();
});
