import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { LevelRange } from "./decode/levels.ts";
import type { Target } from "./decode/verdict.ts";
import type { DicomSettings } from "./dicom/settings.ts";

/** What an experiment makes of each image. */
export function targetOf({
  targetSize,
  colour,
  preprocess,
  maxPixels,
  range,
  resize,
  background,
  dicom,
  depth,
}: ResolvedExperiment["data"]): Target {
  const [height, width] = targetSize;
  const { clahe } = preprocess;
  return {
    height,
    width,
    channels: colour === "grey" ? 1 : 3,
    maxPixels,
    range: range as LevelRange,
    resize,
    dicom: dicom as DicomSettings,
    ...(background !== "none" && { background: rgbOf(background) }),
    ...(clahe && { clahe }),
    ...(depth === 16 && { depth }),
  };
}

/** data.background, where it is a colour. */
function rgbOf(background: string): [number, number, number] {
  if (background === "black") return [0, 0, 0];
  if (background === "white") return [255, 255, 255];
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(background.slice(at, at + 2), 16));
  return [red!, green!, blue!];
}
