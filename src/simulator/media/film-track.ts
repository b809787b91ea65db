/** Some seconds of pictures or sounds, ready to be repeated: what the encoder made of each, in order. */
export interface Loop {
  readonly bytes: Uint8Array;
  /** Bytes of each sample. */
  readonly sizes: readonly number[];
  readonly samplesPerSecond: number;
}

/** A loop that is repeated until `samples` samples have been played. */
export interface Track {
  readonly loop: Loop;
  readonly samples: number;
}

/** A film before it is written as a file of some format. */
export interface Film {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly pictures: Track;
  readonly sounds: Track;
}
