import { expect, test } from "bun:test";
import fc from "fast-check";
import { Dots } from "../../../src/data/audit/dots.ts";

test("vector instructions give the sums of the plain steps", () => {
  const pictures = fc
    .integer({ min: 1, max: 9 })
    .chain((count) => fc.uint8Array({ minLength: 256 * count, maxLength: 256 * count }));
  const view = fc.uint8Array({ minLength: 256, maxLength: 256 });
  fc.assert(
    fc.property(pictures, view, fc.array(fc.nat(8)), (pixels, one, places) => {
      const positions = Int32Array.from(places, (place) => place % (pixels.length / 256)).subarray(
        0,
        pixels.length / 256,
      );
      const [quick, plain] = [true, false].map((vectors) => new Dots(pixels, { vectors }));
      for (let round = 0; round < 2; round++)
        expect([...quick!.of(one, positions)]).toEqual([...plain!.of(one, positions)]);
    }),
  );
  const white = new Uint8Array(256).fill(255);
  expect([...new Dots(white).of(white, Int32Array.of(0))]).toEqual([256 * 255 * 255]);
}, 30_000);
