declare module 'virtual:balkan-map' {
  const map: { width: number; height: number; shapes: import('./map-shape.ts').MapShape[] };
  export default map;
}
