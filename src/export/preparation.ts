import { depthOfModel, rescaleOf, type SavedModel } from "./model.ts";

const resizes: Readonly<Record<SavedModel["preprocessing"]["resize"], string>> = {
  stretch: "stretched",
  crop: "its middle cut out in the target's ratio, then made smaller or larger",
  pad: "the whole of it, with the background beside it where its ratio is another",
  padEdge:
    "the whole of it, with its outermost pixels repeated beside it where its ratio is another",
};

/** What is done to a file before its pixels go into an exported model, step by step: sentences. */
export function stepsOutside(model: SavedModel): string[] {
  const { input, preprocessing } = model;
  const [height, width] = input;
  const { colour, range, background, resize, preprocess } = preprocessing;
  const { clahe } = preprocess;
  return [
    "decoded, and turned upright as EXIF says",
    ...(background === "none" ? [] : [`laid on ${background} where it is transparent`]),
    depthOfModel(model) === 16
      ? `scaled to 16 bits where it has fewer, 8 bits by 257; where it has more than 8, ${describeRange(range, 65_535)}`
      : `scaled to 8 bits where it has more: ${describeRange(range, 255)}`,
    colour === "grey"
      ? "made grey: 0.299 red + 0.587 green + 0.114 blue"
      : "made red, green and blue, three times the same where it is grey",
    `resized to ${height} rows and ${width} columns (${resizes[resize]}): bilinear with antialiasing, as Pillow's BILINEAR`,
    ...(clahe
      ? [
          `its contrast evened out (CLAHE, clipLimit ${clahe.clipLimit}, ${clahe.tiles.join(" × ")} tiles), as data.preprocess.clahe says`,
        ]
      : []),
  ];
}

function describeRange(range: SavedModel["preprocessing"]["range"], white: number): string {
  if (range === "full") return `all values that its format has become 0 to ${white}`;
  if (range === "used") return `its own lowest and highest value become 0 and ${white}`;
  return `${range.join(" to ")} becomes 0 to ${white}, and what is beyond is cut off`;
}

/** What an exported model does to the pixels first; empty where it takes them as they are. */
export function stepsInside(model: SavedModel): string[] {
  const { preprocess, mean, std, whitening } = model.preprocessing;
  const { samplewiseCenter, samplewiseStd } = preprocess;
  const ofChannels = (numbers: readonly number[]) =>
    numbers.map((one) => one.toPrecision(6)).join(", ");
  return [
    `multiplied by ${rescaleOf(model)}`,
    ...(samplewiseCenter || samplewiseStd ? ["minus the image's own mean"] : []),
    ...(samplewiseStd ? ["divided by the image's own standard deviation"] : []),
    ...(mean ? [`minus ${ofChannels(mean)}, the mean of the training images in each channel`] : []),
    ...(std ? [`divided by ${ofChannels(std)}, their standard deviation`] : []),
    ...(whitening ? ["whitened (ZCA) by a matrix of the training images"] : []),
  ];
}
