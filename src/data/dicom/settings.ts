/** Which values become black and white: those of the file's own window, of data.range, or these. */
export type WindowChoice = "file" | "range" | readonly [center: number, width: number];

/** Which of several frames is the image: the first, the one in the middle, or a number from 1; with "all" each is one. */
export type FrameChoice = "first" | "middle" | "all" | number;

/** data.dicom, resolved. */
export interface DicomSettings {
  window: WindowChoice;
  frame: FrameChoice;
}
