import type { Mode } from '../../core/columns/row-fields.ts';
import type { Hearing } from '../../core/hear/hearing.ts';
import type { RowStatus } from '../../core/jobs/status.ts';
import type { Mark } from '../../core/speech/marked-text.ts';

/** The active row as the sidebar previews it. A row with issues is shown as far as it can be read. */
export interface RowView {
  readonly number: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** What makes the row's video. */
  readonly mode: Mode;
  /** The script as it would be spoken; '' when it cannot be merged, or when the row is not made from one. */
  readonly script: string;
  /** Where the merged words are in it. */
  readonly marks: readonly Mark[];
  readonly characters: number;
  /** Estimated length. Null when it is unknown: a recording, a clip, a template. */
  readonly seconds: number | null;
  /** What of it can be heard before it is rendered. Null when nothing can. */
  readonly hearing: Hearing | null;
  /** The scenes of a script with several; empty otherwise. */
  readonly scenes: readonly SceneView[];
  /** The recording instead of a script: an https address or `asset:<id>`; '' for none. */
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
  /** The row asks for a free test video. */
  readonly test: boolean;
  readonly issues: readonly IssueView[];
  /** What the user should know before paying. They stop nothing. */
  readonly warnings: readonly IssueView[];
  /** What the row has, or gets by default; '' for none. */
  readonly avatarId: string;
  readonly voiceId: string;
  /** The English name of the language that the row names; '' when it names none. */
  readonly language: string;
  readonly status: RowStatus | '';
  readonly video_url: string;
}

/** One scene of a script with several. A text is '' where the scene uses the row's own. */
export interface SceneView {
  /** Who or what is seen: a look or a photo that speaks, a still picture, or a clip. */
  readonly kind: 'look' | 'photo' | 'image' | 'video';
  /** The photo, picture or clip: an https address, `asset:<id>`, or `data:`; '' for a look. */
  readonly source: string;
  /** Its words, already merged; '' for none. */
  readonly script: string;
  readonly marks: readonly Mark[];
  readonly look: string;
  readonly voice: string;
  readonly background: string;
  /** Its recording: an https address or `asset:<id>`; '' for none. */
  readonly audio: string;
  /** How long a silent picture is shown, in seconds; null otherwise. */
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
