/**
 * The declarations of TypeScript modules, as text: what a page shows of them, and what the types of the package are made of.
 * A declaration has a blank line before it, and none inside one.
 */
export class Declarations {
  private readonly texts = new Map<string, string>();
  private readonly told = new Set<string>();

  /** @param modules of two declarations of one name, that of the first is meant */
  constructor(modules: readonly string[]) {
    for (const module of modules)
      for (const block of module.split(/\n\n(?=\/\*\*|export )|(?<=;)\n(?=\/\*\*|export )/)) {
        const name = /^export (?:interface|type|const) (\w+)/m.exec(block)?.[1];
        if (name === undefined) continue;
        if (!this.texts.has(name)) this.texts.set(name, block.trim().split("\n\n")[0]!);
      }
  }

  /** A declaration and all that it names, save what was told before. */
  closure(name: string): string[] {
    if (this.told.has(name)) return [];
    this.told.add(name);
    const text = this.texts.get(name)!;
    const code = text.replace(/\/\*\*.*?\*\/|"[^"]*"/gs, "");
    return [text, ...this.namedIn(code).flatMap((other) => this.closure(other))];
  }

  /** Constants are named by their type alone: a property may be called as one. */
  private namedIn(code: string): string[] {
    return [...this.texts].flatMap(([name, text]) => {
      const isConstant = /^export const /m.test(text);
      const isNamed = new RegExp(
        isConstant ? `(?:\\btypeof |\\.\\.\\.)${name}\\b` : `\\b${name}\\b`,
      ).test(code);
      return isNamed ? name : [];
    });
  }
}
