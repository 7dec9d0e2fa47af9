import { visible } from "../text.ts";

/** A sentence of Lamina's with names in it, which are no markup, no link and call nobody. */
export function sentence(line: string): string {
  return visible(line)
    .replace(/[\\`*_[\]<>|#&~]/g, "\\$&")
    .replaceAll("@", "&#64;");
}
