/** 2026-11-27T19:57:04.123Z → 27 November 2026, 19:57 UTC */
export function dateOf(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "an unknown day";
  const day = date.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}
