import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CheckView, RowText } from '../app/sidebar/contract.ts';
import { counted } from '../core/count-words.ts';
import { failure, type Result, success } from '../core/result.ts';
import { loadBundle } from '../emulator/bundle.ts';
import { createOffsetClock } from '../emulator/clock.ts';
import { createEmulator, type Emulator } from '../emulator/emulator.ts';
import { createHttpTransport } from '../emulator/transport/http.ts';
import { csvText } from '../local/csv.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import { launchSimulator } from '../simulator/launch.ts';
import type { RenderOrder } from './arguments.ts';
import { withoutResults } from './done-rows.ts';
import { HEYGEN, keyOf } from './engine-order.ts';
import type { RenderInput } from './input.ts';
import { layNames } from './lay-names.ts';
import { wrapped } from './report.ts';
import { rowRanges, rowsText } from './row-spans.ts';
import { TAB } from './saved-run.ts';
import { served } from './served.ts';
import { isUsual, sheetSettings } from './sheet-words.ts';

/** What `--check --json` prints last. Rows are counted as the sheet does: row 1 is the header. */
export interface CheckJson {
  readonly rows: number;
  readonly ready: number;
  readonly blocks: readonly FoundAt[];
  readonly warnings: readonly FoundAt[];
  /** Estimated length of all videos, in seconds, and their price in US dollars. */
  readonly seconds: number;
  readonly usd: number;
}

type FoundAt = Pick<CheckView['findings'][number], 'row' | 'column' | 'message'>;

/** Exit codes. */
const ALL_FINE = 0;
const FOUND = 1;
const NOT_CHECKED = 2;
const STOPPED = 3;

/** `--check`: looks at the rows as Render would, renders nothing and leaves no files. Resolves to the exit code. */
export async function checkRows(order: RenderOrder, input: RenderInput, home: URL): Promise<number> {
  const simulator =
    order.heygen.kind === 'simulator'
      ? await launchSimulator(new URL('simulator-worker.js', home), {})
      : null;
  try {
    const origin = order.heygen.kind === 'server' ? order.heygen.origin : (simulator?.url ?? null);
    for (const remark of input.remarks) console.log(remark);
    const prepared = preparedSheet(order, input, home, origin);
    if (order.texts !== null) return writeTexts(order, order.texts, input, prepared);
    return tell(order, prepared.ok ? checked(prepared.value) : prepared);
  } finally {
    await simulator?.close();
  }
}

type Unchecked = { readonly code: number; readonly why: string };

/** The CSV in a sheet, connected and with its rows selected. */
function preparedSheet(
  order: RenderOrder,
  { csv, rows, names }: RenderInput,
  home: URL,
  origin: string | null,
): Result<Emulator, Unchecked> {
  const simulated = order.heygen.kind === 'simulator';
  const emulator = createEmulator({
    bundle: loadBundle(fileURLToPath(new URL('add-on', home))),
    clock: createOffsetClock({ sleepReally: !simulated }),
    transport: createHttpTransport({ clockHeader: simulated }),
    account: 'workspace',
    hosts: origin === null ? {} : { [HEYGEN]: origin },
    answer: (dialog) => (dialog.kind === 'prompt' ? { button: 'OK', text: keyOf(order) } : { button: 'OK' }),
  });
  emulator.person.load(TAB, withoutResults(csv.rows, rows));
  layNames(emulator.person, names);
  emulator.open();
  const { fetches } = emulator.run('setHeyGenKey', { kind: 'menu' });
  if (fetches.length === 0) {
    return failure({ code: NOT_CHECKED, why: 'HEYGEN_API_KEY holds no key that HeyGen could have issued.' });
  }
  if (fetches.at(-1)?.status === 401) {
    return failure({ code: STOPPED, why: 'HeyGen does not accept the key in HEYGEN_API_KEY.' });
  }
  emulator.person.select(TAB, rowRanges(rows));
  const wanted = sheetSettings(order, csv.rows);
  if (!isUsual(wanted)) {
    const set = served(emulator, 'sidebarSheetSettings', [wanted, TAB]);
    if (!set.ok) return failure({ code: FOUND, why: set.failure });
  }
  return success(emulator);
}

function checked(emulator: Emulator): Result<CheckView, Unchecked> {
  const answer = served<CheckView>(emulator, 'sidebarCheck', [true, true]);
  return answer.ok ? answer : failure({ code: NOT_CHECKED, why: answer.failure });
}

