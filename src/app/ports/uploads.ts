import type { Asked } from './heygen.ts';

/** A file that the user picked on the page. */
export interface PickedFile {
  readonly name: string;
  /** The platform's own object, opaque to everybody but the adapter. */
  readonly content: unknown;
}

/** A file in the HeyGen account. */
export interface UploadedAsset {
  /** What a cell names it by, behind `asset:`. */
  readonly assetId: string;
  /** As HeyGen recognised it, such as `image/png`; '' when it does not say. */
  readonly mimeType: string;
  /** Where HeyGen serves it: https, or ''. */
  readonly url: string;
}

/** The account's own files. */
export interface Uploads {
  /**
   * POST /v3/assets, once: HeyGen knows no key for it, and it costs nothing. After a lost reply the file may be
   * there or not, and another upload makes a second copy.
   */
  upload(file: PickedFile): Asked<UploadedAsset>;
}
