/**
 * Pictures that the browser decodes, from the worker's side and from the page's: a worker of a page that is opened as a file
 * reads no Blob in WebKit, and only of one is a picture decoded.
 */

declare const self: Worker;

/** What the worker asks the page: the answer comes by the port. */
export interface PictureOrder {
  /** A file's content. */
  picture: Uint8Array;
  /** "image/jpeg" */
  type: string;
  port: MessagePort;
}

/** In the worker. @returns null where the browser cannot decode the file */
export function askForPicture(bytes: Uint8Array, type: string): Promise<ImageBitmap | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const take = ({ data }: MessageEvent<ImageBitmap | null>) => {
      port1.close();
      resolve(data);
    };
    port1.addEventListener("message", take, { once: true });
    port1.start();
    self.postMessage({ picture: bytes, type, port: port2 } satisfies PictureOrder, [port2]);
  });
}

/** In the page. Levels are as they are stored: no colour profile is applied. */
export async function givePicture({ picture, type, port }: PictureOrder): Promise<void> {
  // In one part: Firefox decodes nothing from a Blob of several.
  const file = new Blob([picture as Uint8Array<ArrayBuffer>], { type });
  const bitmap = await createImageBitmap(file, {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  }).catch(() => null);
  port.postMessage(bitmap, bitmap ? [bitmap] : []);
}
