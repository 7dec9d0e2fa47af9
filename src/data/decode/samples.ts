/** A whole image in memory. */
export interface Samples {
  width: number;
  height: number;
  /** 1 is grey, 3 is red, green and blue. */
  channels: 1 | 3;
  /** [height, width, channels], values 0 to 255. */
  pixels: Uint8Array;
}

export interface Size {
  width: number;
  height: number;
}

/** A part of an image. */
export interface Window extends Size {
  left: number;
  top: number;
}
