import { expect, test } from "bun:test";
import fc from "fast-check";
import { byteSize, byteSizeBeside } from "../src/wording.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [1_090_000, "1.1 MB"],
  [9_949_999, "9.9 MB"],
  [9_950_000, "10 MB"],
  [14_234_567, "14 MB"],
  [999_499, "999 kB"],
  [999_500, "1 MB"],
  [20e9, "20 GB"],
  [2 ** 31, "2.1 GB"],
  [3.25e15, "3250 TB"],
])("%d bytes are %s", (bytes, text) => {
  expect(byteSize(bytes)).toBe(text);
});

const factors = { byte: 1, bytes: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 } as const;

test("what is said is within a twentieth of what is meant, and of more is never less", () => {
  const valueOf = (bytes: number) => {
    const [number, unit] = byteSize(bytes).split(" ");
    return Number(number) * factors[unit as keyof typeof factors];
  };
  fc.assert(
    fc.property(fc.nat({ max: 1e15 }), fc.nat({ max: 1e15 }), (a, b) => {
      expect(Math.abs(valueOf(a) - a)).toBeLessThanOrEqual(a / 19);
      expect(valueOf(Math.max(a, b))).toBeGreaterThanOrEqual(valueOf(Math.min(a, b)));
    }),
  );
});

test("beside a limit that is not kept the two are never the same", () => {
  expect(byteSizeBeside(100_200_000, 100e6)).toBe("just over 100 MB");
  expect(byteSizeBeside(99_800_000, 100e6)).toBe("just under 100 MB");
  expect(byteSizeBeside(130e6, 100e6)).toBe("130 MB");
});
