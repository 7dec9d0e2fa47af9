import { expect, test } from "bun:test";
import { describeFailure } from "../../src/cli/failure.ts";
import { messages } from "../../src/messages.ts";

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
