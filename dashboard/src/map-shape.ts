/** A country as the map draws it: its outline and where its label stands. */
export interface MapShape {
  code: string;
  d: string;
  x: number;
  y: number;
}
