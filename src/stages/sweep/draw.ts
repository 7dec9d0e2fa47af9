import { existsSync } from "node:fs";
import { join } from "node:path";
import { append } from "../../arrays.ts";
import { drawSweep } from "../../charts/sweep/draw.ts";
import { drawnTexts, lettersWithoutFont } from "../../charts/fonts.ts";
import { readTemplates } from "../../charts/read-templates.ts";
import { files } from "../../layout.ts";
import { writeRunFiles } from "../../run/write-files.ts";
import { sweepFiles } from "../../sweep/layout.ts";
import { readSweepText } from "../../sweep/sweep-text.ts";
import { drawRun } from "../draw-run.ts";
import { messages as stagesMessages } from "../messages.ts";

/**
 * Draws charts and report of a finished sweep from its text, and those of its winner.
 * @param withWinner false where the winner was drawn a moment ago
 * @param warn told of letters that no font has, and of charts that could not be drawn
 * @returns the files, by their path in the folder @throws RunError where the sweep is not finished or cannot be read
 */
export async function drawSweepFolder(
  folder: string,
  warn: (text: string) => void,
  { withWinner = true } = {},
): Promise<string[]> {
  const drawn = await drawSweep(readSweepText(folder));
  const boxes = await lettersWithoutFont(drawnTexts(drawn));
  const winner = join(folder, sweepFiles.winner);
  if (withWinner && existsSync(join(winner, files.metrics))) {
    const own = await drawRun(winner, await readTemplates(join(winner, files.templates)));
    for (const [file, content] of own.drawn) drawn.set(`${sweepFiles.winner}/${file}`, content);
    own.undrawn.forEach(warn);
    append(
      boxes,
      own.boxes.filter((letter) => !boxes.includes(letter)),
    );
  }
  if (boxes.length > 0) warn(stagesMessages.lettersWithoutFont(boxes));
  await writeRunFiles(folder, drawn);
  return [...drawn.keys()];
}
