/** Side of a thumbnail. Smaller, and different images look alike; larger, and a copy of half the size looks different. */
export const THUMBNAIL_SIDE = 16;
