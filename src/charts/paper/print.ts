import type { Estimate } from "../../evaluate/rule-figures.ts";
import { grouped } from "../../wording.ts";

/** What an undefined figure is shown as. */
export const UNDEFINED = "–";

/** 0.865 (0.785–0.918). An interval that is unknown is left out. */
export function shareText({ value, interval }: Estimate): string {
  return withInterval(value, interval, (number) => number.toFixed(3));
}

/** Of a ratio, which may be large: 6.14 (3.73–10.1). */
export function ratioText({ value, interval }: Estimate): string {
  return withInterval(value, interval, (number) =>
    number >= 100 ? grouped(Math.round(number)) : number.toFixed(number >= 10 ? 1 : 2),
  );
}

/** Of a figure that may be below 0. */
export function signedText({ value, interval }: Estimate, decimals = 3): string {
  if (value === null) return UNDEFINED;
  const print = (number: number) => {
    const digits = Math.abs(number).toFixed(decimals);
    return number < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
  };
  return interval === null
    ? print(value)
    : `${print(value)} (${print(interval.low)} to ${print(interval.high)})`;
}

/** 35 (58.3 %) */
export function countText(count: number, of: number | null): string {
  if (of === null) return grouped(count);
  return `${grouped(count)} (${percentText(count / of)})`;
}

/** 58.3 % */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function withInterval(
  value: Estimate["value"],
  interval: Estimate["interval"],
  print: (number: number) => string,
): string {
  if (value === null) return UNDEFINED;
  if (interval === null) return print(value);
  return `${print(value)} (${print(interval.low)}–${print(interval.high)})`;
}
