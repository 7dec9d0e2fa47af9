import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { cornerOf, transposed, turnedSize } from "../../../src/data/decode/orientation.ts";
import { resize, resizePlainly } from "../../../src/data/decode/resize.ts";
import type { Orientation, Samples } from "../../../src/data/decode/samples.ts";
import { places, uprightValues } from "../../fixtures/upright.ts";

const length = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 200 }));

const lying = fc
  .record({
    width: length,
    height: length,
    channels: fc.constantFrom(1 as const, 3 as const),
    orientation: fc.integer({ min: 1, max: 8 }),
    seed: fc.nat(),
  })
  .map(({ seed, ...image }): Samples & { orientation: Orientation } => {
    let state = seed;
    const pixels = new Uint8Array(image.width * image.height * image.channels).map(() => {
      state = (Math.imul(state, 1103515245) + 12345) | 0;
      return state >> 16;
    });
    return { ...image, orientation: image.orientation as Orientation, pixels };
  });

function uprightOf(image: Samples & { orientation: Orientation }): Samples {
  const pixels = Uint8Array.from(uprightValues(image, image.pixels));
  return { ...turnedSize(image), channels: image.channels, pixels };
}

describe("an image that does not lie upright", () => {
  const cut = fc
    .record({ image: lying, width: length, height: length })
    .chain(({ image, ...size }) =>
      fc
        .record({ left: fc.nat(size.width - 1), top: fc.nat(size.height - 1) })
        .chain(({ left, top }) =>
          fc.record({
            image: fc.constant(image),
            size: fc.constant(size),
            window: fc.record({
              left: fc.constant(left),
              top: fc.constant(top),
              width: fc.integer({ min: 1, max: size.width - left }),
              height: fc.integer({ min: 1, max: size.height - top }),
            }),
          }),
        ),
    );
  const bits = ({ width, height, channels, pixels }: Samples) => ({
    width,
    height,
    channels,
    pixels: [...pixels],
  });

  test("is resized to the bits of the upright one, whatever part of it is wanted", () => {
    fc.assert(
      fc.property(cut, ({ image, size, window }) => {
        const upright = uprightOf(image);
        expect(bits(resize(image, size, window))).toEqual(bits(resize(upright, size, window)));
        expect(bits(resize(image, size))).toEqual(bits(resize(upright, size)));
      }),
    );
  });

  test("and so it is by plain steps", () => {
    fc.assert(
      fc.property(cut, ({ image, size, window }) => {
        const expected = bits(resize(uprightOf(image), size, window));
        expect(bits(resizePlainly(image, size, window))).toEqual(expected);
      }),
    );
  });

  test("is made upright at its own size", () => {
    fc.assert(
      fc.property(lying, (image) => {
        const { pixels, ...size } = uprightOf(image);
        expect(resize(image, turnedSize(image)).pixels).toEqual(pixels);
        expect(turnedSize(image)).toEqual({ width: size.width, height: size.height });
      }),
    );
  });

  test("has its upper left corner where EXIF says", () => {
    fc.assert(
      fc.property(lying, (image) => {
        const [x, y] = places[image.orientation](0, 0, image.width - 1, image.height - 1);
        expect(cornerOf(image)).toBe(y! * image.width + x!);
      }),
    );
  });
});

test("rows become columns", () => {
  const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6);
  expect(transposed({ width: 3, height: 2, channels: 1, pixels })).toEqual({
    width: 2,
    height: 3,
    channels: 1,
    pixels: Uint8Array.of(1, 4, 2, 5, 3, 6),
  });
});
