/** What a heat map is drawn in, on a grey picture: from orange to a light yellow, so that brightness alone tells it too. */
export const COOL = [0xd5, 0x5e, 0x00] as const;
export const HOT = [0xff, 0xe0, 0x8a] as const;
/** Where it is hottest; where it is cold, the picture alone is seen. */
export const MOST_OPAQUE = 0.75;
