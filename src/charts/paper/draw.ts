import { count } from "../../wording.ts";
import type { DiagnosticFigures } from "../../evaluate/diagnostic.ts";
import { label } from "../../wording.ts";
import { decisionCurveChart } from "../decision-curve.ts";
import { describedSvg, renderSvg } from "../render.ts";
import type { AnswerContext } from "./answers.ts";
import { paperPage } from "./page.ts";
import { percent } from "./performance.ts";
import type { Block } from "./section.ts";
import { paperSections } from "./sections.ts";
import { paperText } from "./text.ts";

/** What a paper needs of a run, as a page and as Markdown. The same run gives the same bytes. @param name of the run */
export async function drawPaper(
  name: string,
  context: AnswerContext,
): Promise<{ html: string; markdown: string }> {
  const sections = paperSections(context, await decisionCurves(context));
  const title = `Figures for a paper: ${name}`;
  return { html: paperPage(title, sections), markdown: paperText(title, sections) };
}

async function decisionCurves({ run, figures }: AnswerContext): Promise<Block[]> {
  const { images, groups, group, positive, split } = figures;
  if (positive === null) return [];
  const drawn: Block[] = [];
  const add = async (of: string, { decision, decisionElsewhere }: DiagnosticFigures) => {
    const curves = [
      { where: "among these cases", points: decision },
      ...decisionElsewhere.map(({ prevalence, points }) => ({
        where: `at a prevalence of ${percent(prevalence)}`,
        points,
      })),
    ];
    for (const { where, points } of curves) {
      const place = [`Positive class: ${label(positive)}, ${where}`];
      const spec = decisionCurveChart(run, points, { of, place });
      const { svg } = await renderSvg(spec);
      const title = `Decision curve of the ${of}, ${where}`;
      drawn.push({ kind: "figure", title, svg: describedSvg(svg, `${title}.`) });
    }
  };
  const [ofImages] = images;
  const [ofGroups] = groups?.classes ?? [];
  if (ofImages) await add(`${split} images`, ofImages.figures);
  if (ofGroups) await add(`${count(groups!.count, group)} of the ${split} split`, ofGroups.figures);
  return drawn;
}
