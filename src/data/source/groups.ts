import { messages } from "../../messages.ts";

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
