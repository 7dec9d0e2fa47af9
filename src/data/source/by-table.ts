import { append } from "../../arrays.ts";
import { framed } from "../../frame-names.ts";
import type { Split } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { messages } from "./messages.ts";
import { lackedClasses } from "../split/lacking.ts";
import { isDrawing } from "../split/take-splits.ts";
import { emptySource, type FoundSource, type ImageSource, splitsOf } from "./image-source.ts";
import { withMeant } from "./label-warnings.ts";
import { readLabels } from "./labels.ts";
import type { Patterns } from "./patterns.ts";
import { type SplitPlace, toFile } from "./places.ts";
import { SeenImages } from "./seen-images.ts";
import { byCodeUnit } from "./walk.ts";

type Data = ResolvedExperiment["data"];

/** Images of tables whose rows name a file and its class. */
export function findByTable(
  places: readonly SplitPlace[],
  data: Data,
  { directory, root }: { directory: string; root: string },
  patterns: Patterns,
): FoundSource {
  const source = emptySource([]);
  const problems: Problem[] = [];
  const seen = new SeenImages<Split>();
  for (const { key, path } of places) {
    const table = readLabels(key, path, data, directory, patterns);
    append(problems, table.problems);
    const report = (message: string) => problems.push({ path: ["data", key], message });
    const labels = [...new Set(table.files.map(({ label }) => label))].toSorted(byCodeUnit);
    if (key === "train") {
      source.classes = labels;
      if (labels.length === 1 && table.problems.length === 0)
        report(messages.oneLabel(path, labels[0]!));
    }
    const unknown = labels.filter((label) => !source.classes.includes(label));
    if (unknown.length > 0 && source.classes.length > 0)
      report(messages.labelsUnknown(key, withMeant(unknown, source.classes), source.classes));
    for (const { label, real, path: file, ...rest } of table.files) {
      const position = source.classes.indexOf(label);
      const { frame } = rest;
      const other = seen.add({ path: file, ...(frame !== undefined && { frame }) }, key);
      if (other) report(messages.imageInTwoTables(framed(toFile(root, file), frame), other));
      else if (position !== -1) {
        source.files.push({
          ...rest,
          label: position,
          file: toFile(root, file),
          absolutePath: real,
        });
      }
    }
  }
  if (problems.length === 0) append(problems, tableProblems(source, data));
  return { source, problems };
}

/** What is wrong with the splits that tables give. */
function tableProblems(source: ImageSource, data: Data): Problem[] {
  const path = ["data", "train"];
  const isOne = splitsOf(source).size === 1;
  const lacking = lackedClasses(source.classes, source.files).find(
    ({ split }) => split === "train",
  );
  return [
    ...(lacking ? [{ path, message: messages.classesNotInTrain(lacking.lacked) }] : []),
    ...(isOne && !(data.split && isDrawing(data.split))
      ? [{ path, message: messages.tableHoldsOneSplit() }]
      : []),
  ];
}
