import type { TopLevelSpec } from "vega-lite";
import { splits, type Run } from "../layout.ts";
import { frame, MOST_BARS } from "./frame.ts";
import { labels } from "../markup/label.ts";
import { colours } from "./theme.ts";

/** Images of each class in each split, in the order of the classes. */
export function classDistributionChart(run: Run): TopLevelSpec {
  const { classes, counts } = run.data;
  const present = splits.filter((split) => counts[split]);
  const shown = classes.slice(0, MOST_BARS);
  const names = labels(classes);
  const values = present.flatMap((split, order) =>
    shown.map((label, index) => ({
      class: names[index]!,
      split,
      order,
      // A class may be called "constructor".
      images: Object.hasOwn(counts[split]!, label) ? counts[split]![label]! : 0,
    })),
  );
  const paint = {
    train: colours.train,
    validation: present.includes("test") ? colours.validation : colours.heldOut,
    test: colours.heldOut,
  };
  return {
    ...frame(
      run,
      "Images of each class",
      shown.length < classes.length ? [`The first ${MOST_BARS} of ${classes.length} classes.`] : [],
    ),
    width: 360,
    height: { step: shown.length > 30 ? 15 : 24 },
    data: { values },
    // What is stacked is told apart by its edges, too.
    mark: { type: "bar", stroke: colours.page, strokeWidth: 1 },
    encoding: {
      y: {
        field: "class",
        type: "nominal",
        title: null,
        scale: { domain: names.slice(0, shown.length), paddingInner: 0.25 },
        axis: { ticks: false, domain: false, labelLimit: 0 },
      },
      x: {
        field: "images",
        type: "quantitative",
        title: "Images",
        axis: { tickMinStep: 1, format: "d", tickCount: 6 },
      },
      order: { field: "order", type: "quantitative" },
      color: {
        field: "split",
        type: "nominal",
        scale: { domain: present, range: present.map((split) => paint[split]) },
        legend: { title: null, orient: "top", offset: 6, symbolType: "square" },
      },
    },
  };
}
