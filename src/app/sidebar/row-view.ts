import type { Mode } from '../../core/columns/row-fields.ts';
import type { RowStatus } from '../../core/jobs/status.ts';
import type { Mark } from '../../core/speech/marked-text.ts';

/** The active row as the sidebar previews it: what it would be, as far as that can be told, even with issues. */
export interface RowView {
  readonly number: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** What makes the row's video. */
  readonly mode: Mode;
  /** The script as it would be spoken; '' when it cannot be merged, or when the row is not made from one. */
  readonly script: string;
  /** Where merged words stand in it. */
  readonly marks: readonly Mark[];
  readonly characters: number;
  /** Estimated length; null when it cannot be told: a recording, a clip, a template. */
  readonly seconds: number | null;
  /** The scenes of a script with several; empty otherwise. */
  readonly scenes: readonly SceneView[];
  /** The recording that is heard instead of a script: an https address or `asset:<id>`; '' for none. */
  readonly audio: string;
  /** The picture that speaks: an https address, `asset:<id>`, or `data:` for one in the cell; '' for none. */
  readonly image: string;
  /** A cinematic video's description, merged; '' for none. */
  readonly prompt: string;
  /** The ids of the looks of a cinematic video. */
  readonly looks: readonly string[];
  /** Files that guide a cinematic video: https addresses, `asset:<id>`, or `data:`. */
  readonly references: readonly string[];
  /** Null when the row is made from no template. */
  readonly template: TemplateView | null;
  /** HeyGen is asked for a free test video. */
  readonly test: boolean;
  readonly issues: readonly IssueView[];
  /** Worth telling before it is paid for; they stop nothing. */
  readonly warnings: readonly IssueView[];
  /** What the row has, or gets by default; '' for none. */
  readonly avatarId: string;
  readonly voiceId: string;
  readonly status: RowStatus | '';
  readonly video_url: string;
}

/** One scene of a script with several. Texts are '' where the row's own are used. */
export interface SceneView {
  /** Who or what is seen: a look or a photo that speaks, a still picture, or a clip. */
  readonly kind: 'look' | 'photo' | 'image' | 'video';
  /** The photo, picture or clip: an https address, `asset:<id>`, or `data:`; '' for a look. */
  readonly source: string;
  /** What is spoken in it, with the merged words; '' for none. */
  readonly script: string;
  readonly marks: readonly Mark[];
  readonly look: string;
  readonly voice: string;
  readonly background: string;
  /** The recording that is heard in it: an https address or `asset:<id>`. */
  readonly audio: string;
  /** Seconds that a silent picture is shown; null otherwise. */
  readonly seconds: number | null;
}

/** The template of a row and what fills it. */
export interface TemplateView {
  readonly id: string;
  /** '' when it is not known. */
  readonly name: string;
  readonly variables: readonly {
    readonly name: string;
    /** HeyGen's word: text, image, video, audio, character, voice, or one that is new. */
    readonly type: string;
    /** What the row puts in, merged; '' when the template's own value stays or is missing. */
    readonly value: string;
  }[];
}

export interface IssueView {
  readonly row: number;
  /** Header of the column to go to; '' when there is none. */
  readonly column: string;
  readonly message: string;
}
