/** A picture in shades of grey: one byte a pixel, row by row, 0 black. */
export interface Grey {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}
