/** Imported by a name that the type checker does not see: the compiler's types declare Node's `require` anew. */
const compiler: string = "assemblyscript/asc";

/** The folders whose kernels.as.ts, with what it imports, is compiled to the kernels.wasm beside it. */
export const kernelFolders = ["data/audit", "data/decode/clahe", "data/decode/resample"];

/**
 * What a folder's kernels.wasm holds.
 * @param folder from this one
 * @throws Error with the compiler's words
 */
export async function compileKernels(folder: string): Promise<Uint8Array> {
  const [source, result] = ["kernels.as.ts", "kernels.wasm"];
  const texts = new Map<string, string>();
  for (const name of new Bun.Glob("*.as.ts").scanSync(`${import.meta.dir}/${folder}`))
    texts.set(name, await Bun.file(`${import.meta.dir}/${folder}/${name}`).text());
  let compiled = new Uint8Array();
  const { main } = await import(compiler);
  const { error, stderr } = await main(
    [source, "--outFile", result, "-O3", "--noAssert", "--enable", "simd", "--runtime", "stub"],
    {
      readFile: (name: string) => texts.get(name) ?? null,
      writeFile(name: string, content: Uint8Array<ArrayBuffer>) {
        if (name === result) compiled = content;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return compiled;
}

if (import.meta.main)
  for (const folder of kernelFolders)
    await Bun.write(`${import.meta.dir}/${folder}/kernels.wasm`, await compileKernels(folder));