/** `--texts`: writes what each row would say into a CSV. Renders nothing. */
function writeTexts(
  { input }: RenderOrder,
  file: string,
  { csv }: RenderInput,
  prepared: Result<Emulator, Unchecked>,
): number {
  const answer = prepared.ok
    ? served<readonly RowText[]>(prepared.value, 'sidebarTexts', [true])
    : failure(prepared.failure.why);
  if (!answer.ok) {
    console.error(answer.failure);
    return prepared.ok ? NOT_CHECKED : prepared.failure.code;
  }
  const lines = answer.value.map(({ row, text, seconds, problems }) => [
    String(row),
    text,
    seconds === null ? '' : seconds.toFixed(1),
    problems.join('\n'),
  ]);
  const blocked = answer.value.filter(({ state }) => state === 'blocked').length;
  try {
    writeFileSync(file, csvText([['row', 'text', 'seconds', 'problems'], ...lines], csv));
  } catch (error) {
    const reason = diskTrouble(error);
    if (reason === null) throw error;
    console.error(`${file} could not be written: ${reason}. Give another file with --texts.`);
    return NOT_CHECKED;
  }
  console.log(
    `${input}: the texts of ${counted(lines.length, 'row')} are in ${file}, ${counted(blocked, 'row is', 'rows are')} blocked. Nothing was rendered.`,
  );
  return blocked === 0 ? ALL_FINE : FOUND;
}

/** A mistake in the sheet as a whole: no row could be looked at. */
export function tellFault({ json }: Pick<RenderOrder, 'json'>, message: string): number {
  console.error(message);
  const blocks = [{ row: 1, column: '', message }];
  const report: CheckJson = { rows: 0, ready: 0, blocks, warnings: [], seconds: 0, usd: 0 };
  if (json) console.log(JSON.stringify(report));
  return FOUND;
}

function tell({ json, input }: RenderOrder, result: Result<CheckView, Unchecked>): number {
  if (!result.ok && result.failure.code === FOUND) return tellFault({ json }, result.failure.why);
  if (!result.ok) {
    console.error(result.failure.why);
    return result.failure.code;
  }
  const check = result.value;
  const blocks = foundAs(check, 'block');
  const warnings = foundAs(check, 'warning');
  // A fault of the whole sheet blocks all of it.
  if (check.obstacle !== '') blocks.push({ row: 1, column: '', message: check.obstacle });
  const sum = `${counted(check.rows, 'row')} checked, nothing spent: ${counted(check.ready, 'row')} can be rendered`;
  console.log(
    `${input}: ${sum}, ${counted(blocks.length, 'mistake')}, ${counted(warnings.length, 'warning')}.`,
  );
  for (const words of check.leftOut) console.log(`${words}.`);
  if (check.unchecked !== '') console.log(check.unchecked);
  const width = process.stdout.columns || 100;
  for (const { kind, rows, message, otherMessages } of check.groups) {
    const others = otherMessages === 0 ? '' : ` (and ${counted(otherMessages, 'finding')} like it)`;
    const head = `${kind === 'block' ? 'Blocked' : 'Warning'}, ${rows.length === 1 ? 'row' : 'rows'} ${rowsText(rows)}:`;
    console.log(wrapped(`${head} ${message}${others}`, width).join('\n  '));
  }
  if (check.obstacle !== '') console.log(check.obstacle);
  if (check.ready > 0) {
    const unknown =
      check.unknownLengths === 0 ? '' : `, and ${counted(check.unknownLengths, 'video')} of unknown length`;
    console.log(`Estimated: ${Math.round(check.seconds)} seconds, ${check.usd.toFixed(2)} USD${unknown}.`);
  }
  if (json) {
    const { rows, ready, seconds, usd } = check;
    const report: CheckJson = { rows, ready, blocks, warnings, seconds, usd };
    console.log(JSON.stringify(report));
  }
  return blocks.length + warnings.length === 0 && check.unchecked === '' ? ALL_FINE : FOUND;
}

function foundAs({ findings }: CheckView, wanted: 'block' | 'warning'): FoundAt[] {
  return findings
    .filter(({ kind }) => kind === wanted)
    .map(({ row, column, message }) => ({ row, column, message }));
}
