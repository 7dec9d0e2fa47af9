import { byteSize, byteSizeBeside, count } from "../wording.ts";

/** What Lamina says about pages that predict, and what these say themselves, so that a test can name it. */
export const messages = {
  // exp app
  notFinished: (run: string) =>
    `${run} is not a finished run, and only of those a page can be made. exp resume ${run} goes on with it.`,
  tooLarge: (bytes: number, most: number) =>
    `The network takes ${byteSizeBeside(bytes, most)}, and a page that a browser opens holds ${byteSize(most)} at most. exp export --to onnx has no such limit.`,
  differs: (run: string, images: number, difference: number) =>
    `No page was written: in it the probabilities differ by up to ${difference.toExponential(1)} from those of ${run}, on ${count(images, "image")}. This is a mistake in Lamina, or the run's weights are no longer those that made its predictions.`,
  notBuilt: (reason: string) => `The page's code cannot be put together: ${reason}`,
  noSamples: () =>
    "neither the images that the run was judged on nor pictures of them are here, so there is nothing to hold the page against",

  // On the page, of a file
  tiffNotHere: (compression: string) =>
    `a TIFF file compressed as ${compression}, which this page does not read; save it as PNG, or use exp predict`,
  alphaDiffers: () =>
    "A TIFF file whose colours are multiplied by their opacity: a value may be one level from that of exp predict.",
  tiffWithoutPage: () => "a TIFF file without a page that makes sense",
  jpegNotHere: () =>
    "a JPEG file of an unusual kind (four inks, or damaged), whose colours a browser would make otherwise; save it as PNG, or use exp predict",
  transparentNotHere: (format: string, hasBackground: boolean) =>
    `transparent pixels in a ${format === "webp" ? "WebP" : "AVIF"} file, whose colours a browser ${hasBackground ? "mixes otherwise" : "does not keep"}; save it as PNG, or use exp predict`,
  avifDiffers: () =>
    "AVIF: this browser's colours may be a few levels away from those of exp predict, and the probabilities a little.",
  largeImage: () =>
    "More than 16 million pixels: exp predict shrinks these in two steps, and this page in one. The probabilities may be a little away from its.",
  oneLevel: () =>
    "All of one brightness: divided by its own deviation, which is none, it is left with what rounding leaves. exp predict may say something else.",
  browserCannot: (type: string) => `this browser cannot decode it as ${type}`,
  tooLargeForBrowser: () => "it is too large for this browser",

  // On the page, of itself
  starting: () => "Starting the network…",
  ready: () => "Ready. Nothing that you open leaves this page.",
  cannotStart: (reason: string) => `This browser cannot run the network: ${reason}`,
  slowBackend: () =>
    "This browser has no vector instructions for WebAssembly: images take some ten times as long.",
  checkedAlike: (difference: number) =>
    `This browser computes what it should: on a test pattern the probabilities are those that were found when the page was made (largest difference ${difference === 0 ? "0" : difference.toExponential(0)}).`,
  checkedUnlike: (difference: number) =>
    `This browser computes something else than it should: on a test pattern a probability is ${difference.toFixed(4)} away. Do not rely on what the page says here.`,
  jpegAlike: () => "It decodes JPEG to the same pixels as the run did.",
  jpegUnlike: (levels: number) =>
    `It decodes JPEG otherwise than the run did, by up to ${levels} of 255 levels on a test picture: probabilities of JPEG files may be a little away from those of exp predict.`,
  progress: (done: number, total: number) =>
    total === 1 ? "Predicting…" : `${done} of ${total} predicted…`,
  predicted: (images: number, refused: number) =>
    `${count(images, "image")} predicted${refused > 0 ? `, ${count(refused, "file")} could not be used` : ""}.`,
  answer: (label: string, probability: number) => `${label}, ${percent(probability)}`,
  atThreshold: (
    positive: string,
    other: string,
    threshold: number,
    isPositive: boolean,
    what: string,
  ) =>
    `At the run's threshold, ${positive} from ${threshold.toFixed(4)} on (${what}): ${isPositive ? positive : other}.`,
  notUsed: (file: string, reason: string) => `${file} cannot be used: ${reason}.`,
  seenAs: (file: string, height: number, width: number) =>
    `${file} as the network sees it, ${height} by ${width} pixels`,
  heatOf: (file: string, label: string) =>
    `Where in ${file} the network saw ${label}: brighter spoke more for it`,
  noHeat: (label: string) => `Nothing in the maps speaks for ${label}.`,
  heatCaption: (label: string) => `What spoke for ${label} (Grad-CAM): the brighter, the more.`,
  heatShown: () => "It is shown with the picture.",
  hideHeat: (label: string) => `Hide what spoke for ${label}`,
  showHeat: (label: string) => `Show what spoke for ${label}`,
  failed: (reason: string) => `That did not work: ${reason}`,
  probabilities: () => "Probabilities",
  moreClasses: (classes: number) => `${classes} more ${classes === 1 ? "class" : "classes"}`,
  nearestNote: () =>
    "Nearest by what the network's last layer is given of them (cosine similarity, at most 1). An image near to a mistake may be taken for the wrong class in the same way; one that is far from all is not therefore right.",
  nearestTitle: (shown: number, mistakes: number, split: string) =>
    shown < mistakes
      ? `The ${shown} nearest of ${mistakes} ${split} images that the run got wrong`
      : `The ${split} images that the run got wrong, the nearest first`,
  similarity: (value: number) => `similarity ${value.toFixed(2)}`,
  mistake: (predicted: string, probability: number, actual: string) =>
    `said ${predicted} at ${percent(probability)}, is ${actual}`,
  nearestUsual: (further: number, of: number, split: string) =>
    `Of ${of} ${split} images that the run got right, ${further} ${further === 1 ? "is" : "are"} further from their nearest mistake than this image is from its.`,
  cameraAbsent: () =>
    "There is no camera here that the page may use. A browser gives it to a page from a file, from this machine or over HTTPS only.",
  cameraRefused: (reason: string) => `The camera cannot be used: ${reason}`,
  cameraName: (number: number) => `camera ${number}`,
  pastedName: (number: number) => `pasted ${number}`,
  removed: () => "The results are removed.",
};

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}\u00a0%`;
}
