import { CString, dlopen, FFIType } from "bun:ffi";

/** RTLD_LAZY of dlopen(3) */
const LAZY = 1;

/**
 * Has the system's loader open a library by its name. Bun's own dlopen looks in the current folder, too, where a library may
 * be anybody's: whatever is opened by its name goes through here first.
 * @returns the loader's reason where it does not; null where the library is open, as it stays
 */
export function loaderRefusal(name: string): string | null {
  const { symbols } = dlopen("libdl.so.2", {
    dlopen: { args: [FFIType.ptr, FFIType.i32], returns: FFIType.ptr },
    dlerror: { args: [], returns: FFIType.ptr },
  });
  if (symbols.dlopen(Buffer.from(`${name}\0`), LAZY)) return null;
  const reason = symbols.dlerror();
  return reason ? String(new CString(reason)) : name;
}
