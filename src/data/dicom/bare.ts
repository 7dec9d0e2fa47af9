/** Whether a file without the preamble begins as a data set does, as files from before it and from some exports do. */
export function isBareDataset(bytes: Uint8Array): boolean {
  if (bytes.length < 24) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isVr = /^(?:A[EST]|CS|D[AST]|I[S]|L[OT]|PN|S[HLST]|T[M]|U[ILNST]|O[BW])$/.test(
    String.fromCharCode(bytes[4]!, bytes[5]!),
  );
  const isBig = bytes[0] === 0 && bytes[1] === 8 && isVr;
  const group = view.getUint16(0, !isBig);
  if (group !== 8 && group !== 2) return false;
  const length = isVr ? view.getUint16(6, !isBig) : view.getUint32(4, true);
  if (length > 64 || 8 + length + 4 > bytes.length || view.getUint16(2, !isBig) > 0x70)
    return false;
  // The next element is in the same group, and a little higher.
  const [next, element] = [view.getUint16(8 + length, !isBig), view.getUint16(10 + length, !isBig)];
  return next === group && element > view.getUint16(2, !isBig);
}
