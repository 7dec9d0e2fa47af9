import sharp from "sharp";
import { dependencies } from "../../../package.json";
import type { Target } from "../decode/verdict.ts";
import { hashesOfFiles, sha256Of } from "../hash.ts";

/**
 * The code that pixels and facts come from, from this folder: `decode/decode.ts` with all that it imports or opens, and
 * `decode/tensorflow-jpeg.ts`. What hands files to them and pixels on is none of it, nor is how TensorFlow is called.
 */
export const decoderFiles = [
  "../../arrays.ts",
  "../../pixels.ts",
  "../../shortage.ts",
  "../../text.ts",
  "../../wording.ts",
  "../decode/bmp.ts",
  "../decode/clahe/clahe.ts",
  "../decode/clahe/code.ts",
  "../decode/clahe/kernels.wasm",
  "../decode/clahe/plain.ts",
  "../decode/clahe/tiles.ts",
  "../decode/clahe/vectors.ts",
  "../decode/colour.ts",
  "../decode/container.ts",
  "../decode/decode-error.ts",
  "../decode/decode.ts",
  "../decode/facts.ts",
  "../decode/finish.ts",
  "../decode/fit.ts",
  "../decode/gif.ts",
  "../decode/into-target.ts",
  "../decode/jpeg-data.ts",
  "../decode/jpeg-holes.ts",
  "../decode/jpeg.ts",
  "../decode/levels.ts",
  "../decode/messages.ts",
  "../decode/netpbm.ts",
  "../decode/orientation.ts",
  "../decode/png-faults.ts",
  "../decode/png-filters.ts",
  "../decode/png.ts",
  "../decode/resample/code.ts",
  "../decode/resample/kernels.wasm",
  "../decode/resample/plain.ts",
  "../decode/resample/vectors.ts",
  "../decode/resample/weights.ts",
  "../decode/resize.ts",
  "../decode/sniff.ts",
  "../decode/tensorflow-jpeg.ts",
  "../decode/tiff-directory.ts",
  "../decode/tiff-inflate.ts",
  "../decode/tiff-old-jpeg.ts",
  "../decode/tiff-unpack.ts",
  "../decode/tiff.ts",
  "../decode/verdict.ts",
  "../decode/with-sharp.ts",
  "../decode/ycbcr.ts",
  "../dicom/bare.ts",
  "../dicom/codecs/baseline.ts",
  "../dicom/codecs/compiled.ts",
  "../dicom/codecs/frame-header.ts",
  "../dicom/codecs/huffman.ts",
  "../dicom/codecs/jpeg-2000.ts",
  "../dicom/codecs/jpeg-lossless.ts",
  "../dicom/codecs/jpeg-ls.ts",
  "../dicom/codecs/jpeg.ts",
  "../dicom/codecs/rle.ts",
  "../dicom/codecs/wasm.ts",
  "../dicom/colour.ts",
  "../dicom/decode-dicom.ts",
  "../dicom/elements.ts",
  "../dicom/frames.ts",
  "../dicom/grey.ts",
  "../dicom/header.ts",
  "../dicom/inflated.ts",
  "../dicom/lookup.ts",
  "../dicom/messages.ts",
  "../dicom/native.ts",
  "../dicom/picture.ts",
  "../dicom/possible-frames.ts",
  "../dicom/read-acquisition.ts",
  "../dicom/read-pixels.ts",
  "../dicom/reader.ts",
  "../dicom/tags.ts",
  "../dicom/uids.ts",
  "../hash.ts",
  "../kernel-memory.ts",
  "../thumbnail-side.ts",
];

/** Packages that they import, beside sharp. */
export const codecs = ["@cornerstonejs/codec-charls", "@cornerstonejs/codec-openjpeg"] as const;
const codecVersions = Object.fromEntries(codecs.map((name) => [name, dependencies[name]]));

/**
 * Stands for everything that an image's pixels and facts depend on besides its file's content: the target, the decoding
 * code as it is now, and the libraries. A change of any gives images a new place in the cache.
 */
export function recipeOf(target: Target): string {
  const code = hashesOfFiles(import.meta.dir, decoderFiles);
  const libraries = { ...sharp.versions, ...codecVersions };
  const recipe = { target, code, libraries, bun: Bun.version };
  return sha256Of(new TextEncoder().encode(JSON.stringify(recipe))).slice(0, 16);
}
