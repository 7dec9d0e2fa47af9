import type { Split } from "../../layout.ts";
import { nearest } from "../../nearest.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { messages } from "./messages.ts";
import type { Table } from "./table.ts";

type Data = ResolvedExperiment["data"];
export type Labels = NonNullable<Data["labels"]>;

/** Where what is told of an image stands in a table, counted from 0. */
export interface Columns {
  file: number;
  label: number;
  group: number | null;
  split: number | null;
  subgroups: number[];
}

/** Finds the columns that an experiment names. @param key the split that the table is of @returns what is wrong, if anything is */
export function findColumns(
  table: Table,
  labels: Labels,
  data: Data,
  key: Split,
): Columns | Problem[] {
  const problems: Problem[] = [];
  const names = table.header.cells.map((name) => name.normalize("NFC"));
  const find = (role: keyof Columns, wanted: string, index?: number): number => {
    const found = names.indexOf(wanted.normalize("NFC"));
    const message =
      found === -1
        ? messages.columnMissing(role, wanted, names, nearest(wanted, names))
        : names.indexOf(names[found]!, found + 1) !== -1
          ? messages.columnTwice(wanted)
          : undefined;
    const isWritten = data.labels !== null;
    const path = isWritten ? ["data", "labels", "columns", role] : ["data", key];
    if (message) problems.push({ path: index === undefined ? path : [...path, index], message });
    return found;
  };
  if (data.labels === null) {
    const problem = unnamed(table, names, key);
    if (problem) return [problem];
  }
  const { file, label, group, split, subgroups } = labels.columns;
  const columns = {
    file: find("file", file),
    label: find("label", label),
    group: group === null ? null : find("group", group),
    split: split === null ? null : find("split", split),
    subgroups: subgroups.map((name, index) => find("subgroups", name, index)),
  };
  return problems.length > 0 ? problems : columns;
}

/** What other tools call the columns. */
export const fileAlias =
  /^(?:file_?names?|files|images?|image_?(?:file|id|name|path)|img|paths?|file_?paths?|id)$/i;
const aliases: Readonly<Record<"file" | "label", RegExp>> = {
  file: fileAlias,
  label: /^(?:labels|class|classes|class_?(?:id|name)|categor(?:y|ies)|target|y|diagnosis)$/i,
};
const looksLikeFile = /\.(?:jpe?g|png|webp|tiff?|gif|avif|bmp|p[gpbn]m|dcm)\b/i;

/** One message for a table whose columns have not the usual names, and about which the experiment says nothing. */
function unnamed(table: Table, names: readonly string[], key: Split): Problem | undefined {
  const roles = ["file", "label"] as const;
  const missing = roles.filter((role) => !names.includes(role));
  if (missing.length === 0) return undefined;
  const path = ["data", key];
  if (names.some((name) => looksLikeFile.test(name)))
    return { path, message: messages.tableHasNoHeader(table.header.cells) };
  const meant: Partial<Record<(typeof roles)[number], string>> = {};
  for (const role of missing) {
    const found = names.find((name) => aliases[role].test(name)) ?? nearest(role, names);
    if (found !== undefined) meant[role] = found;
  }
  return { path, message: messages.tableColumns(missing, names, meant) };
}
