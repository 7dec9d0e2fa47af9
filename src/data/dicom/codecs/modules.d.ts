declare module "@cornerstonejs/codec-openjpeg/decodewasmjs" {
  const factory: unknown;
  export default factory;
}

declare module "@cornerstonejs/codec-charls/decodewasmjs" {
  const factory: unknown;
  export default factory;
}

declare module "jpeg-lossless-decoder-js" {
  export class Decoder {
    /** @param bytes of each value @returns [height, width, samples] */
    decode(
      frame: ArrayBuffer,
      offset: number,
      length: number,
      bytes: number,
    ): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  }
}
