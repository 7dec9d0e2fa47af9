/** Why a file gives no pixels. */
export const messages = {
  imageFileEmpty: () => "the file holds no bytes",
  notAnImage: () => "the first bytes are those of no known image format",
  formatUnsupported: (format: string) =>
    `the format is ${format}; JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP, PBM, PGM, PPM and DICOM are read`,
  samplesUnsupported: (depth: string) =>
    `the values are of type ${depth}; whole numbers of up to 16 bits without a sign are read`,
  bmpUnsupported: (what: string) => `a BMP file of ${what}, which is not read`,
  tiffCompression: (name: string, isReadElsewhere: boolean) =>
    `a TIFF file compressed as ${name}, which is not read${isReadElsewhere ? " with samples of this kind" : ""}`,
  tiffColours: (photometric: number) =>
    `a TIFF file with colours of kind ${photometric} (PhotometricInterpretation), which is not read`,
  tiffBits: (bits: number | undefined) =>
    bits === undefined
      ? "a TIFF file with samples of different bits, which is not read"
      : `a TIFF file with samples of ${bits} bits, which is not read`,
  tiffPredictor: () => "a TIFF file with the predictor for floating point, which is not read",
  tooManyPixels: (most: number) =>
    `the image has more than ${most.toLocaleString("en-GB")} pixels, which is what data.maxPixels allows`,
  imageTruncated: (found?: string) =>
    `the file ends before the image does${found === undefined ? "" : `: ${found}`}`,
  imageCorrupt: (why: string) => `the file cannot be decoded: ${why}`,
  decodeTimeout: (seconds: number) => `no picture after ${seconds} seconds`,
};
