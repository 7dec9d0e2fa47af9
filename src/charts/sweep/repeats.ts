import { html, type Content, type Markup } from "../../markup/html.ts";
import { messages as sweepMessages } from "../../sweep/messages.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { figure as figureText, signed, spreadText } from "../../sweep/words.ts";
import { pValueCell } from "../../wording.ts";
import { figure } from "../report/figure.ts";
import { table } from "../report/table.ts";
import { capitalised, figureOf, figureWords, ranked, settingNames } from "./drawn-sweep.ts";
import { groupsOfSweep } from "./folds-method.ts";
import { repetitionsText } from "./spread.ts";

/** Settings whose folds stand in a table: the best. */
const MOST_WITH_FOLDS = 8;
/** Settings whose means stand in a table here; the others follow below. */
const MOST_MEANS = 8;

/** What came of running each setting several times: means, folds, and settings against one another. */
export function repeatsSection(sweep: SweepText, svg: string | undefined): Markup {
  if (svg === undefined) return html``;
  const isFolded = sweep.summary.repetitions.folds > 1;
  return html`<section>
    <h2>${isFolded ? "Folds" : "Seeds"}</h2>
    <div class="charts">${figure(svg)}</div>
    ${meansTable(sweep)} ${isFolded ? html`${pooledTable(sweep)} ${foldsTable(sweep)}` : ""}
    ${comparisonsPart(sweep)}
  </section>`;
}

const number = (title: string) => ({ title, isNumber: true });

function meansTable(sweep: SweepText): Markup {
  const { summary, dimensions } = sweep;
  const best = ranked(sweep)
    .slice(0, MOST_MEANS)
    .map(({ setting }) => setting);
  const names = settingNames(dimensions, best);
  const shownFigures = Object.keys(best[0]?.figures ?? {});
  return html`<h3>Mean ± standard deviation over ${repetitionsText(summary)}</h3>
    ${table(
      [{ title: "Setting" }, ...shownFigures.map((name) => number(capitalised(figureWords(name))))],
      best.map((setting, index) => [
        names[index]!,
        ...shownFigures.map((name) => spreadCell(setting.figures[name])),
      ]),
      "Means",
    )}
    <p class="note">
      ${
        summary.repetitions.folds > 1
          ? "Folds share their training images, so that their spread gives no interval of the mean. The figures of all folds together have one."
          : "Small: the 95 % interval of the mean over seeds, by Student's t. It tells what comes of the seed, not of other images."
      }
    </p>`;
}

function spreadCell(spread: Parameters<typeof spreadText>[0]): Content {
  if (!spread?.interval) return spreadText(spread);
  const { low, high } = spread.interval;
  return html`${spreadText(spread)}<br /><span class="range"
      >${figureText(low)}–${figureText(high)}</span
    >`;
}

/** Of all folds together: each image judged once. */
function pooledTable(sweep: SweepText): Markup {
  const rows = ranked(sweep).flatMap(({ setting }) =>
    (setting.pooled ?? []).map((pooled) => ({ setting, pooled })),
  );
  const first = rows[0];
  if (!first) return html``;
  const settings = [...new Set(rows.map(({ setting }) => setting))];
  const names = settingNames(sweep.dimensions, settings);
  const hasMajority = rows.some(({ pooled }) => pooled.majorityClassAccuracy !== undefined);
  const shownFigures = ["accuracy", "auc", "balancedAccuracy", "f1", "loss"].filter(
    (name) => (first.pooled.figures[name] ?? null) !== null,
  );
  return html`<h3>All folds together</h3>
    ${table(
      [
        { title: "Setting" },
        number("Repeat"),
        number("Images"),
        ...(first.pooled.groups === null ? [] : [number(`${capitalised(groupsOfSweep(sweep))}s`)]),
        ...(hasMajority ? [number("Majority class")] : []),
        ...shownFigures.map((name) => number(capitalised(figureWords(name)))),
      ],
      rows.map(({ setting, pooled }) => [
        names[settings.indexOf(setting)]!,
        String(pooled.repeat),
        String(pooled.images),
        ...(pooled.groups === null ? [] : [String(pooled.groups)]),
        ...(hasMajority ? [figureText(pooled.majorityClassAccuracy ?? null)] : []),
        ...shownFigures.map((name): Content => {
          const value = figureText(pooled.figures[name] ?? null);
          const interval = pooled.intervals[name];
          return interval
            ? html`${value}<br /><span class="range"
                  >${figureText(interval.low)}–${figureText(interval.high)}</span
                >`
            : value;
        }),
      ]),
      "All folds together",
    )}
    <p class="note">
      The predictions of all folds pooled: each image is judged exactly once, by a network that was
      not trained on it. Small: 95 %
      intervals.${hasMajority ? " Majority class: the accuracy of always predicting the most frequent class." : ""}
    </p>`;
}

function foldsTable(sweep: SweepText): Markup {
  const { name, words } = figureOf(sweep.summary);
  const best = ranked(sweep)
    .slice(0, MOST_WITH_FOLDS)
    .map(({ setting }) => setting)
    .filter(({ folds }) => folds && folds.length > 0);
  if (best.length === 0) return html``;
  const { repeats } = sweep.summary.repetitions;
  const [only] = sweep.summary.settings.length === 1 ? best : [];
  // Of one setting there is room for every figure.
  const columns = only
    ? Object.keys(only.folds![0]!.figures).map((one) => ({
        title: capitalised(figureWords(one)),
        of: (index: number) => only.folds![index]?.figures[one],
      }))
    : settingNames(sweep.dimensions, best).map((title, at) => ({
        title,
        of: (index: number) => best[at]!.folds![index]?.figures[name],
      }));
  return html`<h3>${only ? "Each fold" : html`Each fold's ${words}`}</h3>
    ${table(
      [
        { title: repeats > 1 ? "Repeat, fold" : "Fold" },
        number("Images"),
        ...columns.map(({ title }) => number(title)),
      ],
      best[0]!.folds!.map(({ repeat, fold, images }, index) => [
        repeats > 1 ? `${repeat}, ${fold}` : String(fold),
        String(images),
        ...columns.map(({ of }) => figureText(of(index) ?? null)),
      ]),
      "Folds",
    )}`;
}

function comparisonsPart({ summary }: SweepText): Markup {
  const { comparisons } = summary;
  if (comparisons.length === 0) return html``;
  const isCorrected = comparisons[0]!.test === "corrected";
  return html`<h3>Settings against one another</h3>
    ${table(
      [{ title: "Figure, settings" }, number("Difference"), number("p"), number("Pairs")],
      comparisons.map(({ settings: [a, b], figure: name, pairs, difference, interval, p }) => [
        html`${capitalised(figureWords(name))}<br /><span class="range">${b} minus ${a}</span>`,
        interval
          ? html`${signed(difference)}<br /><span class="range"
                >${signed(interval.low)} to ${signed(interval.high)}</span
              >`
          : signed(difference),
        p === null ? "–" : pValueCell(p),
        String(pairs),
      ]),
      "Settings against one another",
    )}
    <p class="note">
      Small: 95 % intervals.
      ${
        isCorrected
          ? "Fold against fold, by the corrected resampled t-test (Nadeau and Bengio, 2003), which takes into account that the training images of the folds overlap."
          : `Seed against seed, by Student's paired t-test. ${sweepMessages.ofSeeds(summary.split)}`
      }
      ${comparisons.length > 1 ? "Of several comparisons some have a small p by chance." : ""}
    </p>`;
}
