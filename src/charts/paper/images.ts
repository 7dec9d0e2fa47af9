import type { DataRecord } from "../../layout.ts";
import { grouped } from "../../wording.ts";
import { flowPicture } from "../flow-picture.ts";
import { flowText } from "../flow.ts";
import type { PaperFigures } from "./figures.ts";
import { countText, UNDEFINED } from "./print.ts";
import { type Block, note, type PaperSection, text } from "./section.ts";
import type { TableOne, TableOneCell, TableOneRow } from "./table-one.ts";

/** What became of the files, and who and what the images are. */
export function imagesSection(
  { flow, tableOne, group }: PaperFigures,
  data: DataRecord,
): PaperSection {
  return {
    title: "Images",
    blocks: [
      text(flowText(flow, group)),
      ...(flow.left.length > 0
        ? [
            {
              kind: "list" as const,
              items: flow.left.map(({ why, files }) => `${grouped(files)} excluded: ${why}`),
            },
          ]
        : []),
      ...(data.ignored.length > 0
        ? [
            note(
              `Ignored, not images by their names: ${grouped(data.ignored.length)} (data.json names them).`,
            ),
          ]
        : []),
      { kind: "figure", title: "Flow of the files", svg: flowPicture(data, group) },
      tableOneBlock(tableOne, group),
      note(tableNotes(tableOne, group)),
    ],
  };
}

function tableOneBlock({ columns, rows }: TableOne, noun: string): Block {
  const hasGroups = rows.some(({ unit }) => unit === "groups");
  return {
    kind: "table",
    title: "Images by split",
    columns: [
      { title: "Characteristic" },
      ...(hasGroups ? [{ title: "Counted" }] : []),
      ...columns.map((split) => ({ title: split, isNumber: true })),
    ],
    rows: rows.map((row) => [
      nameOf(row, noun),
      ...(hasGroups ? [row.unit === "groups" ? `${noun}s` : "images"] : []),
      ...row.cells.map(cellText),
    ]),
  };
}

function nameOf({ name, of, unit }: TableOneRow, noun: string): string {
  if (of !== undefined) return `${of}: ${name}`;
  return unit === "groups" ? `${noun[0]!.toUpperCase()}${noun.slice(1)}s` : name;
}

function cellText(cell: TableOneCell): string {
  if (cell === null) return UNDEFINED;
  if ("count" in cell) return countText(cell.count, cell.of);
  const print = (value: number) => String(Number(value.toPrecision(4)));
  return `${print(cell.median)} (${cell.quartiles.map(print).join("–")})`;
}

function tableNotes({ rows }: TableOne, noun: string): string {
  return [
    "Number and share of the split.",
    ...(rows.some(({ unit, of }) => unit === "groups" && of === "Class of any image")
      ? [`A ${noun} with images of several classes is counted for each of them.`]
      : []),
    ...(rows.some(({ cells }) => cells.some((cell) => cell !== null && "median" in cell))
      ? ["Quantities: median and quartiles."]
      : []),
  ].join(" ");
}
