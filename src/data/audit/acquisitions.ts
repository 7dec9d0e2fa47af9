import type { Acquisition } from "../dicom/acquisition.ts";
import { messages } from "../messages.ts";
import { byCodeUnit } from "../source/walk.ts";

/** What the user should know of how the images of DICOM files were made. @param images those of other files have none */
export function acquisitionWarnings(images: readonly { acquisition?: Acquisition }[]): string[] {
  const made = images.flatMap(({ acquisition }) => acquisition ?? []);
  const burned = made.filter(({ burnedIn }) => burnedIn?.toUpperCase() === "YES").length;
  const intents = countsOf(made, ({ intent }) => intent);
  const views = countsOf(made, ({ view }) => view);
  return [
    ...(burned > 0 ? [messages.burnedIn(burned, images.length)] : []),
    ...(intents.length > 1 ? [messages.mixedIntents(intents)] : []),
    ...(views.length > 1 ? [messages.mixedViews(views)] : []),
  ];
}

/** The most frequent first. */
function countsOf(
  made: readonly Acquisition[],
  of: (acquisition: Acquisition) => string | undefined,
): [value: string, images: number][] {
  const values = Map.groupBy(
    made.flatMap((one) => of(one) ?? []),
    (value) => value,
  );
  return Array.from(values, ([value, { length }]) => [value, length] as [string, number]).toSorted(
    (a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]),
  );
}
