/** What the codecs' makers give: a class of decoders, in memory of their own. */
export interface WasmDecoder {
  /** Room for the compressed data, in the module's memory. */
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  /** In the module's memory. */
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
    isSigned?: boolean;
  };
  delete(): void;
}

/** A module of emscripten's. */
export type WasmFactory<Module> = (options: object) => Promise<Module>;

/**
 * An instance of a module, for one image: what a damaged file does to its memory ends with it, and so does what a large
 * one took.
 */
export function instance<Module>(
  factory: WasmFactory<Module>,
  module: WebAssembly.Module,
): Promise<Module> {
  return factory({
    instantiateWasm(imports: WebAssembly.Imports, done: (made: WebAssembly.Instance) => void) {
      done(new WebAssembly.Instance(module, imports));
      return {};
    },
    print() {},
    printErr() {},
    onAbort() {},
  });
}

/** @returns what the decoder made of a frame, in memory of its own; null where it could not */
export function decodeWith(
  decoder: WasmDecoder,
  frame: Uint8Array,
): { bytes: Uint8Array<ArrayBuffer>; info: ReturnType<WasmDecoder["getFrameInfo"]> } | null {
  try {
    decoder.getEncodedBuffer(frame.length).set(frame);
    decoder.decode();
    const info = decoder.getFrameInfo();
    const bytes = new Uint8Array(decoder.getDecodedBuffer());
    decoder.delete();
    return { bytes, info };
  } catch {
    // An exception of C++ is a number here, and a fault of the module a RuntimeError.
    return null;
  }
}
