import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import sharp from "sharp";
import { paintFilters, paintHeat, paintImage } from "../../src/evaluate/paint.ts";
import { stream } from "../../src/random.ts";

async function pixels(png: Uint8Array) {
  const { channels } = await sharp(png).metadata();
  const image = channels === 1 ? sharp(png).toColourspace("b-w") : sharp(png);
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data: [...data], width: info.width, height: info.height, channels: info.channels };
}

describe("an image", () => {
  test.each([
    [1, [0, 64, 128, 255, 1, 2]],
    [3, Array.from({ length: 18 }, (_, index) => 14 * index)],
  ])("of %i channels is painted to the byte", async (channels, bytes) => {
    const found = await pixels(await paintImage(Uint8Array.from(bytes), [2, 3, channels]));
    expect(found).toEqual({ data: bytes, width: 3, height: 2, channels: channels as 1 | 3 });
  });

  test("is made smaller where it is large, and the same bytes each time", async () => {
    const bytes = Uint8Array.from({ length: 300 * 200 * 3 }, (_, index) => (index * 7) % 256);
    const png = await paintImage(bytes, [300, 200, 3]);
    expect(await pixels(png)).toMatchObject({ width: 75, height: 112, channels: 3 });
    expect(await paintImage(bytes, [300, 200, 3])).toEqual(png);
  });
});

test.each([
  [
    [112, 50, 1],
    [112, 50],
  ],
  [
    [113, 50, 1],
    [112, 50],
  ],
  [
    [50, 113, 3],
    [50, 112],
  ],
  [
    [100, 300, 1],
    [37, 112],
  ],
  [
    [1, 1000, 1],
    [1, 112],
  ],
] as const)("an image of %j is painted with %j pixels, with heat too", async (shape, size) => {
  const image = new Uint8Array(shape[0] * shape[1] * shape[2]).fill(100);
  const heat = { height: 1, width: 2, values: Float32Array.of(0.5, 0.5) };
  for (const png of [await paintImage(image, shape), await paintHeat(image, shape, heat)]) {
    const { width, height } = await pixels(png);
    expect([height, width]).toEqual([...size]);
  }
});

test.each([
  [0, [100, 100, 100]],
  // Three quarters of a light yellow.
  [1, [216, 193, 129]],
  // 15 % of a fifth of the way from orange to it.
  [0.2, [118, 103, 89]],
])("heat of %d everywhere has the colour %j", async (value, colour) => {
  const image = new Uint8Array(3 * 2).fill(100);
  const heat = { height: 3, width: 2, values: new Float32Array(6).fill(value) };
  const { data } = await pixels(await paintHeat(image, [3, 2, 1], heat));
  expect(data).toEqual(Array.from({ length: 6 }, () => colour).flat());
});

test.each([1, 3])(
  "heat leaves an image of %i channels grey where there is none",
  async (channels) => {
    const image = new Uint8Array(4 * 4 * channels).fill(100);
    const values = new Float32Array(16);
    values.fill(1, 0, 4);
    const { data } = await pixels(
      await paintHeat(image, [4, 4, channels], { height: 4, width: 4, values }),
    );
    const at = (row: number) => data.slice(row * 12, row * 12 + 3);
    expect(at(3)).toEqual([100, 100, 100]);
    const [red, green, blue] = at(0);
    expect(red).toBeGreaterThan(200);
    expect(green).toBeLessThan(red!);
    expect(blue).toBeLessThan(green!);
  },
);

test("filters share one scale, in which middle grey is 0", async () => {
  // [1, 2, 1, 2]: filter 0 is 1 and 0, filter 1 is -1 and 0.5.
  const values = Float32Array.of(1, -1, 0, 0.5);
  const { data, width, height } = await pixels(await paintFilters(values, [1, 2, 1, 2], 2));
  expect([width, height]).toEqual([2 + 2 * 30, 18]);
  const at = (x: number) => data[(5 * width + x) * 3];
  expect([at(2), at(29), at(32), at(59)]).toEqual([255, 128, 0, 191]);
  expect(at(31)).toBe(255);
});

test("heat of an image that is not square lies where it belongs", async () => {
  const image = new Uint8Array(3 * 5).fill(100);
  const values = new Float32Array(15);
  values[1 * 5 + 4] = 1;
  const { data, width, height } = await pixels(
    await paintHeat(image, [3, 5, 1], { height: 3, width: 5, values }),
  );
  expect([width, height]).toEqual([5, 3]);
  const at = (row: number, column: number) =>
    data.slice((row * 5 + column) * 3, (row * 5 + column) * 3 + 3);
  expect(at(1, 4)[0]).toBeGreaterThan(200);
  expect(at(1, 0)).toEqual([100, 100, 100]);
  expect(at(2, 0)).toEqual([100, 100, 100]);
});

