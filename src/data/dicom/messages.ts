import { byteSize, count, quote } from "../../wording.ts";

/** Why a DICOM file gives no pixels, and what its header lacks. */
export const messages = {
  imageUnreadable: (reason: string) => `the file cannot be read: ${reason}`,
  dicomNoPicture: (what: string | undefined) =>
    `a DICOM file without a picture${what === undefined ? "" : `: ${what}`}`,
  dicomSyntax: (name: string) => `a DICOM file coded as ${name}, which is not read`,
  dicomSyntaxUnknown: (uid: string) =>
    `a DICOM file with the transfer syntax ${quote(uid.slice(0, 64))}, which the standard does not have`,
  dicomColours: (photometric: string) =>
    `a DICOM file with colours of kind ${quote(photometric.slice(0, 16))} (Photometric Interpretation), which is not read`,
  dicomBits: (bits: number | undefined) =>
    bits === undefined
      ? "a DICOM file that does not say how many bits its pixels have"
      : `a DICOM file with values of ${bits} bits, which is not read`,
  dicomFrames: (wanted: number, found: number) =>
    `a DICOM file with ${count(found, "frame")}, where data.dicom.frame asks for number ${wanted}`,
  dicomFrameUnnamed: (frames: number) =>
    `a DICOM file with ${count(frames, "frame")}, each of which is an image of its own`,
  dicomFramesAbsent: (first: number, frames: number) =>
    `the file ends before ${first === frames ? `frame ${first}` : `frames ${first} to ${frames}`} of the ${frames} that it says it has`,
  dicomFramesMost: (most: number, frames: number) =>
    `of a file the first ${most.toLocaleString("en-GB")} frames are read, and it says that it has ${frames.toLocaleString("en-GB")}`,
  dicomJpegKind: (precision: number) =>
    `a DICOM file with JPEG of ${precision} bits or of an unusual kind, which is not read`,
  dicomMixedDepths: () => "a DICOM file with channels of different bits, which is not read",
  dicomSubsampled: () =>
    "a DICOM file coded as JPEG 2000 with channels of different sizes, which is not read",
  dicomHeaderCut: () => "its header is not whole",
  dicomElementCut: (tag: string, wanted: number, found: number) =>
    `element ${tag} says that it has ${wanted.toLocaleString("en-GB")} bytes, where ${Math.max(0, found).toLocaleString("en-GB")} are left`,
  dicomTooDeep: (most: number) => `sequences in one another, more than ${most} deep`,
  dicomNoItem: (tag: string) => `element ${tag} where an item of a sequence begins`,
  dicomSequenceOpen: () => "a sequence has no end",
  dicomNotDeflated: () => "its elements are not deflated as it says",
  dicomInflatesTooFar: (most: number) => `it inflates to more than ${byteSize(most)}`,
  dicomSize: (width: number, height: number) => `an image of ${width}x${height} pixels`,
  dicomSamples: (samples: number, photometric: string) =>
    `${count(samples, "value")} a pixel with colours of kind ${photometric}`,
  dicomStored: (stored: number, allocated: number) => `${stored} bits stored in ${allocated}`,
  dicomPixelsCut: (found: number, wanted: number) =>
    `${found.toLocaleString("en-GB")} of ${wanted.toLocaleString("en-GB")} bytes of its pixels`,
  dicomNoFragments: () => "no compressed frames where they should be",
  dicomFragments: (found: number) => `more than ${found} pieces of compressed frames`,
  dicomFrameMissing: (index: number, frames: number) => `frame ${index} of ${frames} is missing`,
  dicomFrameCut: () => "its compressed frame is not whole",
  dicomFrameNot: (name: string) => `its compressed frame is no whole ${name} image`,
  dicomSegments: (found: number, wanted: number) =>
    `${found} segments of run-length encoding for ${wanted} bytes a pixel`,
  dicomFrameDiffers: (
    name: string,
    found: Record<"width" | "height" | "samples", number>,
    wanted: Record<"width" | "height" | "samples", number>,
  ) =>
    `the ${name} frame has ${found.width}x${found.height} pixels of ${count(found.samples, "value")}, and the header says ${wanted.width}x${wanted.height} of ${wanted.samples}`,
  dicomPalette: () => "there is no whole palette",
};
