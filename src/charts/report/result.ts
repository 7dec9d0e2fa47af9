import { cautions } from "../../evaluate/cautions.ts";
import type { Metrics, Run } from "../../run/layout.ts";
import { shown } from "../label.ts";
import { figureTable } from "./figure-table.ts";
import { html, type Markup } from "./html.ts";
import { decimal, grouped, table } from "./table.ts";

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
        <dt>Without a network</dt>
        <dd>${decimal(majorityClassAccuracy)}</dd>
        <dd>by always answering the most frequent class</dd>
      </div>
      <div>
        <dt>Loss</dt>
        <dd>${decimal(loss)}</dd>
        <dd>mean cross-entropy, 0 is perfect</dd>
      </div>
      <div>
        <dt>Images</dt>
        <dd>${grouped(images)}</dd>
        <dd>of the ${split} split</dd>
      </div>
    </dl>
    ${cautions(run).map((text) => html`<p class="warning">${shown(text)}</p>`)}${figureTable(run.metrics)}${classTable(classes)}
  </section>`;
}

function classTable(classes: Metrics["classes"]): Markup {
  const isUndefined = classes.some(
    ({ precision, recall }) => precision === null || recall === null,
  );
  const scores = ["precision", "recall", "specificity", "f1", "auc"] as const;
  const titles = ["Precision", "Recall", "Specificity", "F1", "Area under ROC"];
  return html`<h3>Each class</h3>
    ${table(
      [
        { title: "Class" },
        { title: "Images", isNumber: true },
        ...titles.map((title) => ({ title, isNumber: true })),
      ],
      classes.map((one) => [
        shown(one.label),
        grouped(one.support),
        ...scores.map((name) => decimal(one[name])),
      ]),
    )}
    <p class="note">
      Precision: of the images taken for the class, the share that is of it. Recall (sensitivity):
      of the images of the class, the share that was found. Specificity: of the others, the share
      that was not taken for it. F1: the harmonic mean of precision and recall. Area under ROC:
      against the rest.${isUndefined ? " –: undefined, there was no such image." : ""}
    </p>`;
}
