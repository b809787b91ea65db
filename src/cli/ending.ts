import type { RenderOrder } from './arguments.ts';
import type { EngineEnd } from './messages.ts';
import type { JsonReport } from './report.ts';

/** How the command ended. */
export type Ending = EngineEnd | { readonly kind: 'nobody-to-ask' };

/** 0: every selected row is Done; 1: some are not; 2: unusable input, or no room to write; 3: stopped by the account or the network; 130: Ctrl-C. */
export function exitCodeOf(ending: Ending, counts: Pick<JsonReport, 'rows' | 'done'>): 0 | 1 | 2 | 3 | 130 {
  switch (ending.kind) {
    case 'at-rest':
      return counts.done === counts.rows ? 0 : 1;
    case 'stopped':
    case 'unreachable':
      return 3;
    case 'interrupted':
      return 130;
    default:
      return 2;
  }
}

const STOPS: Readonly<Record<number, string>> = {
  401: 'HeyGen did not accept the key. Set HEYGEN_API_KEY to a key from HeyGen (Settings, API)',
  402: 'HeyGen stopped the run: the account has no credit left for it. Top up',
  403: 'HeyGen stopped the run: the key or the plan does not allow it. Change the plan or the key',
};

/** Tells the user what to do now; '' when there is nothing to do. */
export function wordsOf(ending: Ending, order: RenderOrder): string {
  switch (ending.kind) {
    case 'at-rest':
      return order.sample === null
        ? ''
        : 'This was the sample. Look at its videos. If they are right, run the same command with --approve in place of --sample; if not, change the script.';
    case 'stopped':
      return `${STOPS[ending.httpStatus] ?? STOPS[403]}, then run the same command again: it goes on where it was.`;
    case 'unreachable':
      return `${serverOf(order)} could not be reached three times in a row. Check the network, then run the same command again: it goes on where it was.`;
    case 'interrupted':
      return 'Interrupted. Run the same command again: it goes on where it was.';
    case 'unusable-key':
      return 'HEYGEN_API_KEY is no HeyGen key. Copy it again from HeyGen (Settings, API); it is one word without spaces.';
    case 'unusable-state':
    case 'unsaved':
      return ending.message;
    case 'nobody-to-ask':
      return `Nothing was sent: rendering ${order.heygen.kind === 'server' ? 'with this server' : 'with HeyGen'} may cost money, and there is no terminal to ask at. Add --yes to answer yes.`;
  }
}

function serverOf({ heygen }: RenderOrder): string {
  if (heygen.kind === 'server') return heygen.origin;
  return heygen.kind === 'heygen' ? 'HeyGen' : 'The built-in simulator';
}
