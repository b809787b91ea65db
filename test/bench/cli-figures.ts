import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people } from '../bundle/world.ts';
import { figure, heading } from './figures.ts';

/** Seconds that a simulated run of so many rows may take. */
const MOST_SECONDS: Readonly<Record<number, number>> = { 3000: 30, 10000: 120, 100000: 900 };
const MOST_MEGABYTES = 1_000;

/** `npm run render` with the built-in simulator. Real times: they tell something about this machine only. */
export async function cliFigures(sizes: readonly number[]): Promise<void> {
  // 1,000 rows are the usual size of the other sections. Here the goals begin with 3,000.
  for (const rows of sizes.map((size) => (size === 1_000 ? 3_000 : size))) {
    heading(`The command line with ${rows} simulated rows`);
    const began = performance.now();
    const { done, processorSeconds, megabytes } = await rendered(rows);
    const seconds = (performance.now() - began) / 1000;
    const most = MOST_SECONDS[rows];
    figure('rows done', done, { least: rows });
    figure('from the command to its end, s', seconds, most === undefined ? undefined : { most });
    figure('processor time of a row, ms', (processorSeconds / rows) * 1000);
    figure('memory at its peak, MB', megabytes, { most: MOST_MEGABYTES });
  }
}

interface Rendered {
  readonly done: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/** Has the command say at its end what it used. A thread has no end of its own to tell. */
const TELL_USE = `data:text/javascript,import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.error('Used: ' + JSON.stringify({ processorSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});`;

async function rendered(rows: number): Promise<Rendered> {
  const folder = mkdtempSync(join(tmpdir(), 'reelmerge-bench-'));
  try {
    const sheet = join(folder, 'sheet.csv');
    const lines = people(rows).map((cells) => cells.map((cell) => `"${cell}"`).join(','));
    writeFileSync(sheet, `${lines.join('\n')}\n`);
    const { HEYGEN_API_KEY: _notHere, ...env } = process.env;
    const words = ['--import', TELL_USE, 'src/cli/launch.mjs', sheet, '--yes', '--json'];
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [told, said] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(child, 'close');
    const used = /^Used: (.*)$/mu.exec(said)?.[1];
    const report = told.trimEnd().split('\n').pop() ?? '';
    if (used === undefined || !report.startsWith('{')) throw new Error(`It said no result: ${told}${said}`);
    return { ...JSON.parse(used), done: JSON.parse(report).done };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
