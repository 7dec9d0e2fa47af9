import { isQuantity } from "../../evaluate/subgroups.ts";
import { type DataRecord, type ImageRecord, type Split, splits } from "../../layout.ts";

/** Who and what the images are, by split: what papers call table 1. */
export interface TableOne {
  /** The splits that there are, and "all" where there are several. */
  columns: (Split | "all")[];
  rows: TableOneRow[];
}

export interface TableOneRow {
  name: string;
  /** What is counted: images, or groups where all images of one have the same value. */
  unit: "images" | "groups";
  /** Within a column of the table of labels. */
  of?: string;
  cells: TableOneCell[];
}

export type TableOneCell =
  | { count: number; of: number | null }
  | { median: number; quartiles: [number, number] }
  /** Nothing to count. */
  | null;

/** Of a column with more values the most frequent. */
const MOST_VALUES = 20;

export function tableOne({ images, classes }: DataRecord): TableOne {
  const present = splits.filter((split) => images.some((image) => image.split === split));
  const parts = [
    ...present.map((split) => images.filter((image) => image.split === split)),
    ...(present.length > 1 ? [images] : []),
  ];
  const hasGroups = images.some(({ group }) => group !== undefined);
  const groupsIn = (some: readonly ImageRecord[]) =>
    new Set(some.map(({ file, group }) => group ?? `image ${file}`)).size;
  const columns = Object.keys(images[0]?.columns ?? {});
  return {
    columns: present.length > 1 ? [...present, "all"] : [...present],
    rows: [
      row("Images", "images", (part) => ({ count: part.length, of: null })),
      ...(hasGroups
        ? [row("Groups", "groups", (part) => ({ count: groupsIn(part), of: null }))]
        : []),
      ...classes.map((name) =>
        row(name, "images", (part) => share(part.filter(isOf(name)).length, part.length), "Class"),
      ),
      ...(hasGroups
        ? classes.map((name) =>
            row(
              name,
              "groups",
              (part) => share(groupsIn(part.filter(isOf(name))), groupsIn(part)),
              "Class of any image",
            ),
          )
        : []),
      ...columns.flatMap((column) => rowsOf(column)),
    ],
  };

  function row(
    name: string,
    unit: TableOneRow["unit"],
    cell: (part: readonly ImageRecord[]) => TableOneCell,
    of?: string,
  ): TableOneRow {
    return { name, unit, ...(of !== undefined && { of }), cells: parts.map(cell) };
  }

  function rowsOf(column: string): TableOneRow[] {
    const valueOf = ({ columns: told }: ImageRecord) => told?.[column] ?? "";
    const isOfGroups = hasGroups && isOfWhole(images, valueOf);
    const unit = isOfGroups ? "groups" : "images";
    const casesOf = (part: readonly ImageRecord[]) => (isOfGroups ? firstOfEach(part) : part);
    const values = images.map(valueOf);
    const kinds = Map.groupBy(values, (value) => value);
    const missing = "missing";
    if (isQuantity(values))
      return [
        row("median (quartiles)", unit, (part) => quartiles(casesOf(part).map(valueOf)), column),
        ...(kinds.has("") ? [row(missing, unit, counting(""), column)] : []),
      ];
    return [...kinds]
      .toSorted(
        ([a, ofA], [b, ofB]) =>
          Number(a === "") - Number(b === "") ||
          (kinds.size > MOST_VALUES ? ofB.length - ofA.length : 0) ||
          (a < b ? -1 : 1),
      )
      .slice(0, MOST_VALUES)
      .map(([value]) => row(value === "" ? missing : value, unit, counting(value), column));

    function counting(value: string) {
      return (part: readonly ImageRecord[]) => {
        const cases = casesOf(part);
        return share(cases.filter((image) => valueOf(image) === value).length, cases.length);
      };
    }
  }
}

function isOf(name: string) {
  return ({ label }: ImageRecord) => label === name;
}

function share(count: number, of: number): TableOneCell {
  return of === 0 ? null : { count, of };
}

/** Whether all images of each group have the same value. */
function isOfWhole(
  images: readonly ImageRecord[],
  valueOf: (image: ImageRecord) => string,
): boolean {
  const values = new Map<string, string>();
  return images.every((image) => {
    const { group } = image;
    if (group === undefined) return true;
    const value = valueOf(image);
    const known = values.get(group) ?? value;
    values.set(group, known);
    return known === value;
  });
}

/** One image of each group, and each image that has none. */
function firstOfEach(images: readonly ImageRecord[]): ImageRecord[] {
  const seen = new Set<string>();
  return images.filter(({ group }) => {
    if (group === undefined) return true;
    const isNew = !seen.has(group);
    seen.add(group);
    return isNew;
  });
}

/** Linear between the two nearest values, as numpy and R have it by default. */
function quartiles(values: readonly string[]): TableOneCell {
  const numbers = Float64Array.from(
    values.filter((value) => value !== ""),
    Number,
  ).toSorted();
  if (numbers.length === 0) return null;
  const at = (part: number) => {
    const place = part * (numbers.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, numbers.length - 1);
    return numbers[below]! + (numbers[above]! - numbers[below]!) * (place - below);
  };
  return { median: at(0.5), quartiles: [at(0.25), at(0.75)] };
}
