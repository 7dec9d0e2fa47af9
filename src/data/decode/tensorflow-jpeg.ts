import { ptr, toArrayBuffer, type Pointer } from "bun:ffi";
import { DataType } from "../../engine/attributes.ts";
import { made, openCApi, type CApi } from "../../engine/c-api.ts";
import type { LibraryAddress } from "../../engine/library.ts";
import type { Samples } from "./samples.ts";

/** Bytes of a TF_TString (tensorflow/core/platform/ctstring_internal.h). */
const STRING_BYTES = 24;
const ACCURATE = Buffer.from("INTEGER_ACCURATE");

/**
 * TensorFlow's DecodeJpeg, on the thread that calls it. With its accurate transform it gives libjpeg-turbo's own pixels,
 * which are those of Pillow and of libvips.
 */
export class JpegDecoder {
  readonly #api: CApi;
  readonly #context: Pointer;
  readonly #result = new BigUint64Array(1);
  readonly #count = new Int32Array(1);

  /** @throws EngineError when the library cannot be used */
  constructor({ path, context }: LibraryAddress) {
    this.#api = openCApi(path);
    this.#context = context;
  }

  /**
   * @param bytes a JPEG file, grey or colour
   * @param use what is made of the image, which is in TensorFlow's memory and gone afterwards
   * @returns undefined where TensorFlow refuses the file: one that is cut short, among others. One with damage that
   *   libjpeg knows to get over is decoded
   */
  decode<Result>(bytes: Uint8Array, use: (image: Samples) => Result): Result | undefined {
    const api = this.#api;
    const image = this.#execute(bytes);
    if (!image) return undefined;
    const tensor = made(api.TFE_TensorHandleResolve(image, api.status));
    try {
      const [height, width, channels] = [0, 1, 2].map((axis) =>
        Number(api.TFE_TensorHandleDim(image, axis, api.status)),
      ) as [number, number, 1 | 3];
      const memory = toArrayBuffer(api.TF_TensorData(tensor)!, 0, height * width * channels);
      return use({ width, height, channels, pixels: new Uint8Array(memory) });
    } finally {
      api.TF_DeleteTensor(tensor);
      api.TFE_DeleteTensorHandle(image);
    }
  }

  #execute(bytes: Uint8Array): Pointer | undefined {
    const api = this.#api;
    const contents = this.#view(bytes);
    const operation = made(api.TFE_NewOp(this.#context, api.name("DecodeJpeg"), api.status));
    api.TFE_OpAddInput(operation, contents, api.status);
    api.TFE_OpSetAttrString(operation, api.name("dct_method"), ACCURATE, ACCURATE.length);
    this.#count[0] = 1;
    api.TFE_Execute(operation, ptr(this.#result), ptr(this.#count), api.status);
    api.TFE_DeleteOp(operation);
    api.TFE_DeleteTensorHandle(contents);
    return api.TF_GetCode(api.status) === 0 ? made(this.#result[0]!) : undefined;
  }

  /** A tensor of one string that lies where `bytes` lie: no longer used once they may be freed. */
  #view(bytes: Uint8Array): Pointer {
    const api = this.#api;
    const tensor = made(api.TF_AllocateTensor(DataType.string, null, 0, STRING_BYTES));
    const text = api.TF_TensorData(tensor)!;
    api.TF_StringInit(text);
    api.TF_StringAssignView(text, bytes, bytes.length);
    const handle = api.TFE_NewTensorHandle(tensor, api.status);
    api.TF_DeleteTensor(tensor);
    return made(handle);
  }
}
