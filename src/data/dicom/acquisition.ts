/** What a file says of how its image was made, and nothing of whom it shows. */
export interface Acquisition {
  /** MG, CT, US … */
  modality?: string;
  manufacturer?: string;
  /** FOR PROCESSING or FOR PRESENTATION. */
  intent?: string;
  /** L, R or B. */
  laterality?: string;
  /** CC, MLO, AP … */
  view?: string;
  /** Of words within the picture, a name perhaps: YES or NO. */
  burnedIn?: string;
  /** Millimetres from one row to the next, and from one column. */
  spacing?: readonly [number, number];
}
