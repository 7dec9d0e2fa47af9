/** Where a page listens for changes of what it shows. */
export const EVENTS_PATH = "/events";

/** Where two runs are compared: /diff?run=A&run=B */
export const COMPARISON_PATH = "/diff";
