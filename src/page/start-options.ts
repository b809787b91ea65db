import { failure, type Result, success } from '../core/result.ts';
import type { InstallMode } from '../emulator/services/trigger-service.ts';
import { parseWords, serverOrigin } from '../local/command-words.ts';

/** What the user asked `npm start` for. Paths are as given, relative to the working folder. */
export interface StartOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Origin of a server in HeyGen's place; null: the built-in simulator. */
  readonly heygen: string | null;
  readonly mode: InstallMode;
  /** The CSV file to begin with. */
  readonly sheet: string;
  /** The add-on is the one that may send mails. No mail leaves this machine: the log shows it. */
  readonly mail: boolean;
  /** Begins without what an earlier start left. */
  readonly fresh: boolean;
  /** Where the world is kept between two starts. The simulator's part lies beside it. */
  readonly state: string;
  /** Opens the page in the desktop's browser. */
  readonly open: boolean;
}

export const USAGE = `Usage: npm start [-- options]

  --sheet FILE.csv               the sheet to begin with (default: examples/outreach.csv)
  --port N                       the page's port on 127.0.0.1 (default: 4321; 0: any free one)
  --heygen URL                   a server in HeyGen's place (default: the built-in simulator, where nothing is paid)
  --mode bound|addon|addon-test  how the add-on is installed: it decides how often Google lets a trigger run
  --mail                         the add-on that may send mails; no mail leaves, the log shows it
  --fresh                        begins anew instead of going on from the last start
  --state FILE                   where the world is kept between two starts (default: .cache/local/start.json)
  --no-open                      does not open a browser`;

const MODES: readonly InstallMode[] = ['bound', 'addon', 'addon-test'];

/** Reads the words after `npm start --`. The failure is a sentence for stderr. */
export function readStartOptions(words: readonly string[]): Result<StartOptions | 'help', string> {
  const parsed = parseWords('npm start', words, OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return success('help');
  if (positionals.length > 0) {
    return failure(`"${positionals[0]}" stands alone. Name a sheet with --sheet ${positionals[0]}.`);
  }
  const port = Number(values.port ?? '4321');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return failure(`--port is "${values.port}", but it must be a whole number from 0 to 65535.`);
  }
  const mode = MODES.find((one) => one === (values.mode ?? 'bound'));
  if (mode === undefined) {
    return failure(`--mode is "${values.mode}", but it must be bound, addon or addon-test.`);
  }
  const heygen = serverOrigin(values.heygen);
  if (!heygen.ok) return heygen;
  return success({
    port,
    heygen: heygen.value,
    mode,
    sheet: values.sheet ?? 'examples/outreach.csv',
    mail: values.mail === true,
    fresh: values.fresh === true,
    state: values.state ?? '.cache/local/start.json',
    open: values['no-open'] !== true,
  });
}

const OPTIONS = {
  port: { type: 'string' },
  heygen: { type: 'string' },
  mode: { type: 'string' },
  sheet: { type: 'string' },
  mail: { type: 'boolean' },
  fresh: { type: 'boolean' },
  state: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
