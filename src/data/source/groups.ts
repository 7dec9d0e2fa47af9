import { messages } from "./messages.ts";
import { byCodeUnit } from "./walk.ts";

/** Finds the group in the name of a file; undefined where there is none. */
export type Grouping = (file: string) => string | undefined;

/**
 * A grouping by a regular expression: what its parentheses catch, or all that it matches. The syntax is RE2's, which
 * takes time in proportion to the name whatever the expression: none can hang. One with a slash in it is held against
 * the whole path, any other against the name alone.
 *
 * @returns the grouping, or a message that says what is wrong with the expression
 */
export async function groupingBy(pattern: string): Promise<Grouping | string> {
  // Only where it is needed: it takes longer to load than everything else in a check.
  const { RE2JS } = await import("re2js");
  let expression: ReturnType<typeof RE2JS.compile>;
  try {
    expression = RE2JS.compile(pattern);
  } catch (error) {
    return messages.groupPatternWrong((error as Error).message);
  }
  const isOfPath = pattern.includes("/");
  return (file) => {
    const matcher = expression.matcher(isOfPath ? file : file.slice(file.lastIndexOf("/") + 1));
    if (!matcher.find()) return undefined;
    const caught = Array.from({ length: matcher.groupCount() }, (_, index) =>
      matcher.group(index + 1),
    ).filter((text) => text !== null && text !== undefined);
    const text = caught.length > 0 ? caught.join(" ") : matcher.group();
    return text ? text : undefined;
  };
}

/** Gives each file the group that its name tells. @returns those whose name tells none */
export function groupByName<File extends { name: string; group?: string }>(
  files: readonly File[],
  grouping: Grouping,
): File[] {
  return files.filter((file) => {
    const group = grouping(file.name);
    if (group !== undefined) file.group = group;
    return group === undefined;
  });
}

/** A group with this share of all images leaves next to nothing for other splits. */
const NEARLY_ALL = 0.9;

/** Groups that are most likely not what was meant. @param groups of each image that has one */
export function groupWarnings(groups: readonly string[]): string[] {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  if (sizes.size < 2) return [];
  if (sizes.size === groups.length)
    return [
      messages.groupsOfOne([...sizes.keys()].toSorted(byCodeUnit).slice(0, 2), groups.length),
    ];
  const nearlyAll = [...sizes].find(([, size]) => size >= NEARLY_ALL * groups.length);
  return nearlyAll ? [messages.groupOfNearlyAll(...nearlyAll, groups.length)] : [];
}
