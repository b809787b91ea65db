import type { Job } from '../../core/jobs/job.ts';
import { fromLine, idIn, LEDGER_COLUMNS, toLine } from '../../core/jobs/ledger-line.ts';
import { parsedJson } from '../../core/json.ts';
import { isSettled } from '../ledger/open-lines.ts';
import type { Asking, Ended } from './phases.ts';
import { type LastReading, planOf, type Run, type Standing } from './standing.ts';
import { isInDoubt } from './told-later.ts';

/*
 * What a pass of the trigger saw of the ledger last, in the cache. The next pass mostly has the same videos to ask about,
 * so it asks without reading the ledger first. Then it reads the ledger under the lock as ever: an answer about a job
 * that another execution has changed meanwhile comes too late there and changes nothing.
 */

/** After this long the ledger is read first. */
const LIFE_SECONDS = 3_600;

function nameOf({ platform, owner }: Run): string {
  return `last sight ${platform.spreadsheet.id()} ${owner.name}`;
}

/** The jobs of the last sight. None where there is no sight. */
export interface LastSight extends Pick<Standing, 'behind' | 'known' | 'toldLater'> {
  readonly open: readonly Job[];
}

const NO_SIGHT: LastSight = { open: [], toldLater: [], behind: 0, known: null };

export function lastSight(run: Run): LastSight {
  if (!run.options.fromTrigger) return NO_SIGHT;
  const text = run.platform.cache.read(nameOf(run));
  const kept = text === null ? null : parsedJson(text);
  if (!isKept(kept)) return NO_SIGHT;
  const jobs = kept.lines.map(fromLine).filter((job) => job !== null);
  const open = jobs.filter((job) => !isSettled(job));
  return { open, toldLater: jobs.filter(isSettled), behind: kept.behind, known: knownIn(kept) };
}

/**
 * The questions that are due by what the last pass saw; null where that says too little. Proof that HeyGen does not have
 * a POST needs the ledger as it is, so a pass with such a job reads it first.
 */
export function askedByLastSight(
  run: Run,
  { open, behind, known }: LastSight,
  standing: Standing,
): Asking | null {
  if (run.readsAll) return null;
  const own = run.budgets.within(open);
  if (own.length === 0 || own.some(isInDoubt)) return null;
  const { lapsed, sends, asks } = planOf(run, { ...standing, own });
  if (lapsed.length > 0 || sends.length > 0 || asks.length === 0) return null;
  return { phase: 'asking', asks, queuedRows: 'unseen', standing: { ...standing, own, behind, known } };
}

/** At the end of a pass. */
export function keepLastSight(run: Run, { outcome, standing }: Ended): void {
  if (!run.options.fromTrigger || outcome === 'busy') return;
  const { own, toldLater, behind, known } = standing;
  const jobs = own.some(isInDoubt) ? [] : [...own, ...toldLater];
  const { lines, ...reading } = known ?? NOT_KNOWN;
  const kept: Kept = {
    layout: LEDGER_COLUMNS.join(),
    lines: jobs.map(toLine),
    places: jobs.map(({ id }) => lines.get(id) ?? 0),
    behind,
    ...reading,
  };
  run.platform.cache.write(nameOf(run), JSON.stringify(kept), LIFE_SECONDS);
}

const NOT_KNOWN: LastReading = { lines: new Map(), readAt: 0, click: '', unwritten: [] };

interface Kept extends Omit<LastReading, 'lines'> {
  /** The columns of the lines: another version of Reelmerge may have others. */
  readonly layout: string;
  readonly lines: readonly (readonly string[])[];
  /** In which lines of the ledger they stand; 0 where that is not known. */
  readonly places: readonly number[];
  readonly behind: number;
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' && value !== null && 'layout' in value && value.layout === LEDGER_COLUMNS.join()
  );
}

function knownIn({ lines, places, readAt, click, unwritten }: Kept): LastReading {
  const known = lines.map((line, at) => [idIn(line), places[at] ?? 0] as const);
  return { lines: new Map(known.filter(([, place]) => place > 0)), readAt, click, unwritten };
}
