/** Imported by a name that the type checker does not see: the compiler's types declare Node's `require` anew. */
const compiler: string = "assemblyscript/asc";
const source = "kernels.as.ts";
const result = "kernels.wasm";

/**
 * What kernels.wasm holds.
 * @throws Error with the compiler's words
 */
export async function compile(): Promise<Uint8Array> {
  const text = await Bun.file(`${import.meta.dir}/${source}`).text();
  let compiled = new Uint8Array();
  const { main } = await import(compiler);
  const { error, stderr } = await main(
    [source, "--outFile", result, "-O3", "--noAssert", "--enable", "simd", "--runtime", "stub"],
    {
      readFile: (name: string) => (name === source ? text : null),
      writeFile(name: string, content: Uint8Array<ArrayBuffer>) {
        if (name === result) compiled = content;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return compiled;
}

if (import.meta.main) await Bun.write(`${import.meta.dir}/${result}`, await compile());
