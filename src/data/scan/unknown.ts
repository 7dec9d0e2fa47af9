/** A file, or a frame of one, that has to be read. */
export interface Unknown {
  /** Position in the list of files. */
  index: number;
  path: string;
  /** Where each of the file's frames is an image: which one, from 1. */
  frame: number | undefined;
  /** Its size; 0 where the system does not tell. */
  bytes: number;
  /** Of a file with several names (hard links), what tells it by each of them. */
  linkKey: string | null;
}
