import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { readText } from "../regular-file.ts";
import { RunError } from "../errors.ts";
import { messages as runMessages } from "../run/messages.ts";
import { messages } from "./messages.ts";
import { charts } from "./charts.ts";
import { parseTemplate, TEMPLATE_ENDING, type Template } from "./template.ts";
import { systemReason } from "../system-error.ts";

/** A template that cannot be used. */
export class TemplateError extends RunError {
  override name = "TemplateError";

  /** @param reason begins with the file */
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(reason);
  }
}

const MOST_BYTES = 1_000_000;

/** The templates in a folder, sorted by name, each or what is wrong with it; none where there is no such folder. */
export async function readTemplates(folder: string): Promise<(Template | TemplateError)[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code!)) return [];
    const reason = runMessages.runFileUnreadable(folder, systemReason(error));
    return [new TemplateError(folder, reason)];
  }
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(TEMPLATE_ENDING))
    .map((entry) => entry.name)
    .toSorted();
  return Promise.all(
    names.map((name) =>
      readTemplate(join(folder, name)).catch((error: unknown) => {
        if (error instanceof TemplateError) return error;
        throw error;
      }),
    ),
  );
}

/** @throws TemplateError when it is missing or cannot be used */
export async function readTemplate(file: string): Promise<Template> {
  try {
    return await parseFile(file);
  } catch (error) {
    if (error instanceof RunError) throw new TemplateError(file, error.message);
    throw error;
  }
}

async function parseFile(file: string): Promise<Template> {
  const name = basename(file).replace(TEMPLATE_ENDING, "");
  if (!file.endsWith(TEMPLATE_ENDING) || !/^[a-z0-9][a-z0-9_-]{0,59}$/i.test(name))
    throw new RunError(messages.templateName(file));
  if (Object.hasOwn(charts, name)) throw new RunError(messages.templateTaken(file));
  const text = await readText(file, MOST_BYTES).catch((error: NodeJS.ErrnoException) => {
    throw new RunError(
      error.code === "EOVERFLOW"
        ? messages.templateTooLarge(file, MOST_BYTES)
        : runMessages.runFileUnreadable(file, systemReason(error)),
    );
  });
  parseTemplate({ name, text }, file);
  return { name, text };
}
