import { basename, dirname, join } from 'node:path';
import { APPROVED } from '../core/columns/approval.ts';
import { headerKey, INPUT_COLUMNS } from '../core/columns/columns.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { SteeringName } from '../core/settings/sheet-settings.ts';
import type { RowSpan } from '../core/sheet/selection.ts';
import { parseWords, serverOrigin } from '../local/command-words.ts';
import type { Ignored } from './grid-table.ts';
import { parseRowSpans } from './row-spans.ts';
import { parseSpeech, type Speech } from './speech-options.ts';

/** Which HeyGen answers: the real one, a server in its place, or the built-in simulator. */
export type HeyGenChoice =
  | { readonly kind: 'heygen' }
  | { readonly kind: 'server'; readonly origin: string }
  | { readonly kind: 'simulator' };

/** What the user asked for on the command line. Paths are as given, relative to the working folder. */
export interface RenderOrder {
  readonly input: string;
  readonly out: string;
  readonly state: string;
  /** Null: every row. */
  readonly rows: readonly RowSpan[] | null;
  /** Done rows to render, and pay for, once more. Null: none. */
  readonly again: readonly RowSpan[] | 'all' | null;
  readonly heygen: HeyGenChoice;
  /** The HeyGen key; '' when none was given. */
  readonly key: string;
  /** Seconds between two runs of the trigger. Null: what is usual for the chosen HeyGen. */
  readonly trigger: number | null;
  readonly mode: 'bound' | 'addon';
  readonly yes: boolean;
  /** Only a list of the runs that the state keeps. */
  readonly runs: boolean;
  /** Only a free look at the rows: nothing is rendered. */
  readonly check: boolean;
  /** Where the merged text of each row goes, instead of rendering; null: nowhere. */
  readonly texts: string | null;
  /** Only a sample of at most so many rows is rendered; null: all of them. */
  readonly sample: number | null;
  /** The user has looked at the sample and wants the rest. */
  readonly approve: boolean;
  /** Rows with warnings are blocked. */
  readonly strict: boolean;
  /** Rows that ask for the very same video have one together. */
  readonly share: boolean;
  /** The condition that a row must meet to be rendered; '' for none. */
  readonly only: string;
  /** What the run may cost in US dollars: the rest stays queued. Null: no limit. */
  readonly maxUsd: number | null;
  /** How rows speak that do not say it themselves. */
  readonly speech: Speech;
  /** A CSV file that says how names sound; null: none. */
  readonly names: string | null;
  /** Columns that steer nothing although they are named like ours. */
  readonly ignore: Ignored;
  readonly json: boolean;
  /** A line of JSON for each finished row, while the run goes on. */
  readonly jsonl: boolean;
  /** The most rows below the header that one sheet takes. */
  readonly sheetRows: number;
  /** Keeps the built-in simulator alive at the end, so that its links can be opened. */
  readonly serve: boolean;
}

