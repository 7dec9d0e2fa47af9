import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const classes = {
  train: ["cat", "dog"],
  test: ["cat", "dog"],
  "only-cats": ["cat"],
  "one-class": ["cat"],
  "one-class-test": ["cat"],
  "three-classes": ["cat", "dog", "fox"],
};

/** Image folders for the broken experiments. No file is opened while an experiment is checked, so none is an image. */
export function writeFolders(directory: string): void {
  const images = join(directory, "images");
  for (const [split, names] of Object.entries(classes)) {
    for (const name of names) {
      for (const file of ["1.png", "2.png", "3.png"]) write(join(images, split, name, file));
    }
  }
  write(join(images, "empty-class/cat/1.png"));
  mkdirSync(join(images, "empty-class/dog"));
  write(join(images, "file.png"));
}

function write(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
}
