import { cautions } from "../../evaluate/cautions.ts";
import { messages as evaluateMessages } from "../../evaluate/messages.ts";
import { withWidth } from "../../evaluate/intervals.ts";
import type { Figures, Run } from "../../layout.ts";
import { count } from "../../wording.ts";
import { figureRows, type FigureRow, intervalOf } from "../report/figure-table.ts";
import { decimal } from "../report/table.ts";
import { type AnswerContext, claimAnswers } from "./answers.ts";
import { claim } from "./checklist.ts";
import type { PaperFigures } from "./figures.ts";
import { imagesSection } from "./images.ts";
import { methodPart } from "./method.ts";
import { classBlocks, pairBlocks, subgroupBlocks } from "./performance.ts";
import { type Block, note, type PaperSection, text } from "./section.ts";

/** @param charts the decision curves, where there are two classes */
export function paperSections(context: AnswerContext, charts: readonly Block[]): PaperSection[] {
  const { run, figures } = context;
  const { classes } = run.data;
  return [
    imagesSection(figures, run.data),
    {
      title: "Performance",
      blocks: [
        text(judgedText(run)),
        ...cautions(run).map((words): Block => ({ kind: "warning", text: words })),
        ...(figures.positive === null
          ? classBlocks(figures, classes.length)
          : pairBlocks(figures, run, charts)),
      ],
    },
    { title: "Subgroups", blocks: subgroupBlocks(figures) },
    { title: "Further figures", blocks: [...furtherFigures(run, figures), ...confusion(run)] },
    methodPart(run, figures),
    checklistSection(context),
  ];
}

function judgedText({ metrics, data }: Run): string {
  const { images, split } = metrics;
  const of = `Evaluated on ${count(images, `${split} image`)}.`;
  return data.evaluation
    ? `${of} ${evaluateMessages.judgedElsewhere(data.folder, data.evaluation)}`
    : of;
}

/** Of the positive class these are told with other intervals already. */
const told: ReadonlySet<unknown> = new Set(["accuracy", "auc", "sensitivity", "specificity"]);

/** Those of metrics.json that are not told yet. */
function furtherFigures({ metrics }: Run, { group, positive }: PaperFigures): Block[] {
  const { groups } = metrics;
  const rows = figureRows(metrics).filter(
    ({ interval }) => positive === null || !told.has(interval),
  );
  const cells = (figures: Figures, row: FigureRow) => {
    const interval = withWidth(intervalOf(figures, row.interval));
    return [
      decimal(row.value(figures)),
      interval ? `${decimal(interval.low)} to ${decimal(interval.high)}` : "",
    ];
  };
  const title = (name: string) => ({ title: name, isNumber: true });
  return [
    {
      kind: "table",
      title: `${positive === null ? "Figures" : "Further figures"} of the run`,
      columns: [
        { title: "Figure" },
        title(groups ? "Per image" : "Value"),
        title("95 % interval"),
        ...(groups ? [title(`Per ${group} (${groups.count})`), title("95 % interval")] : []),
        title("Majority class"),
      ],
      rows: rows.map((row) => [
        row.title,
        ...cells(metrics, row),
        ...(groups ? cells(groups, row) : []),
        row.guess == null ? "" : row.guess.toFixed(3),
      ]),
    },
    note("Majority class: always predicting the most frequent class."),
  ];
}

/** Of more classes nobody reads a table. */
const MOST_IN_CONFUSION = 12;

function confusion({ confusionMatrix: { classes, counts } }: Run): Block[] {
  if (classes.length > MOST_IN_CONFUSION) return [];
  return [
    {
      kind: "table",
      title: "Confusion matrix: images by actual and predicted class",
      columns: [
        { title: "Actual" },
        ...classes.map((name) => ({ title: `predicted ${name}`, isNumber: true })),
      ],
      rows: classes.map((name, row) => [name, ...counts[row]!.map(String)]),
    },
  ];
}

function checklistSection(context: AnswerContext): PaperSection {
  const answers = claimAnswers(context);
  const whole = [...answers.values()].filter(({ isPart }) => !isPart).length;
  return {
    title: "Checklist: CLAIM 2024",
    blocks: [
      text(
        `Of the ${claim.length} items the run answers ${whole}, and a part of ${answers.size - whole} more; the others are for the author. For images that are not medical, state which items do not apply.`,
      ),
      {
        kind: "table",
        title: "Items of the Checklist for Artificial Intelligence in Medical Imaging, 2024 update",
        columns: [{ title: "Item" }, { title: "By" }, { title: "Answer" }],
        rows: claim.map(({ number, part, text: item }) => {
          const answer = answers.get(number);
          const by = answer === undefined ? "author" : answer.isPart ? "run, author" : "run";
          return [`${number}. ${part}: ${item}`, by, answer?.text ?? ""];
        }),
      },
      note(
        "Tejani et al., Checklist for Artificial Intelligence in Medical Imaging (CLAIM): 2024 update, Radiology: Artificial Intelligence 2024;6(4):e240300, doi.org/10.1148/ryai.240300. The items are shortened here: read them there.",
      ),
    ],
  };
}
