/**
 * The name of a value in a record: the keys that lead to it, `train.epochs`, and positions in lists as numbers,
 * `model.layers[0].conv.filters`. A key of the user's own, such as the name
 * of a class, stands in quotes where it would not be told from several: `recall["a.b[0]"]`.
 */
export type Name = readonly Key[];
type Key = string | number;

/** What a key may hold that stands as it is: nothing that separates names, compares them or cannot be seen. */
const plainKey = /^[^\s.,[\]<>=!"\p{C}](?:[^.,[\]<>=!"\p{Zl}\p{Zp}\p{C}]*[^\s.,[\]<>=!"\p{C}])?$/u;

export function printName(name: Name): string {
  return name
    .map((key, index) =>
      typeof key === "number"
        ? `[${key}]`
        : !plainKey.test(key)
          ? `[${quoted(key)}]`
          : index > 0
            ? `.${key}`
            : key,
    )
    .join("");
}

/** As JSON, in one line. */
function quoted(key: string): string {
  return JSON.stringify(key).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const nextKey = /\[("(?:[^"\\]|\\.)*")\]|\[(\d+)\]|(?:^|\.)([^.,[\]<>=!"]+)/y;

/** @returns undefined where the text is no name as `printName` writes it */
export function parseName(text: string): Key[] | undefined {
  const keys: Key[] = [];
  nextKey.lastIndex = 0;
  while (nextKey.lastIndex < text.length) {
    const match = nextKey.exec(text);
    if (!match) return undefined;
    const [, inQuotes, position, plain] = match;
    if (position !== undefined) keys.push(Number(position));
    else keys.push(inQuotes === undefined ? plain! : readQuoted(inQuotes));
  }
  return keys;
}

/** The keys of a name that `printName` has written. */
export function keysOf(name: string): Key[] {
  const keys = parseName(name);
  if (!keys) throw new Error(`${JSON.stringify(name)} is no name of a value.`);
  return keys;
}

function readQuoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    // Typed by hand, with an escape that JSON does not have.
    return text.slice(1, -1);
  }
}

/** Names between commas, of which those in quotes separate nothing. */
export function splitNames(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"|[^,])+/g)?.map((name) => name.trim()) ?? [];
}
