import { inOneLine } from "./describe.ts";

/** What a new experiment is written from. */
export interface Facts {
  /** Of the schema, from the experiment's folder. */
  schema: string;
  /** The folders of images, from the experiment's folder. */
  train: string;
  validation?: string;
  test?: string;
  /** A line about the images, for the reader. */
  remark: string;
  /** [width, height] in pixels of some images; one at least. */
  sizes: readonly (readonly [number, number])[];
  isGrey: boolean;
  /** How many of these images have more than 8 bits. */
  deep: number;
  /** Training images, those that are to be split off included. */
  images: number;
}

/** Share of the images that becomes each split that has no folder. */
const SHARE = 0.15;

/** The text of an experiment that suits a folder of images, to begin with. */
export function starterText(facts: Facts): string {
  const { schema, train, validation, test, remark, sizes, isGrey, deep, images } = facts;
  const [height, width] = targetSize(sizes);
  const stages = stagesFor(Math.min(height, width));
  const split = {
    ...(validation === undefined && { validation: SHARE }),
    ...(test === undefined && { test: SHARE }),
  };
  return `# yaml-language-server: $schema=${schema}
# ${remark}
seed: 1
data:
  train: ${inOneLine(train)}
${validation === undefined ? "" : `  validation: ${inOneLine(validation)}\n`}${
    test === undefined ? "" : `  test: ${inOneLine(test)}\n`
  }${
    Object.keys(split).length === 0
      ? ""
      : `  split: ${inOneLine(split)} # of train; group: keeps the images of a patient together\n`
  }  targetSize: [${height}, ${width}] # [height, width]
  colour: ${isGrey ? "grey" : "rgb"}
${deep > 0 ? depthLine(deep === sizes.length) : ""}  batchSize: ${batchSizeFor(images)}
  # augment: { rotation: 10, shift: 0.05, flip: horizontal } # where the images mean the same afterwards
model:
  layers:
${stages.map((filters) => stage(filters, stages.length > 0 && Math.min(height, width) >= SMALLEST)).join("")}    - flatten
    - dropout: 0.5
    - dense: { units: classes }
train:
  epochs: 30
  optimizer: { adam: { learningRate: 0.001 } }
  earlyStopping: { patience: 8 }
`;
}

/** A line to uncomment: images take twice the room then. */
function depthLine(isOfAll: boolean): string {
  return `  # depth: 16 # to keep all bits: ${isOfAll ? "" : "some of "}these images have more than 8\n`;
}

/** Side in pixels below which nothing is pooled. */
const SMALLEST = 8;

function stage(filters: number, isPooled: boolean): string {
  const lines = [
    `- conv: { filters: ${filters}, kernelSize: 3, padding: same }`,
    "- relu",
    ...(isPooled ? ["- pool"] : []),
  ];
  return lines.map((line) => `    ${line}\n`).join("");
}

/** The filters of each convolution: as many as leave four pixels of the shorter side. */
function stagesFor(side: number): number[] {
  const number = Math.max(1, Math.min(4, Math.floor(Math.log2(side / 4))));
  return Array.from({ length: number }, (_, index) => 16 * 2 ** index);
}

/** Small sets need more steps per epoch, large ones fewer. */
function batchSizeFor(images: number): number {
  return images < 500 ? 16 : images < 20_000 ? 32 : images < 200_000 ? 64 : 128;
}

/** The longest side of photographs, in pixels, that is trained on to begin with. */
const LONGEST = 128;

/** Small images as they are; larger ones made smaller, in their shape where most have one, and square otherwise. */
function targetSize(sizes: Facts["sizes"]): [height: number, width: number] {
  const width = median(sizes.map(([one]) => one));
  const height = median(sizes.map(([, one]) => one));
  const shapes = sizes.map(([wide, high]) => wide / high);
  const isAlike = shapes.every((shape) => Math.abs(Math.log(shape / (width / height))) < 0.15);
  const longest = Math.max(width, height);
  if (!isAlike) {
    const side = Math.min(LONGEST, longest);
    return [side, side];
  }
  if (longest <= LONGEST) return [height, width];
  const scaled = (side: number) => Math.max(8, Math.round((side * LONGEST) / longest / 8) * 8);
  return [scaled(height), scaled(width)];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
