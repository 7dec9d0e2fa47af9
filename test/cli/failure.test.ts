import { expect, test } from "bun:test";
import { describeFailure } from "../../src/cli/failure.ts";
import { messages } from "../../src/cli/messages.ts";

const importing = (name: string) => import(name).catch((error: unknown) => error);

test("a package that is not installed is named, with what to do", async () => {
  const error = await importing("no-such-package-of-lamina");
  expect(describeFailure(error)).toEqual({
    exitCode: 1,
    message: messages.packageMissing("no-such-package-of-lamina"),
  });
});

test("a file of Lamina's own that is missing is a mistake in Lamina", async () => {
  const { message } = describeFailure(await importing("./no-such-file.ts"));
  expect(message).toContain("This is a mistake in Lamina");
});

test("a mistake in Lamina is told with its causes, the versions and the call, and no more", () => {
  const first = new DOMException("first", "DataCloneError");
  const error = new Error("While a was decoded", {
    cause: new Error("in between", { cause: first }),
  });
  const { exitCode, message } = describeFailure(error, "", ["data", "a b.yaml"]);
  expect(exitCode).toBe(1);
  expect(message).toContain("Error: While a was decoded\n");
  expect(message).toContain("because of Error: in between\n");
  expect(message).toContain("because of DataCloneError: first");
  expect(message).toContain(`Bun ${Bun.version}`);
  expect(message).toEndWith('exp "data" "a b.yaml"');
  expect(message).not.toContain("_ERR");
  for (const odd of [undefined, null, "text", 3])
    expect(describeFailure(odd).message).toContain(`\n${String(odd)}\n`);
});