/** Reads the words after `npm run render --`. The failure is a sentence for stderr. */
export function readArguments(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<RenderOrder | 'help', string> {
  const parsed = parseWords('npm run render', words, OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return success('help');
  const [input, second] = positionals;
  if (input === undefined) return failure('Name the CSV file to render: npm run render -- SHEET.csv');
  if (second !== undefined)
    return failure(`Only one CSV file can be rendered at a time, but "${second}" is given as well.`);

  const rows = values.rows === undefined ? success(null) : parseRowSpans('--rows', values.rows);
  if (!rows.ok) return rows;
  const again = parseAgain(values.again);
  if (!again.ok) return again;
  const trigger = values.trigger === undefined ? success(null) : parseSeconds(values.trigger);
  if (!trigger.ok) return trigger;
  const sheetRows = parseSheetRows(values['sheet-rows']);
  if (!sheetRows.ok) return sheetRows;
  const maxUsd = parseDollars(values['max-usd']);
  if (!maxUsd.ok) return maxUsd;
  const ignore = parseIgnored(values.ignore);
  if (!ignore.ok) return ignore;
  const speech = parseSpeech(values);
  if (!speech.ok) return speech;
  const sample = parseSample(values.sample, values.approve === true);
  if (!sample.ok) return sample;
  const mode = values.mode ?? 'bound';
  if (mode !== 'bound' && mode !== 'addon') {
    return failure(`--mode is "${mode}", but it must be bound or addon.`);
  }
  const key = (environment.HEYGEN_API_KEY ?? '').trim();
  const origin = serverOrigin(values.heygen);
  if (!origin.ok) return origin;
  const heygen = chosenHeyGen(origin.value, key);
  const out = values.out ?? beside(input, '.rendered.csv');
  return success({
    input,
    out,
    state: values.state ?? (heygen.kind === 'simulator' ? simulatedStateOf(out) : beside(out, '.state.json')),
    rows: rows.value,
    again: again.value,
    heygen,
    key,
    trigger: trigger.value,
    mode,
    yes: values.yes === true,
    runs: values.runs === true,
    check: values.check === true,
    texts: values.texts ?? null,
    sample: sample.value,
    approve: values.approve === true,
    strict: values.strict === true,
    share: values.share === true,
    only: (values.only ?? '').trim(),
    maxUsd: maxUsd.value,
    speech: speech.value,
    names: values.names ?? null,
    ignore: ignore.value,
    json: values.json === true,
    jsonl: values.jsonl === true,
    sheetRows: sheetRows.value,
    serve: values.serve === true,
  });
}

/** Simulated runs have a state of their own, so that it never passes for a real one. */
const SIMULATED_STATE = '.simulated.state.json';

/** The state of a simulated run that writes the same result. */
export function simulatedStateOf(out: string): string {
  return beside(out, SIMULATED_STATE);
}

/** The states of a run's further sheets lie beside that of the first. */
export function stateOfSheet(state: string, number: number): string {
  return number === 1 ? state : `${state}.${number}`;
}

const OPTIONS = {
  out: { type: 'string' },
  rows: { type: 'string' },
  again: { type: 'string' },
  heygen: { type: 'string' },
  state: { type: 'string' },
  trigger: { type: 'string' },
  mode: { type: 'string' },
  yes: { type: 'boolean' },
  runs: { type: 'boolean' },
  check: { type: 'boolean' },
  texts: { type: 'string' },
  sample: { type: 'string' },
  approve: { type: 'boolean' },
  strict: { type: 'boolean' },
  share: { type: 'boolean' },
  only: { type: 'string' },
  names: { type: 'string' },
  voice: { type: 'string', multiple: true },
  locale: { type: 'string' },
  currency: { type: 'string' },
  ignore: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  'sheet-rows': { type: 'string' },
  'max-usd': { type: 'string' },
  serve: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parseIgnored(text: string | undefined): Result<Ignored, string> {
  const names: SteeringName[] = [];
  for (const word of (text ?? '').split(',').map((each) => each.trim())) {
    if (word === '') continue;
    const steering: readonly SteeringName[] = [...INPUT_COLUMNS.map(({ name }) => name), APPROVED];
    const named = steering.find((name) => headerKey(name) === headerKey(word));
    if (named === undefined) {
      return failure(
        `--ignore names "${word}", which steers nothing: it is not the name of an input column.`,
      );
    }
    names.push(named);
  }
  return success(names);
}

function parseAgain(text: string | undefined): Result<RenderOrder['again'], string> {
  if (text === undefined) return success(null);
  return text.trim().toLowerCase() === 'all' ? success('all') : parseRowSpans('--again', text);
}

const MOST_SAMPLED = 5;

function parseSample(text: string | undefined, approve: boolean): Result<number | null, string> {
  if (text === undefined) return success(null);
  if (approve) {
    return failure('--sample and --approve exclude each other: look at the sample first, then approve it.');
  }
  const rows = Number(text);
  return Number.isInteger(rows) && rows >= 1 && rows <= MOST_SAMPLED
    ? success(rows)
    : failure(`--sample is "${text}", but it must be a number of rows from 1 to ${MOST_SAMPLED}.`);
}

function parseSeconds(text: string): Result<number, string> {
  const seconds = Number(text);
  if (text.trim() !== '' && Number.isFinite(seconds) && seconds >= 0 && seconds <= 86_400)
    return success(seconds);
  return failure(`--trigger is "${text}", but it must be a number of seconds, such as 60.`);
}

function parseDollars(text: string | undefined): Result<number | null, string> {
  if (text === undefined) return success(null);
  const usd = Number(text);
  if (text.trim() !== '' && Number.isFinite(usd) && usd >= 0) return success(usd);
  return failure(`--max-usd is "${text}", but it must be a sum in US dollars, such as 25 or 7.50.`);
}

/** A pass over more rows than this would take Google longer than it allows. */
const MOST_SHEET_ROWS = 10_000;

function parseSheetRows(text: string | undefined): Result<number, string> {
  const rows = text === undefined ? MOST_SHEET_ROWS : Number(text);
  if (Number.isInteger(rows) && rows >= 1 && rows <= MOST_SHEET_ROWS) return success(rows);
  return failure(`--sheet-rows is "${text}", but it must be a whole number from 1 to ${MOST_SHEET_ROWS}.`);
}

function chosenHeyGen(origin: string | null, key: string): HeyGenChoice {
  if (origin !== null) return { kind: 'server', origin };
  return { kind: key === '' ? 'simulator' : 'heygen' };
}

/** `dir/name.csv` → `dir/name<ending>`. */
function beside(file: string, ending: string): string {
  return join(dirname(file), basename(file).replace(/\.csv$/i, '') + ending);
}
