import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { cornerOf, transposed, turnedSize } from "../../../src/data/decode/orientation.ts";
import { resize, resizePlainly } from "../../../src/data/decode/resize.ts";
import type { Orientation, Samples } from "../../../src/data/decode/samples.ts";

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

/** What EXIF says of each orientation: where the pixel at (x, y) upright lies. */
const places: Record<
  Orientation,
  (x: number, y: number, right: number, bottom: number) => number[]
> = {
  1: (x, y) => [x, y],
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
};

function uprightOf(image: Samples & { orientation: Orientation }): Samples {
  const size = turnedSize(image);
  const { channels } = image;
  const pixels = new Uint8Array(image.pixels.length);
  for (let y = 0, to = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, to += channels) {
      const place = places[image.orientation](x, y, image.width - 1, image.height - 1);
      const at = (place[1]! * image.width + place[0]!) * channels;
      pixels.set(image.pixels.subarray(at, at + channels), to);
    }
  return { ...size, channels, pixels };
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
