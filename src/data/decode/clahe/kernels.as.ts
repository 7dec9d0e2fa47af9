// AssemblyScript, compiled to kernels.wasm by `bun run generate`.
//
// What `plain.ts` does, of 16 bits and without a table of all levels for each tile: of 65536 most are no pixel's, and to
// write them would take most of the time. A tile has a bit for each level that one of its pixels has, and for each of
// these levels, in order, how many pixels of the clipped histogram have it or a lower one. Where a level stands among
// them is a matter of counting bits; what is dealt out up to a level follows from its number.
//
// A tile: how many go to each level, how many are left over, ceil(2^32 / step) of 64 bits; from WORDS on, for each 32
// levels, their bits, and the address of the sum before the first of them; then the sums, the first of which is 0.

const LEFT: usize = 4;
const INVERSE: usize = 8;
const WORDS: usize = 16;
const LEVELS: i32 = 65536;
const WORD_COUNT: usize = 2048;
const WORD_BYTES: usize = 8;

// @ts-ignore: decorator
@inline
function wordAt(tile: usize, level: i32): usize {
  return tile + WORDS + (<usize>(level >> 5)) * WORD_BYTES;
}

/** The address of the sum of all pixels of a level and lower ones. */
// @ts-ignore: decorator
@inline
function sumAt(word: usize, level: i32): usize {
  const upTo = load<u32>(word) & (0xffffffff >> (31 - (level & 31)));
  return load<u32>(word, 4) + (<usize>popcnt<u32>(upTo) << 2);
}

/**
 * What a tile's pixels come to.
 *
 * @param image u16 [.., ..]
 * @param rows i32 [height], where in the image the tile's rows are, in values
 * @param columns i32 [width], where in a row its pixels are
 * @param most what the histogram is clipped at
 */
export function tile(
  image: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
  most: i32,
  to: usize,
): void {
  const sums = to + WORDS + WORD_COUNT * WORD_BYTES;
  memory.fill(to + WORDS, 0, WORD_COUNT * WORD_BYTES);
  for (let y = 0; y < height; y++) {
    const line = image + <usize>load<i32>(rows + (y << 2)) * 2;
    for (let x = 0; x < width; x++) {
      const level = <i32>load<u16>(line + <usize>load<i32>(columns + (x << 2)) * 2);
      const word = wordAt(to, level);
      store<u32>(word, load<u32>(word) | (1 << (level & 31)));
    }
  }
  let end = sums;
  for (let word = to + WORDS; word < sums; word += WORD_BYTES) {
    store<u32>(word, <u32>end, 4);
    end += <usize>popcnt<u32>(load<u32>(word)) << 2;
  }
  memory.fill(sums, 0, end + 4 - sums);
  let excess = 0;
  for (let y = 0; y < height; y++) {
    const line = image + <usize>load<i32>(rows + (y << 2)) * 2;
    for (let x = 0; x < width; x++) {
      const level = <i32>load<u16>(line + <usize>load<i32>(columns + (x << 2)) * 2);
      const at = sumAt(wordAt(to, level), level);
      const count = load<i32>(at);
      if (count < most) store<i32>(at, count + 1);
      else excess++;
    }
  }
  let sum = 0;
  for (let at = sums; at <= end; at += 4) {
    sum += load<i32>(at);
    store<i32>(at, sum);
  }
  const left = excess % LEVELS;
  const step = left > 0 ? LEVELS / left : LEVELS;
  store<i32>(to, excess / LEVELS);
  store<i32>(to, left, LEFT);
  store<u64>(to, ((<u64>1 << 32) + step - 1) / step, INVERSE);
}

/** How many pixels have a level or a lower one once all are dealt out. */
// @ts-ignore: decorator
@inline
function pixelsUpTo(tile: usize, level: i32): i32 {
  // Of a level times 2^32 / step rounded up the whole part is level / step's: both are 2^16 at most.
  const dealt = <i32>((<u64>level * load<u64>(tile, INVERSE)) >> 32) + 1;
  return (
    load<i32>(sumAt(wordAt(tile, level), level)) +
    load<i32>(tile) * (level + 1) +
    min(load<i32>(tile, LEFT), dealt)
  );
}

/**
 * A row of the image, each pixel between four tiles.
 *
 * @param pixels u16 [width]
 * @param upper where the first of a row of tiles is
 * @param first i32 [width], from there to the one on the left
 * @param shares f64 [width], of the one on the right
 * @param share of the lower ones
 */
export function row(
  pixels: usize,
  width: i32,
  upper: usize,
  lower: usize,
  first: usize,
  second: usize,
  shares: usize,
  share: f64,
  scale: f32,
  to: usize,
): void {
  for (let x = 0; x < width; x++) {
    const level = <i32>load<u16>(pixels + (x << 1));
    const left = <usize>load<i32>(first + (x << 2));
    const right = <usize>load<i32>(second + (x << 2));
    const counts = i32x4(
      pixelsUpTo(upper + left, level),
      pixelsUpTo(lower + left, level),
      pixelsUpTo(upper + right, level),
      pixelsUpTo(lower + right, level),
    );
    // Up to 2^24 pixels are whole in float32; a half goes to the even level.
    const values = f32x4.nearest(f32x4.mul(f32x4.convert_i32x4_s(counts), f32x4.splat(scale)));
    const part = load<f64>(shares + (x << 3));
    const lefts = f64x2.promote_low_f32x4(values);
    const rights = f64x2.promote_low_f32x4(v128.shuffle<i32>(values, values, 2, 3, 2, 3));
    const both = f64x2.add(
      f64x2.mul(lefts, f64x2.splat(1 - part)),
      f64x2.mul(rights, f64x2.splat(part)),
    );
    const value = f64x2.extract_lane(both, 0) * (1 - share) + f64x2.extract_lane(both, 1) * share;
    store<u16>(to + (x << 1), <u16>rounded(value));
  }
}

// @ts-ignore: decorator
@inline
function rounded(value: f64): i32 {
  const below = Math.floor(value);
  if (value - below == 0.5) return <i32>below + (<i32>below & 1);
  return <i32>Math.floor(value + 0.5);
}
