import sharp from "sharp";
import { narrowed, type Pixels } from "../pixels.ts";
import { COOL, HOT, MOST_OPAQUE } from "./glow.ts";
import type { HeatMap } from "./grad-cam.ts";

type Shape = readonly [height: number, width: number, channels: number];

/** Pixels along the longer side of a picture: forty of them, and as many with heat, stay well below 5 MB. */
const LONGEST = 112;

/** An image as the network reads it, as PNG: smaller where it is large, never larger. */
export async function paintImage(pixels: Pixels, shape: Shape): Promise<Uint8Array> {
  return png(await shrink(pixels, shape));
}

/**
 * An image in grey with what a heat map tells on it, from orange to a light yellow: told apart by brightness alone, so
 * that it reads without colours too.
 */
export async function paintHeat(pixels: Pixels, shape: Shape, heat: HeatMap): Promise<Uint8Array> {
  const image = await shrink(pixels, shape);
  const { width, height } = image;
  const grey = await sharp(image.data, { raw: image })
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer();
  const bytes = Uint8Array.from(heat.values, (value) => Math.round(255 * value));
  const strength = await sharp(bytes, {
    raw: { width: heat.width, height: heat.height, channels: 1 },
  })
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const share = strength[pixel]! / 255;
    for (let channel = 0; channel < 3; channel++) {
      const glow = COOL[channel]! + (HOT[channel]! - COOL[channel]!) * share;
      const opacity = MOST_OPAQUE * share;
      data[3 * pixel + channel] = Math.round(grey[pixel]! * (1 - opacity) + glow * opacity);
    }
  }
  return png({ data, width, height, channels: 3 });
}

/** Pixels along a filter's longer side, and between two filters. */
const TILE = 28;
const GAP = 2;

/**
 * The filters of a convolution side by side, in rows. All share one scale, middle grey is 0. Of three channels each is
 * a colour; of any other number the mean is shown.
 *
 * @param values [height, width, channels, filters]
 */
export async function paintFilters(
  values: Float32Array,
  [height, width, channels, filters]: readonly [number, number, number, number],
  shown: number,
): Promise<Uint8Array> {
  const scale = Math.max(1, Math.floor(TILE / Math.max(height, width)));
  const columns = Math.ceil(Math.sqrt(shown));
  const rows = Math.ceil(shown / columns);
  const step = { x: width * scale + GAP, y: height * scale + GAP };
  const sheet = {
    width: columns * step.x + GAP,
    height: rows * step.y + GAP,
    channels: 3 as const,
  };
  const data = new Uint8Array(sheet.width * sheet.height * 3).fill(255);
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  const weight = (y: number, x: number, channel: number, filter: number) =>
    values[((y * width + x) * channels + channel) * filters + filter]!;
  const mean = (y: number, x: number, filter: number) =>
    Array.from({ length: channels }, (_, channel) => weight(y, x, channel, filter)).reduce(
      (sum, value) => sum + value / channels,
      0,
    );
  for (let filter = 0; filter < shown; filter++) {
    const left = GAP + (filter % columns) * step.x;
    const top = GAP + Math.floor(filter / columns) * step.y;
    for (let y = 0; y < height * scale; y++) {
      for (let x = 0; x < width * scale; x++) {
        const [row, column] = [Math.floor(y / scale), Math.floor(x / scale)];
        for (let colour = 0; colour < 3; colour++) {
          const value =
            channels === 3 ? weight(row, column, colour, filter) : mean(row, column, filter);
          data[((top + y) * sheet.width + left + x) * 3 + colour] = Math.round(
            127.5 + (127.5 * value) / most,
          );
        }
      }
    }
  }
  return png({ data, ...sheet });
}

interface Raw {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 1 | 3;
}

async function shrink(pixels: Pixels, [height, width, channels]: Shape): Promise<Raw> {
  const raw = { width, height, channels: channels as 1 | 3 };
  const factor = LONGEST / Math.max(height, width);
  const levels = narrowed(pixels);
  if (factor >= 1) return { data: levels.slice(), ...raw };
  const size = [width, height].map((side) => Math.max(1, Math.round(side * factor)));
  const image = sharp(levels, { raw }).resize(size[0], size[1], { fit: "fill" });
  const { data } = await (channels === 1 ? image.extractChannel(0) : image)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: size[0]!, height: size[1]!, channels: raw.channels };
}

async function png({ data, ...raw }: Raw): Promise<Uint8Array> {
  const image = sharp(data, { raw });
  return (raw.channels === 1 ? image.toColourspace("b-w") : image)
    .png({ compressionLevel: 9 })
    .toBuffer();
}
