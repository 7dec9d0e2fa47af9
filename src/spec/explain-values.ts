import { shareOf } from "./carried-values.ts";
import { describeSchema } from "./describe.ts";
import type { Language } from "./language.ts";
import type { Path } from "./locate.ts";
import { messages } from "./messages.ts";
import { meantName } from "./names.ts";
import { isMapping } from "./resolve.ts";
import { follow, type Schema, schemaAt } from "./schema.ts";

/** A key that was meant as an item, `-conv: …`, where a list belongs. */
export function dashOf(data: unknown, asked: Schema): string | undefined {
  const isWrong = asked.type === "array" && typeof data === "object" && data !== null;
  return isWrong ? Object.keys(data).find((key) => /^-[A-Za-z]/.test(key)) : undefined;
}

/** How a value is written that is right but for its form: `"10"`, `(28, 28)`. */
export function rightForm(data: unknown, asked: Schema): string | undefined {
  if (asked.type === "array" && asked.items?.$ref === "#/definitions/layer" && isMapping(data))
    return messages.instead(messages.layersAreAList());
  if (typeof data !== "string") return undefined;
  const [, inner] = /^[([{](.*)[)\]}]$/.exec(data.trim()) ?? [];
  const wanted = describeSchema(asked);
  if (inner !== undefined && wanted.includes("a list")) return messages.inBrackets(`[${inner}]`);
  const share = shareOf(data);
  if (data.includes("%") && share !== undefined && /\bnumber\b/.test(wanted))
    return messages.instead(messages.write(String(share)));
  if (!/\bnumber\b/.test(wanted) || data.trim() === "") return undefined;
  if (Number.isFinite(Number(data))) return messages.withoutQuotes(data.trim());
  const digits = data.trim().replaceAll(/[;,]$|(?<=\d)[_, '](?=\d{3}\b)/g, "");
  return Number.isFinite(Number(digits)) ? messages.instead(messages.write(digits)) : undefined;
}

/** How a name is written that needs no settings, and has none behind its colon: `- flatten:`. */
export function bareWord(path: Path, data: unknown, { schema }: Language): string | undefined {
  const [holder, name] = path.slice(-2);
  const words = schemaAt(path.slice(0, -1), schema)?.anyOf?.flatMap(
    (one) => follow(one).enum ?? [],
  );
  if (data !== null || !words?.includes(name)) return undefined;
  return messages.instead(
    messages.write(typeof holder === "number" ? `- ${name}` : `${holder}: ${name}`),
  );
}

/** How a share is written that is meant in percent: 20 where nothing above 1 is allowed. */
export function inPercent(
  data: unknown,
  { maximum, exclusiveMaximum }: Schema,
): string | undefined {
  const isShare = (maximum ?? exclusiveMaximum) === 1;
  return isShare && typeof data === "number" && data > 1 && data < 100
    ? messages.instead(messages.write(String(data / 100)))
    : undefined;
}

/** The word that a text was most likely meant to be, where the schema allows one beside other values. */
export function meantWord(data: unknown, asked: Schema): string | undefined {
  const words = (asked.anyOf ?? []).flatMap(({ const: word }) =>
    typeof word === "string" ? [word] : [],
  );
  return typeof data === "string" ? meantName(data, words) : undefined;
}
