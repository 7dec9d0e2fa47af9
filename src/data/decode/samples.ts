import type { Pixels } from "../../pixels.ts";

/** EXIF's orientation: how the pixels of an image lie. 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The size of an image as its pixels lie, and how they do. */
export interface Lying extends Size {
  /** Upright by default. */
  orientation?: Orientation;
}

/** A whole image in memory. */
export interface Samples extends Lying {
  /** 1 is grey, 3 is red, green and blue. */
  channels: 1 | 3;
  /** [height, width, channels] */
  pixels: Pixels;
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
