import type { Catalogue } from '../catalogue/look.ts';
import type { Captions } from '../records.ts';

/** What the checks see of the world. */
export interface CheckView {
  readonly catalogue: Catalogue;
  readonly hasAsset: (id: string) => boolean;
  readonly refuseWhen: string;
  readonly costPerSecond: number | null;
  readonly acceptTest: boolean;
}

/** A request that passed: all that the world needs to make the video. */
export interface VideoPlan {
  readonly type: string;
  readonly title: string;
  readonly script: string;
  readonly looks: readonly string[];
  readonly engine: string;
  readonly format: 'mp4' | 'webm';
  readonly captions: Captions;
  readonly folder: string | null;
  readonly seconds: number;
  readonly cost: number;
}
