import type { Asked } from './heygen.ts';

/** A file that the user picked on the page. */
export interface PickedFile {
  readonly name: string;
  /** The platform's own object. Only the adapter knows what is in it. */
  readonly content: unknown;
}

/** A file in the HeyGen account. */
export interface UploadedAsset {
  /** A cell names the file as `asset:` and this id. */
  readonly assetId: string;
  /** What HeyGen takes it for, such as `image/png`; '' when it does not say. */
  readonly mimeType: string;
  /** Where HeyGen serves it: https, or ''. */
  readonly url: string;
}

/** The account's own files. */
export interface Uploads {
  /**
   * POST /v3/assets, once. HeyGen has no idempotency key for it. After a lost reply the file may be there or not, and
   * another upload makes a second copy. It costs nothing.
   */
  upload(file: PickedFile): Asked<UploadedAsset>;
}