test("filters that are not square stand in rows, of three channels in their colours", async () => {
  // [1, 2, 3, 6]: only the left weight of filter 4 is not 0, and more red than blue.
  const values = new Float32Array(36);
  const weight = (x: number, channel: number, filter: number) => (x * 3 + channel) * 6 + filter;
  values[weight(0, 0, 4)] = 1;
  values[weight(0, 2, 4)] = -1;
  const { data, width, height } = await pixels(await paintFilters(values, [1, 2, 3, 6], 5));
  // Three in a row, each of 28 x 14 pixels, with 2 between them.
  expect([width, height]).toEqual([3 * 30 + 2, 2 * 16 + 2]);
  const at = (x: number, y: number) => data.slice((y * width + x) * 3, (y * width + x) * 3 + 3);
  expect(at(32, 18)).toEqual([255, 128, 0]);
  expect(at(32 + 27, 18)).toEqual([128, 128, 128]);
  expect(at(2, 2)).toEqual([128, 128, 128]);
  // There is no sixth.
  expect(at(62, 18)).toEqual([255, 255, 255]);
});

test("every pixel of a sheet of filters is that of a weight, or white", async () => {
  const kernel = fc.record({
    height: fc.constantFrom(1, 2, 3, 5, 15, 30),
    width: fc.constantFrom(1, 2, 3, 4, 15, 30),
    channels: fc.integer({ min: 1, max: 4 }),
    filters: fc.integer({ min: 1, max: 7 }),
    left: fc.nat(2),
    seed: fc.nat(1000),
  });
  await fc.assert(
    fc.asyncProperty(kernel, async ({ height, width, channels, filters, left, seed }) => {
      const random = stream(seed, "kernel");
      const values = Float32Array.from(
        { length: height * width * channels * filters },
        () => uniformInt(random, -99, 99) / 10,
      );
      const shown = Math.max(1, filters - left);
      const shape = [height, width, channels, filters] as const;
      const found = await pixels(await paintFilters(values, shape, shown));
      const scale = Math.max(1, Math.floor(28 / Math.max(height, width)));
      const columns = Math.ceil(Math.sqrt(shown));
      const [tileX, tileY] = [width * scale + 2, height * scale + 2];
      expect(found.width).toBe(columns * tileX + 2);
      expect(found.height).toBe(Math.ceil(shown / columns) * tileY + 2);
      const most = Math.max(...values.map(Math.abs)) || 1;
      const grey = (value: number) => Math.round(127.5 + (127.5 * value) / most);
      const wrong = found.data.filter((byte, at) => {
        const [colour, x, y] = [
          at % 3,
          Math.floor(at / 3) % found.width,
          Math.floor(at / 3 / found.width),
        ];
        const filter = Math.floor((y - 2) / tileY) * columns + Math.floor((x - 2) / tileX);
        const [column, row] = [(x - 2) % tileX, (y - 2) % tileY].map((one) =>
          Math.floor(one / scale),
        ) as [number, number];
        const isFilter = x >= 2 && y >= 2 && column < width && row < height && filter < shown;
        if (!isFilter) return byte !== 255;
        const weights = Array.from(
          { length: channels },
          (_, channel) => values[((row * width + column) * channels + channel) * filters + filter]!,
        );
        const shade =
          channels === 3 ? weights[colour]! : weights.reduce((sum, one) => sum + one / channels, 0);
        return byte !== grey(shade);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 30 },
  );
  const black = await pixels(await paintFilters(new Float32Array(1), [1, 1, 1, 1], 1));
  expect(black.data[(5 * black.width + 5) * 3]).toBe(128);
});

test("what is taller than wide is whole too", async () => {
  const image = new Uint8Array(6 * 2).fill(100);
  const values = new Float32Array(12);
  values[5 * 2 + 1] = 1;
  const heat = await pixels(await paintHeat(image, [6, 2, 1], { height: 6, width: 2, values }));
  expect([heat.width, heat.height]).toEqual([2, 6]);
  expect(heat.data[(5 * 2 + 1) * 3]).toBeGreaterThan(200);
  // [4, 1, 1, 1]: the lowest weight alone.
  const filter = await pixels(await paintFilters(Float32Array.of(0, 0, 0, 1), [4, 1, 1, 1], 1));
  expect([filter.width, filter.height]).toEqual([7 + 4, 28 + 4]);
  expect(filter.data[(29 * filter.width + 4) * 3]).toBe(255);
  expect(filter.data[(4 * filter.width + 4) * 3]).toBe(128);
});
