import { html, type Markup } from "../../markup/html.ts";
import { shown } from "../../markup/label.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { figure as figureText, signed } from "../../sweep/words.ts";
import { table } from "../report/table.ts";
import { figureOf } from "./drawn-sweep.ts";
import { keyEffects, LEAST_FOR_IMPORTANCE, levelText } from "./effects.ts";

/** The effects in figures, folded away: the chart has shown them. */
export function effectTable(sweep: SweepText): Markup {
  const { words } = figureOf(sweep.summary);
  const keys = keyEffects(sweep);
  const number = (title: string) => ({ title, isNumber: true });
  const rows = keys.flatMap(({ key, levels }) =>
    levels.map((level) => [
      html`<code>${shown(key)}</code>`,
      levelText(level),
      String(level.settings),
      figureText(level.mean),
      level.difference === null ? "–" : signed(level.difference),
      level.interval ? `${signed(level.interval.low)} to ${signed(level.interval.high)}` : "",
    ]),
  );
  const known = keys.filter(({ importance }) => importance !== null);
  return html`<details>
      <summary>The effects in figures</summary>
      ${table(
        [
          { title: "Key" },
          { title: "Value" },
          number("Settings"),
          number(`Mean ${words}`),
          number("Difference"),
          number("95 % interval"),
        ],
        rows,
        "Effects",
      )}
    </details>
    <p class="note">
      Difference: the mean with a value minus the mean of all other settings, whatever else these
      have, with Welch's interval. A range is cut into four parts with as many settings each. tpe
      and halving spend more trials where it is good, which makes differences smaller. An interval
      of one of many values leaves 0 out now and then by chance alone.
      ${
        known.length > 0
          ? "Importance: how far the best tenth of the settings lies apart from all of them along a key (PED-ANOVA), as a share of all keys."
          : `Importances are told from ${LEAST_FOR_IMPORTANCE} settings on.`
      }
    </p>`;
}
