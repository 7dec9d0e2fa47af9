/** What the operating system's errors mean to the person whose file it is, and what to do where that is known. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EBUSY: "it is in use",
  EDQUOT: "the disk quota is used up; delete something or ask for more",
  EEXIST: "a file of this name is in the way",
  EFBIG: "it would be larger than files may be here",
  EFTYPE:
    "it is a link, a pipe, a device or the like; put a file or a folder of its own in its place",
  EIO: "the disk reports an error",
  EISDIR: "it is a folder",
  ELOOP: "links lead round in a circle, or too many of them to one another",
  EMFILE: "too many files are open; raise the limit with ulimit -n",
  ENAMETOOLONG: "the name is too long",
  ENFILE: "too many files are open on this machine",
  ENODEV: "there is no such device",
  ENOENT: "there is no such file or folder",
  ENOSPC: "no space is left on the disk; delete something or write elsewhere",
  ENOTDIR: "a part of the path is a file, not a folder",
  ENOTEMPTY: "the folder is not empty",
  ENXIO: "there is no such device",
  EOVERFLOW: "it is larger than such a file can be",
  EPERM: "this is not permitted",
  EPIPE: "the reader has closed it",
  EROFS: "the file system can only be read",
  ESTALE: "the network file system has lost it; mount it again",
  ETIMEDOUT: "the network file system does not answer",
  ETXTBSY: "it is a program that is running",
};

/** An error that a call to the operating system ended with. */
export interface SystemError extends Error {
  code: string;
  syscall: string;
  path?: string;
  dest?: string;
}

/** Whether the operating system refused something, as opposed to a mistake in the code. */
export function isSystemError(error: unknown): error is SystemError {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) && typeof syscall === "string";
}

/** Why the system refused something, in words: `no space is left on the disk; … (ENOSPC)`. */
export function systemReason(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === "string" && Object.hasOwn(reasons, code)) return `${reasons[code]} (${code})`;
  return String(message ?? error).split("\n")[0]!;
}

/**
 * An error of which only the text has come, from another thread: `Error: EIO: i/o error, read`, maybe with its stack. What the
 * system refused there is known as such here.
 */
export function errorFromText(text: string): Error {
  const error = new Error(text);
  const told = /^(?:\w*Error: )?(E[A-Z0-9]+): [^\n]*?, (\w+)(?: '([^\n]*)')?(?:\n|$)/.exec(text);
  if (told === null) return error;
  const [, code, syscall, path] = told;
  return Object.assign(error, { code, syscall }, path === undefined ? {} : { path });
}
