import { expect, test } from "bun:test";
import { parseArgs } from "node:util";
import { describeFailure } from "../../src/cli/failure.ts";
import { judge } from "../../src/data/decode/with-sharp.ts";
import { RunError } from "../../src/errors.ts";
import type { Shortage } from "../../src/shortage.ts";
import { errorFromText } from "../../src/system-error.ts";
import { messages } from "../../src/cli/messages.ts";

const importing = (name: string) => import(name).catch((error: unknown) => error);

test("a package that is not installed is named, with what to do", async () => {
  const error = await importing("no-such-package-of-lamina");
  expect(describeFailure(error)).toEqual({
    exitCode: 1,
    message: messages.packageMissing("no-such-package-of-lamina"),
  });
});

test("an option without its value is told as the help writes it", () => {
  const error = (() => {
    try {
      return parseArgs({ args: ["--graph"], options: { graph: { type: "string" } } });
    } catch (thrown) {
      return thrown;
    }
  })();
  const told = (help: string) => describeFailure(error, help);
  expect(told("Usage: exp check FILE [--graph FILE.svg]")).toEqual({
    exitCode: 2,
    message: messages.valueMissing("--graph", "--graph FILE.svg"),
  });
  expect(told("").message).toBe(messages.valueMissing("--graph", "--graph …"));
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

test.each<[string, Shortage]>([
  ["Out of memory", "memory"],
  ["bun:ffi requires the JIT", "memory"],
  ["libtensorflow.so: failed to map segment from shared object", "memory"],
  ["vips_tracked: out of memory -- size == 45MB", "memory"],
  ["running Conv2D: OOM when allocating tensor with shape[32,9999,9999,16]", "memory"],
  ["ENOMEM: not enough memory, read", "memory"],
  ["glib: Error creating thread: Resource temporarily unavailable", "threads"],
  ["EAGAIN: resource temporarily unavailable, posix_spawn 'git'", "threads"],
])("too little of something is told with what to lower, wherever it was met: %s", (text, what) => {
  const told = { exitCode: 1, message: messages.shortage(what, text) };
  for (const error of [
    new RangeError(text),
    new RunError(text),
    new Error("While a was decoded", { cause: errorFromText(text) }),
  ])
    expect(describeFailure(error)).toEqual(told);
  // Of a picture it says nothing: it must not be left out for it.
  expect(() => judge(new Error(text), 1e6)).toThrow(text);
});

test("a picture or a file that says nothing of memory is judged as before", () => {
  expect(judge(new Error("VipsJpeg: premature end of JPEG image"), 1e6).reason).toBe("truncated");
  expect(judge(new Error("pngload_buffer: libspng read error"), 1e6).reason).toBe("corrupt");
});

test("what only writing is refused for was written, however the file was opened", () => {
  const refused = (code: string) =>
    describeFailure(errorFromText(`${code}: refused, open '/somewhere/x.yaml'`)).message;
  expect(refused("EROFS")).toStartWith("/somewhere/x.yaml cannot be written: ");
  expect(refused("ENOSPC")).toStartWith("/somewhere/x.yaml cannot be written: ");
  expect(refused("EACCES")).toStartWith("/somewhere/x.yaml cannot be read: ");
});
