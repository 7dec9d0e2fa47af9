import { cautions } from "../../evaluate/cautions.ts";
import type { Metrics, Run } from "../../layout.ts";
import { shown } from "../../markup/label.ts";
import { figureTable } from "./figure-table.ts";
import { html, type Markup } from "../../markup/html.ts";
import { decimal, table } from "./table.ts";
import { grouped } from "../../wording.ts";

/** The final figures, and in plain words what they cannot tell. */
export function resultSection(run: Run): Markup {
  const { split, images, accuracy, accuracyInterval, majorityClassAccuracy, loss, classes } =
    run.metrics;
  const { low, high } = accuracyInterval;
  return html`<section>
    <h2>Result</h2>
    <dl class="figures">
      <div>
        <dt>Accuracy</dt>
        <dd>${decimal(accuracy)}</dd>
        <dd>95 % interval ${decimal(low)} to ${decimal(high)}</dd>
      </div>
      <div>
        <dt>Majority-class baseline</dt>
        <dd>${decimal(majorityClassAccuracy)}</dd>
        <dd>always predicting the most frequent class</dd>
      </div>
      <div>
        <dt>Loss</dt>
        <dd>${decimal(loss)}</dd>
        <dd>mean cross-entropy, 0 is perfect</dd>
      </div>
      <div>
        <dt>Images</dt>
        <dd>${grouped(images)}</dd>
        <dd>${run.data.evaluation ? "from elsewhere" : `of the ${split} split`}</dd>
      </div>
    </dl>
    ${cautions(run).map((text) => html`<p class="warning">${shown(text)}</p>`)}${figureTable(run)}${classTable(classes)}
  </section>`;
}

/** A table of more classes is folded: the chart of scores shows those that matter. */
const MOST_UNFOLDED = 30;

function classTable(classes: Metrics["classes"]): Markup {
  const isUndefined = classes.some(
    ({ precision, recall }) => precision === null || recall === null,
  );
  const scores = ["precision", "recall", "specificity", "f1", "auc"] as const;
  const titles = ["Precision", "Recall", "Specificity", "F1", "Area under ROC"];
  const scoreTable = table(
    [
      { title: "Class" },
      { title: "Images", isNumber: true },
      ...titles.map((title) => ({ title, isNumber: true })),
    ],
    classes.map((one) => [
      shown(one.label),
      grouped(one.support),
      ...scores.map((name) => {
        const range = one.intervals?.[name];
        return range
          ? html`${decimal(one[name])}<br /><span class="range"
                >${decimal(range.low)}–${decimal(range.high)}</span
              >`
          : decimal(one[name]);
      }),
    ]),
    "Scores of each class",
  );
  return html`<h3>Each class</h3>
    ${
      classes.length > MOST_UNFOLDED
        ? html`<details>
            <summary>Scores of all ${classes.length} classes</summary>
            ${scoreTable}
          </details>`
        : scoreTable
    }
    <p class="note">
      Precision: share of images predicted as this class that belong to it. Recall (sensitivity):
      share of this class's images that are predicted as it. Specificity: share of other images that
      are not predicted as it. F1: harmonic mean of precision and recall. Area under ROC: this class
      against the rest. Small: 95 % intervals.${isUndefined ? " –: undefined, no such images." : ""}
    </p>`;
}
