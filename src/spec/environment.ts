import { describeValue } from "./describe.ts";
import { type Diagnostic, type Place, printPath } from "./diagnostic.ts";
import type { Path } from "./locate.ts";
import { messages } from "./messages.ts";
import { meantName } from "./names.ts";
import { parseYaml } from "./parse.ts";
import type { Texts } from "./places.ts";
import { isMapping } from "./resolve.ts";
import { isOnlyText, schemaAt } from "./schema.ts";

/** Variables of the environment by their names, as process.env has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What one text says, and where that is. */
export interface Part {
  value: unknown;
  texts: Texts;
}

/** The key under which variables are declared. */
export const ENVIRONMENT = "environment";

const NAME = /^[A-Za-z_]\w*$/;

/** `${DATA}`; with a dollar before it, which stands for itself; and in the forms of other tools, which are told. */
const USE = /\$?\$\{(?:(?:oc\.)?env:)?([A-Za-z_]\w*)[^{}]*\}/g;

/** A run keeps the values, and git does. */
const SECRET = /secret|token|passw|credential|(api|access|private)_?key/i;

/**
 * Puts in what the variables hold that texts declare: `environment: { DATA: images }`, `train: ${DATA}/train`. A
 * variable that is not set, or empty, has its default; what the first text says of it goes before the next.
 *
 * @param parts texts, each of which extends the next
 * @returns the parts without what declares variables, and the values of those that are declared
 */
export function substituteVariables(
  parts: readonly Part[],
  environment: Environment,
): { parts: Part[]; values: Record<string, string>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const variables = new Map<string, Variable>();
  for (const { value, texts } of parts) {
    const refuse = (path: Path, message: string) => {
      const place = texts.locate(path, path.length > 1 ? "key" : "value");
      diagnostics.push({ ...place, message: `${printPath(path)}: ${message}` });
    };
    for (const [name, usual] of declared(value, refuse)) {
      if (variables.has(name)) continue;
      const set = environment[name];
      const usualPlace = texts.locate([ENVIRONMENT, name], "value");
      const isUsual = !set && usual !== null;
      variables.set(name, isUsual ? { value: usual, usualPlace } : { value: set || null });
    }
  }
  const substituted = parts.map((part) => {
    const substitution = new Substitution(variables, part.texts, diagnostics);
    const value = isMapping(part.value) ? substitution.experiment(part.value) : part.value;
    return { value, texts: substitution };
  });
  const values = [...variables].flatMap(([name, { value }]) =>
    value === null ? [] : [[name, value] as const],
  );
  return { parts: substituted, values: Object.fromEntries(values), diagnostics };
}

interface Variable {
  /** null where it is not set and has no default. */
  value: string | null;
  /** Of the default, where that is the value. */
  usualPlace?: Place;
}

/** The variables of a text with their defaults, null where there is none; but for those that are declared wrongly. */
function declared(
  text: unknown,
  refuse: (path: Path, message: string) => void,
): [string, string | null][] {
  const variables = isMapping(text) ? text[ENVIRONMENT] : undefined;
  if (variables === undefined || variables === null) return [];
  if (!isMapping(variables)) {
    refuse([ENVIRONMENT], messages.notVariables(describeValue(variables)));
    return [];
  }
  return Object.entries(variables).map(([name, usual]) => {
    const path = [ENVIRONMENT, name];
    if (!NAME.test(name)) refuse(path, messages.notAVariable());
    else if (SECRET.test(name)) refuse(path, messages.secretVariable());
    else if (typeof usual === "object" && usual !== null)
      refuse(path, messages.variableDefault(describeValue(usual)));
    return [name, usual === null ? null : String(usual)];
  });
}

/** A text with the values of variables in it; the places of these know their names. */
class Substitution implements Texts {
  /** By the paths of texts: the variables in them, and where the default is that is all of one. */
  private readonly uses = new Map<string, { names: string[]; usualPlace: Place | undefined }>();

  constructor(
    private readonly variables: ReadonlyMap<string, Variable>,
    private readonly texts: Texts,
    private readonly diagnostics: Diagnostic[],
  ) {}

  has(path: Path): boolean {
    return this.texts.has(path);
  }

  locate(path: Path, part: "key" | "value"): Place {
    const place = this.texts.locate(path, part);
    const use = part === "value" ? this.uses.get(JSON.stringify(path)) : undefined;
    return use ? { ...(use.usualPlace ?? place), variables: use.names } : place;
  }

  experiment(experiment: Record<string, unknown>): unknown {
    const { [ENVIRONMENT]: _, ...own } = experiment;
    return this.inside(own, []);
  }

  private inside(value: unknown, path: Path): unknown {
    if (typeof value === "string") return value.includes("${") ? this.text(value, path) : value;
    if (Array.isArray(value))
      return value.map((item, index) => this.inside(item, [...path, index]));
    if (!isMapping(value)) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      this.inside(inner, [...path, key]),
    ]);
    return Object.fromEntries(entries);
  }

  private text(written: string, path: Path): unknown {
    const names: string[] = [];
    const text = written.replace(USE, (use, name: string) => {
      if (use.startsWith("$$")) return use.slice(1);
      const message = this.mistake(use, name);
      if (message !== undefined) {
        const place = this.texts.locate(path, "value");
        this.diagnostics.push({ ...place, message: `${printPath(path)}: ${message}` });
      }
      names.push(name);
      return this.variables.get(name)?.value ?? "";
    });
    if (names.length === 0) return text;
    const isWhole = written === `\${${names[0]}}`;
    const usualPlace = isWhole ? this.variables.get(names[0]!)?.usualPlace : undefined;
    this.uses.set(JSON.stringify(path), { names, usualPlace });
    return isWhole ? asWritten(text, path) : text;
  }

  private mistake(use: string, name: string): string | undefined {
    if (use !== `\${${name}}`) return messages.variableForm(use, name);
    const variable = this.variables.get(name);
    if (!variable)
      return messages.undeclaredVariable(name, meantName(name, [...this.variables.keys()]));
    return variable.value === null ? messages.variableNotSet(name) : undefined;
  }
}

/** A single value as YAML has it, where more than a text is allowed: `30` is a number. */
function asWritten(text: string, path: Path): unknown {
  const schema = schemaAt(path);
  if (schema && isOnlyText(schema)) return text;
  const { value, diagnostics } = parseYaml(text, text);
  return diagnostics.length > 0 || typeof value === "object" ? text : value;
}
