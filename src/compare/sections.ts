import { messages } from "./messages.ts";
import type { ImageRecord, Interval } from "../layout.ts";
import type { Note } from "../run/remarks.ts";
import { dataChangeKinds, type DataChange } from "./data.ts";
import { isSameTest, type RunDiff } from "./diff.ts";
import type { Change } from "./environment.ts";
import type { Setting } from "./experiment.ts";
import { keysOf } from "./names.ts";
import type { PairedAreas } from "./areas.ts";
import type { FigureChange } from "./results.ts";
import { type Plain, printPlain } from "./settings.ts";
import { byteSize } from "../wording.ts";

/** A part of a comparison, the same for a terminal, a page and Markdown. Names in it are as they are: not yet escaped. */
export interface Section {
  title: string;
  /** Sentences above the table. */
  lines: string[];
  table: { columns: SectionColumn[]; rows: string[][] } | null;
}

export interface SectionColumn {
  title: string;
  isNumber?: boolean;
  /** The first to go where there is little room. */
  isExtra?: boolean;
}

/** What differs, section by section. What does not differ has none, but for the results. */
export function sections(diff: RunDiff): Section[] {
  return [
    resultSection(diff),
    areaSection(diff),
    remarksSection(diff),
    settingSection(diff),
    dataSection(diff),
    flipSection(diff),
    changeSection("Environment", diff.environment),
    changeSection("Time and memory", diff.cost),
  ].filter((section) => section !== null);
}

function resultSection({ a, b, data, results }: RunDiff): Section {
  if (!results) {
    const without = [a, b].filter(({ split }) => split === null);
    return {
      title: "Result",
      lines: without.map(({ run, status }) => messages.noResults(run, status)),
      table: null,
    };
  }
  const { figures, images, test, areas } = results;
  // Of a run and an evaluation the images differ by intent.
  const told = data === null ? messages.judgedOnOthers : messages.comparedAllTheSame;
  const warning = isSameTest(images)
    ? []
    : [told(images.both, images.onlyA.length, images.onlyB.length, images.relabelled.length)];
  return {
    title: "Result",
    lines: [
      ...warning,
      ...(test ? [messages.pairedTest(test), messages.discordantPairs(test)] : []),
      ...(areas.length === 1 ? [messages.pairedAreas(areas[0]!)] : []),
    ],
    table: {
      columns: [
        { title: "figure" },
        { title: "A", isNumber: true },
        { title: "95 % interval", isNumber: true, isExtra: true },
        { title: "B", isNumber: true },
        { title: "95 % interval", isNumber: true, isExtra: true },
        { title: "B − A", isNumber: true },
      ],
      rows: figures.filter(({ name }) => isShown(name)).map(figureRow),
    },
  };
}

/** Of more than two classes each against the rest. */
function areaSection({ results }: RunDiff): Section | null {
  const areas = results?.areas ?? [];
  if (areas.length < 2) return null;
  return {
    title: "Area under the ROC curve, each class against the rest",
    lines: [messages.manyAreas(areas[0]!.method, areas.length)],
    table: {
      columns: [
        { title: "class" },
        { title: "A", isNumber: true },
        { title: "B", isNumber: true },
        { title: "B − A", isNumber: true },
        { title: "95 % interval", isNumber: true, isExtra: true },
        { title: "p", isNumber: true },
      ],
      rows: areas.map(areaRow),
    },
  };
}

function areaRow({ label, a, b, difference, interval: range, p }: PairedAreas): string[] {
  return [label, decimal(a), decimal(b), signed(difference), interval(range), decimal(p)];
}

/** The JSON has all. These would only say once more, or in more detail, what the others say. */
function isShown(name: string): boolean {
  const keys = keysOf(name);
  const [first, second] = keys[0] === "groups" ? keys.slice(1) : keys;
  if (second === undefined) return true;
  if (first === "macro") return second === "f1" || second === "auc";
  return !["weighted", "specificity", "auc", "averagePrecision"].includes(String(first));
}

function figureRow({ name, a, b, aInterval, bInterval }: FigureChange): string[] {
  const difference = a === null || b === null ? "–" : signed(b - a);
  return [name, decimal(a), interval(aInterval), decimal(b), interval(bInterval), difference];
}

/** All tags in a row, and a row for each note that the other has not. */
function remarksSection({ a, b }: RunDiff): Section | null {
  const tags = [a, b].map((side) => side.tags.join(", ") || "–");
  const title = ({ date }: Note) => (date === null ? "note" : `note of ${date}`);
  const rows = [
    ...(tags[0] === tags[1] ? [] : [["tags", ...tags]]),
    ...lacking(a.notes, b.notes).map((note) => [title(note), note.text, "–"]),
    ...lacking(b.notes, a.notes).map((note) => [title(note), "–", note.text]),
  ];
  if (rows.length === 0) return null;
  const columns = [{ title: "what" }, { title: "A" }, { title: "B" }];
  return { title: "Notes and tags", lines: [], table: { columns, rows } };
}

