import { quote } from "../wording.ts";

/** A file that cannot be used, and why. */
export interface Unusable {
  file: string;
  reason: string;
  detail: string;
}

/** Each in a line of its own. */
export function reasons(files: readonly Unusable[], most = 20): string {
  const lines = files
    .slice(0, most)
    .map(({ file, reason, detail }) => `  ${quote(file)} ${reason}: ${detail}`);
  return [...lines, ...(files.length > most ? [`  and ${files.length - most} more`] : [])].join(
    "\n",
  );
}

/** The first, and how many more there are. */
export function firstReason([first, ...others]: readonly Unusable[]): string {
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return `${quote(first!.file)}: ${first!.detail}${more}`;
}
