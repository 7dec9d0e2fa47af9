/** Side of a thumbnail. Smaller, and different images look alike; larger, and a copy of half the size looks different. */
export const THUMBNAIL_SIDE = 16;
/** Of a thumbnail, in pixels. */
export const AREA = THUMBNAIL_SIDE * THUMBNAIL_SIDE;
