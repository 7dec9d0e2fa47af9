/**
 * Pixels that mean nothing: waves and noise, the same everywhere. What the network makes of them tells whether a browser
 * computes as it should.
 */
export function pattern(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, (_, at) => {
    // The "minimal standard" generator of Park and Miller, 1988: its products are below 2^53.
    state = (state * 16_807) % 2_147_483_647;
    return 96 + 64 * Math.sin(at / 37) + (state % 64);
  });
}