function lacking(notes: readonly Note[], others: readonly Note[]): Note[] {
  return notes.filter(
    ({ date, text }) => !others.some((other) => other.date === date && other.text === text),
  );
}

function settingSection({ settings }: RunDiff): Section {
  if (settings.length === 0)
    return { title: "Settings", lines: [messages.sameSettings()], table: null };
  return {
    title: "Settings",
    lines: [],
    table: {
      columns: [
        { title: "setting" },
        { title: "A" },
        { title: "line", isNumber: true, isExtra: true },
        { title: "B" },
        { title: "line", isNumber: true, isExtra: true },
      ],
      rows: settings.map(({ path, a, b }) => [path, value(a), origin(a), value(b), origin(b)]),
    },
  };
}

function value(setting: Setting | null): string {
  return setting === null ? "–" : printPlain(setting.value);
}

function origin(setting: Setting | null): string {
  if (setting === null) return "";
  const { file, line } = setting;
  return line === null ? setting.origin : file === undefined ? String(line) : `${file}:${line}`;
}

function dataSection({ data }: RunDiff): Section | null {
  if (data === null) return null;
  if (data.length === 0) return { title: "Images", lines: [messages.sameImages()], table: null };
  const counts = dataChangeKinds.flatMap((kind) => {
    const number = data.filter(({ kinds }) => kinds.includes(kind)).length;
    return number === 0 ? [] : `${number} ${kind}`;
  });
  return {
    title: "Images",
    lines: [`${counts.join(", ")}.`],
    table: {
      columns: [{ title: "change" }, { title: "file" }, { title: "A" }, { title: "B" }],
      rows: data.map((change) => [
        change.kinds.join(", "),
        (change.b ?? change.a)!.file,
        place(change, "a"),
        place(change, "b"),
      ]),
    },
  };
}

/** train, normal; with whatever else tells the two sides apart. */
function place({ kinds, a, b, excluded }: DataChange, side: "a" | "b"): string {
  const image: ImageRecord | null = side === "a" ? a : b;
  if (!image) return excluded === null ? "–" : `skipped: ${excluded}`;
  return [
    image.split,
    image.label,
    ...(kinds.includes("regrouped") ? [`group ${image.group ?? "–"}`] : []),
    ...(kinds.includes("described otherwise")
      ? Object.keys(a?.columns ?? {}).flatMap((name) =>
          a?.columns?.[name] === b?.columns?.[name] || b?.columns?.[name] === undefined
            ? []
            : [`${name} ${image.columns![name] || "–"}`],
        )
      : []),
    ...(kinds.includes("changed") ? [image.sha256.slice(0, 8)] : []),
    ...(kinds.includes("moved") ? [image.file] : []),
  ].join(", ");
}

function flipSection({ results }: RunDiff): Section | null {
  if (!results || results.flips.length === 0) return null;
  const { flips } = results;
  const count = (wanted: string) => flips.filter(({ verdict }) => verdict === wanted).length;
  return {
    title: "Images judged differently",
    lines: [messages.flips(count("regressed"), count("fixed"), count("wrong otherwise"))],
    table: {
      columns: [
        { title: "verdict" },
        { title: "file" },
        { title: "actual" },
        { title: "A" },
        { title: "p(A)", isNumber: true, isExtra: true },
        { title: "B" },
        { title: "p(B)", isNumber: true, isExtra: true },
      ],
      rows: flips.map(({ verdict, file, actual, a, b }) => [
        verdict,
        file,
        actual,
        a.predicted,
        decimal(a.probability),
        b.predicted,
        decimal(b.probability),
      ]),
    },
  };
}

function changeSection(title: string, changes: readonly Change[]): Section | null {
  if (changes.length === 0) return null;
  return {
    title,
    lines: [],
    table: {
      columns: [{ title: "what" }, { title: "A" }, { title: "B" }],
      rows: changes.map(({ name, a, b }) => [name, quantity(name, a), quantity(name, b)]),
    },
  };
}

function quantity(name: string, amount: Plain): string {
  if (amount === null) return "–";
  const isBytes = name.endsWith("Bytes") && typeof amount === "number";
  return isBytes ? byteSize(amount) : printPlain(amount);
}

/** null is a dash. */
function decimal(figure: number | null): string {
  return figure === null ? "–" : minus(figure.toFixed(4));
}

function interval(range: Interval | null): string {
  return range === null ? "" : `${minus(range.low.toFixed(3))} to ${minus(range.high.toFixed(3))}`;
}

function minus(number: string): string {
  return number.replace("-", "−");
}

/** With a real minus, as wide as the plus. */
function signed(number: number): string {
  const text = Math.abs(number).toFixed(4);
  return Number(text) === 0 ? text : `${number < 0 ? "−" : "+"}${text}`;
}
