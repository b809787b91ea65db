import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../app/sidebar/contract.ts';
import { dollars } from '../core/amount-words.ts';
import { counted } from '../core/count-words.ts';
import { type PastRun, pastRuns } from '../core/jobs/runs.ts';
import { failure, type Result, success } from '../core/result.ts';
import { loadBundle } from '../emulator/bundle.ts';
import { createOffsetClock } from '../emulator/clock.ts';
import { createEmulator } from '../emulator/emulator.ts';
import { createHttpTransport } from '../emulator/transport/http.ts';
import { type RenderOrder, stateOfSheet } from './arguments.ts';
import { ledgerJobs } from './ledger-jobs.ts';
import { wrapped } from './report.ts';
import { readSavedRun } from './saved-run.ts';
import { served } from './served.ts';

/** A run as `--runs --json` prints it. */
export interface RunJson
  extends Pick<PastRun, 'run' | 'done' | 'failed' | 'cancelled' | 'open' | 'usd' | 'calls' | 'compared'> {
  /** When Render was pressed, as ISO 8601. */
  readonly when: string;
  /** The account that pays, as the ledger names it. */
  readonly who: string;
  readonly rows: number;
}

const LISTED = 0;
const NOT_LISTED = 2;

/** `--runs`: lists what was rendered with a state, the newest run first. Renders nothing. Returns the exit code. */
export function listRuns(order: RenderOrder, home: URL): number {
  const listed = runsIn(order.state, home);
  if (!listed.ok) {
    console.error(listed.failure);
    return NOT_LISTED;
  }
  const runs = listed.value;
  const width = process.stdout.columns || 100;
  for (const run of runs) console.log(wrapped(wordsOf(run), width).join('\n  '));
  if (runs.length === 0) console.log(`Nothing was rendered with ${order.state}.`);
  if (order.json) console.log(JSON.stringify({ runs }));
  return LISTED;
}

/** The runs of all sheets that belong to a state. */
function runsIn(state: string, home: URL): Result<readonly RunJson[], string> {
  const runs: RunJson[] = [];
  if (!existsSync(state)) return failure(`${state} is not there: name the state of a run with --state.`);
  for (let number = 1; existsSync(stateOfSheet(state, number)); number += 1) {
    const ofSheet = runsOfSheet(stateOfSheet(state, number), home);
    if (!ofSheet.ok) return ofSheet;
    runs.push(...ofSheet.value);
  }
  return success(runs.sort((one, other) => other.when.localeCompare(one.when)));
}

function runsOfSheet(file: string, home: URL): Result<readonly RunJson[], string> {
  const saved = readSavedRun(file);
  if (!saved.ok) return failure(saved.failure.message);
  if (saved.value === null) return success([]);
  const emulator = createEmulator({
    bundle: loadBundle(fileURLToPath(new URL('add-on', home))),
    clock: createOffsetClock({ sleepReally: false }),
    transport: createHttpTransport({ clockHeader: false }),
    account: 'workspace',
  });
  emulator.restore(saved.value.emulator);
  const settings = served<Settings>(emulator, 'sidebarSettings', []);
  if (!settings.ok) return failure(settings.failure);
  return success(pastRuns(ledgerJobs(emulator), settings.value.prices).map(runJson));
}

function runJson(past: PastRun): RunJson {
  const { run, askedAt, owner, jobs, done, failed, cancelled, open, usd, calls, compared } = past;
  const when = new Date(askedAt).toISOString();
  return { run, when, who: owner, rows: jobs.length, done, failed, cancelled, open, usd, calls, compared };
}

function wordsOf({ when, who, rows, done, failed, cancelled, open, usd, calls, compared }: RunJson): string {
  const counts = [`${done} done`, `${failed} failed`];
  if (cancelled > 0) counts.push(`${cancelled} cancelled`);
  if (open > 0) counts.push(`${open} under way`);
  const cost = `about ${dollars(usd)}, ${counted(calls, 'call')} to HeyGen`;
  return `${when}, ${who}: ${counted(rows, 'row')}, ${counts.join(', ')}, ${cost}. ${compared}`.trim();
}
