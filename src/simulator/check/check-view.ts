import type { Catalogue } from '../catalogue/look.ts';
import type { Captions } from '../records.ts';

/** What the checks see of the world. */
export interface CheckView {
  readonly catalogue: Catalogue;
  /** `new`: it was uploaded a moment ago, and this part of HeyGen has not heard of it yet. */
  readonly findAsset: (id: string) => 'there' | 'new' | 'missing';
  readonly hasFolder: (id: string) => boolean;
  /** All engines there are. */
  readonly engines: readonly string[];
  readonly refuseWhen: string;
  /** How a script with `refuseWhen` in it is refused. */
  readonly refusedWith: { readonly status: number; readonly code: string; readonly message: string };
  readonly costPerSecond: number | null;
  /** Characters a second, of voices that do not speak at the usual speed. */
  readonly voiceSpeeds: Readonly<Record<string, number>>;
  readonly acceptTest: boolean;
  /** Whether the name of a field at fault begins with the type of its video. */
  readonly typedParams: boolean;
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
  readonly callbackId: string | null;
  /** What is shown behind the speaker: a colour, a URL or an asset id. '' for the look's own background. */
  readonly background: string;
  readonly seconds: number;
  readonly cost: number;
}
