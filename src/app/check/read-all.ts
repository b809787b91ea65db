import type { ListedText } from '../../core/check/text-list.ts';
import type { VideoRequest } from '../../core/heygen/video-request.ts';
import type { LeftOutRows } from '../../core/jobs/left-out.ts';
import { estimatedSeconds, spokenTexts } from '../../core/request/spoken-texts.ts';
import { mapped, type Result } from '../../core/result.ts';
import type { Mark, MarkedText } from '../../core/speech/marked-text.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { FOR_PRICES, planVisible, type Which } from '../render/plan-visible.ts';

/** What a row will say. */
export interface RowText extends ListedText {
  /** Where its words came from the row. */
  readonly marks: readonly Mark[];
  readonly state: 'ready' | 'blocked' | 'left out';
}

/** What the selected rows will say, in their order. Spends nothing and changes nothing. */
export function readAll(
  platform: Platform,
  tab: Tab,
  which: Extract<Which, 'selected' | 'again'>,
): Result<readonly RowText[]> {
  return mapped(planVisible(platform, tab, which, FOR_PRICES), ({ plan, facts }) =>
    [
      ...[...plan.ready, ...plan.shared].map(({ row, request, scenes, fallbacks, warnings }) => ({
        row,
        ...markedWords(request, scenes),
        fallbacks,
        seconds: estimatedSeconds(request, facts),
        problems: warnings.map(({ message }) => message),
        state: 'ready' as const,
      })),
      ...plan.blocked.map(({ row, issues }) => ({
        ...UNSAID,
        row,
        problems: issues.map(({ message }) => message),
        state: 'blocked' as const,
      })),
      ...plan.leftOut.flatMap(leftOut),
    ].sort((one, other) => one.row - other.row),
  );
}

const UNSAID = { text: '', marks: [], fallbacks: [], seconds: null } as const;

const BETWEEN_SCENES = '\n\n';

/** The words of all scenes. They have no marks where they do not come from a script: in a HeyGen template. */
function markedWords(request: VideoRequest, scenes: readonly MarkedText[]): MarkedText {
  const text = spokenTexts(request).join(BETWEEN_SCENES);
  let end = 0;
  const marks = scenes
    .filter((scene) => scene.text !== '')
    .flatMap((scene) => {
      const at = end;
      end += scene.text.length + BETWEEN_SCENES.length;
      return scene.marks.map((mark) => ({ ...mark, start: at + mark.start, end: at + mark.end }));
    });
  const written = scenes.map((scene) => scene.text).filter((words) => words !== '');
  return { text, marks: written.join(BETWEEN_SCENES) === text ? marks : [] };
}

function leftOut({ why, rows }: LeftOutRows): RowText[] {
  const problems = [`${why.charAt(0).toUpperCase()}${why.slice(1)}`];
  return rows.map((row) => ({ ...UNSAID, row, problems, state: 'left out' }));
}
