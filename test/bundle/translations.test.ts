import { describe, expect, it } from 'vitest';
import type { DraftQuestion, DraftsView, DraftView } from '../../src/app/sidebar/contract.ts';
import type { InterleavedRun } from '../../src/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { Execution, RunOptions } from '../../src/emulator/execution.ts';
import { everyNth } from '../cases.ts';
import { killPoints } from './kill.ts';
import { called } from './page-calls.ts';
import { MINUTE, World } from './world.ts';

const HEADERS = ['name', 'language', 'script', 'script (de)', 'avatar_id'];
const SCRIPT =
  'Hello <<name|friend>>, thank you. <break time="1s"/> <<if name = Kim0>>You are the first one.<<end>>';
const DRAFT =
  'Stand-in for German: Hello <<name|friend>>, thank you. <break time="1s"/> <<if name = Kim0>>Stand-in for German: You are the first one.<<end>>';
const MARK = '[draft: not read yet]\n';
const CALM = { translation: { mangles: 0 } };

function studentsIn(languages: readonly string[], script = (_: number): string => SCRIPT): string[][] {
  return languages.map((language, at) => [`Kim${at}`, language, script(at), '', 'Anna_Office_Front_public']);
}

function sheetOf(rows: readonly (readonly string[])[], options: Partial<EmulatorOptions> = CALM): World {
  const world = new World({}, options);
  world.prepare([HEADERS, ...rows]);
  return world;
}

/** The page's “Draft a translation…”, agreed to. */
function drafted(world: World, language: string): DraftsView {
  const asked = called(world, 'sidebarDraft', language, '').value;
  if (!('question' in asked)) throw new Error('it did not ask');
  const answer = called(world, 'sidebarDraft', language, asked.print).value;
  if ('question' in answer) throw new Error('it asked again');
  return answer;
}

function questionOf(world: World, language: string): DraftQuestion {
  const asked = called(world, 'sidebarDraft', language, '').value;
  if (!('question' in asked)) throw new Error('it did not ask');
  return asked;
}

function theDraft(view: DraftsView): DraftView {
  const [draft] = view.unread.drafts;
  if (draft === undefined) throw new Error('there is no draft');
  return draft;
}

function cells(world: World, column = 'script (de)'): string[] {
  return world.rows().map((row) => row[column] ?? '');
}

/** Everything that went to HeyGen. */
function sentWords(world: World): string {
  return world.sent.map(({ body }) => body).join('\n');
}

describe('a draft', () => {
  it('is asked about, written, blocked, read back, marked as read, and only then rendered', () => {
    const world = sheetOf(studentsIn(['German', 'Deutsch', 'English']));
    const { question } = questionOf(world, 'German');
    expect(question).toContain('1 text of 100 characters, without your rows’ values');
    expect(question).toContain('“script (de)”, of 2 rows');
    expect([world.emulator.used('translate'), ...cells(world)]).toEqual([0, '', '', '']);

    const view = drafted(world, 'German');
    expect(cells(world)).toEqual([MARK + DRAFT, MARK + DRAFT, '']);
    expect(theDraft(view)).toMatchObject({
      column: 'script (de)',
      rows: [2, 3],
      count: 2,
      words: DRAFT,
      back: DRAFT.replaceAll('German', 'English'),
      backIn: 'English',
      fallbacks: ['friend'],
    });

    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Blocked', 'Blocked', 'Done']);
    expect(world.rows()[0]?.problem).toContain('a draft that nobody has marked as read');
    expect(world.rows()[0]?.problem).toContain('“Mark as read”');

    const read = called(world, 'sidebarMarkRead', theDraft(view).print).value;
    expect([read.message, read.unread.drafts]).toEqual(['Marked as read in 2 rows.', []]);
    expect(cells(world)).toEqual([DRAFT, DRAFT, '']);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(sentWords(world)).toContain('Stand-in for German: Hello Kim1, thank you.');
    expect(sentWords(world)).not.toContain('not read yet');
  });

  it('of the same text is translated once, however many rows say it', () => {
    const world = sheetOf(studentsIn(Array.from({ length: 120 }, () => 'de')));
    drafted(world, 'de');
    // Two units between the borders, there and back.
    expect(world.emulator.used('translate')).toBe(4);
    called(world, 'sidebarDrafts');
    expect(world.emulator.used('translate')).toBe(4);
    expect(new Set(cells(world))).toEqual(new Set([MARK + DRAFT]));
  });

  it('adds its column, and is made from the sheet’s own script or from another language', () => {
    const world = new World({}, CALM);
    world.prepare([
      ['name', 'script (es)', 'avatar_id'],
      ['Kim', '¡Hola <<name>>!', 'Anna_Office_Front_public'],
      ['Bo', '', 'Anna_Office_Front_public'],
    ]);
    expect(questionOf(world, 'French').question).toContain('a new column behind yours, of 1 row.');
    const view = drafted(world, 'French');
    expect(cells(world, 'script (fr)')).toEqual([`${MARK}Stand-in for French: ¡Hola <<name>>!`, '']);
    expect(theDraft(view)).toMatchObject({
      back: 'Stand-in for Spanish: ¡Hola <<name>>!',
      backIn: 'Spanish',
    });
    called(world, 'sidebarDefaults', { script: 'Welcome!' }, world.sheet);
    world.selectAll();
    drafted(world, 'fr');
    expect(cells(world, 'script (fr)')[1]).toBe(`${MARK}Stand-in for French: Welcome!`);
  });

  it('never replaces a text, another draft or a formula, and leaves rows of other languages alone', () => {
    const rows = studentsIn(['German', 'German', 'German', 'French', '', 'German']);
    const world = sheetOf(rows);
    world.hands.type(world.sheet, 2, 4, 'Hallo!');
    world.hands.type(world.sheet, 3, 4, `${MARK}Servus!`);
    world.hands.type(world.sheet, 4, 4, '=Z9&""');
    expect(questionOf(world, 'German').question).toContain('2 other rows have a text there and keep it.');
    drafted(world, 'German');
    expect(cells(world)).toEqual(['Hallo!', `${MARK}Servus!`, '', '', '', MARK + DRAFT]);
    expect(world.hands.formulaCells().map(({ row }) => row)).toEqual([4]);
  });

  it('comes through with every field and mark, also when Google changes marks', () => {
    for (let seed = 1; seed <= 15; seed += 1) {
      const world = sheetOf(studentsIn(['German']), { translation: { mangles: 1 }, seed });
      drafted(world, 'German');
      const [cell = ''] = cells(world);
      expect(cell.match(/<<[^>]*>>|<break[^>]*>/gu)).toEqual(SCRIPT.match(/<<[^>]*>>|<break[^>]*>/gu));
    }
  });

  it('of one row of several languages says which languages and rows it needs', () => {
    const world = sheetOf(studentsIn(['French']));
    expect(() => called(world, 'sidebarDraft', 'German', '')).toThrow(
      'None of the selected rows has the language German.',
    );
    expect(() => called(world, 'sidebarDraft', 'Klingon?', '')).toThrow('such as German or de.');
  });
});

describe('an unread draft', () => {
  it('is no more read when it is edited, and an older reading does not count', () => {
    const world = sheetOf(studentsIn(['German']));
    const view = drafted(world, 'German');
    world.hands.type(world.sheet, 2, 4, `${MARK}${DRAFT} Danke!`);
    expect(() => called(world, 'sidebarMarkRead', theDraft(view).print)).toThrow('changed since you read it');
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Blocked']);
    const again = called(world, 'sidebarDrafts').value;
    called(world, 'sidebarMarkRead', theDraft(again).print);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done']);
  });

  it.each([
    ['copied into the script', { script: `${MARK}Hallo!` }],
    ['with a damaged mark', { script: 'draft: not read yet]\nHallo!' }],
    ['with the other half of the mark', { script: 'Hallo! [ Draft : gelesen' }],
    ['with full-width signs', { script: '［draft：not read yet］Hallo!' }],
    ['with an invisible character in the mark', { script: '[dr\u200baft: not read yet] Hallo!' }],
    ['put in by a field', { script: 'Hello <<note:lower>>', note: `${MARK}Hallo!` }],
    ['put in by the title', { script: 'Hello', title: '<<note>>', note: `${MARK}Hallo!` }],
    ['shown by a formula', { script: '=F2', note: `${MARK}Hallo!` }],
  ])('%s is rendered by no means', (_what, { script, title = '', note = '' }: Record<string, string>) => {
    const world = new World();
    world.prepare([
      ['name', 'avatar_id', 'script', 'title', 'more', 'note'],
      ['Kim', 'Anna_Office_Front_public', script ?? '', title, '', note],
    ]);
    if (script?.startsWith('=')) world.hands.type(world.sheet, 2, 3, script);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Blocked']);
    called(world, 'sidebarPlan', true);
    expect(world.posts()).toEqual([]);
  });

  it('in the sheet’s own script blocks the rows that take it', () => {
    const world = new World();
    world.prepare([
      ['name', 'avatar_id'],
      ['Kim', 'Anna_Office_Front_public'],
    ]);
    called(world, 'sidebarDefaults', { script: `${MARK}Hallo!` }, world.sheet);
    world.menu('renderSelectedRows');
    expect([world.statuses(), world.posts()]).toEqual([['Blocked'], []]);
  });

  it('is merged by no formula', () => {
    const world = new World();
    world.hands.load(world.sheet, [
      ['name', 'text'],
      ['Kim', `${MARK}Hallo <<name>>!`],
    ]);
    world.hands.type(world.sheet, 2, 3, '=REELMERGE_SCRIPT(B2, $A$1:$A$1, A2:A2)');
    expect(world.hands.displayValues(world.sheet)[1]?.[2]).toContain('#ERROR');
  });

  it('makes a finished row Changed, and Done again when it is cleared', () => {
    const world = sheetOf(studentsIn(['German']));
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done']);
    drafted(world, 'German');
    expect(world.statuses()).toEqual(['Changed']);
    world.hands.clear(world.sheet, 'D2:D2');
    world.menu('checkForFinishedVideos');
    expect([world.statuses(), world.simulator.paidVideos().length]).toEqual([['Done'], 1]);
  });

  it('that a formula repeats is marked as read where it stands', () => {
    const world = sheetOf(studentsIn(['German', 'German']));
    world.hands.type(world.sheet, 3, 4, '=D2');
    const view = drafted(world, 'German');
    called(world, 'sidebarMarkRead', theDraft(view).print);
    expect(cells(world)).toEqual([DRAFT, DRAFT]);
    expect(world.hands.formulaCells().map(({ row }) => row)).toEqual([3]);
  });
});

describe('when Google does not translate', () => {
  it('a sentence says so in Google’s own words, and nothing is written', () => {
    const world = sheetOf(studentsIn(['German']), { translation: { refuses: true }, language: 'ja' });
    expect(() => drafted(world, 'German')).toThrow(/“サービスエラー: 翻訳”.*Try again later/u);
    expect(cells(world)).toEqual(['']);
  });

  it('in the middle, what is drafted is kept, and the rest is drafted later', () => {
    const world = sheetOf(
      studentsIn(['German', 'German'], (at) => `Hello number ${at}.`),
      {
        ...CALM,
        language: 'de',
      },
    );
    const used = (amount: number): void => {
      const saved = Object(world.emulator.snapshot());
      const [day] = [saved.quotas.day];
      world.emulator.restore({ ...saved, quotas: { day, use: { 'translate anna@example.com': amount } } });
      world.selectAll();
    };
    questionOf(world, 'German');
    used(4_999);
    const { message, trouble } = drafted(world, 'German');
    expect(message).toBe('Drafted in German for 1 row. Read it, then mark it as read.');
    expect(trouble).toContain('“Dienst an einem Tag zu oft aufgerufen: translate.”');
    expect(cells(world)).toEqual([`${MARK}Stand-in for German: Hello number 0.`, '']);
    used(0);
    drafted(world, 'German');
    expect(cells(world)[1]).toBe(`${MARK}Stand-in for German: Hello number 1.`);
  });
});

describe('between any two calls to Google', () => {
  const ROWS = 3;
  const own = (at: number): string => `Hello number ${at}.`;
  const sheet = sheetOf(studentsIn(['German', 'de', 'Deutsch'], own), CALM);
  const { print: asked } = questionOf(sheet, 'German');
  /** A draft is asked for and agreed to. */
  const begun = (): World => sheet.copy();
  const draftOf = (script: string): string => `${MARK}Stand-in for German: ${script}`;

  /** A press of a button at the moment of its call. */
  type Press = (world: World, options: Partial<RunOptions>) => Execution;

  const draft: Press = (world, options) =>
    served(world, 'sidebarDraft', ['German', asked], options).execution;
  /** A draft must be there. */
  const withDraft = begun();
  const { print } = theDraft(drafted(withDraft, 'German'));
  const marking = (): { readonly world: World; readonly press: Press } => {
    const world = withDraft.copy();
    return { world, press: (on, options) => served(on, 'sidebarMarkRead', [print], options).execution };
  };

  it('a killed draft leaves no row with another one’s text, and the next press makes what is missing', () => {
    const seen = new Set<string>();
    for (const killAtCall of killPoints(draft(begun(), {}))) {
      for (const keepOnKill of ['nothing', 'everything'] as const) {
        const world = begun();
        expect(draft(world, { killAtCall, keepOnKill }).outcome).toBe('killed');
        if (seen.has(world.durable())) continue;
        seen.add(world.durable());
        for (const row of world.rows()) expect(['', draftOf(row.script ?? '')]).toContain(row['script (de)']);
        // A killed run may have kept the lock.
        world.emulator.clock.advance(10 * MINUTE);
        world.selectAll();
        if (cells(world).includes('')) drafted(world, 'German');
        expect(cells(world)).toEqual(Array.from({ length: ROWS }, (_, at) => draftOf(own(at))));
      }
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  it('a killed marking leaves each row as a draft or as read, never with another one’s text', () => {
    const whole = marking();
    for (const killAtCall of killPoints(whole.press(whole.world, {}))) {
      const { world, press } = marking();
      press(world, { killAtCall, keepOnKill: 'everything' });
      for (const row of world.rows()) {
        const text = draftOf(row.script ?? '');
        expect([text, text.slice(MARK.length)]).toContain(row['script (de)']);
      }
    }
  });

  it('a sheet that is sorted gives each row its own draft, or a sentence names the rows to look at', () => {
    let told = 0;
    for (const at of underLock(draft(begun(), {}))) {
      const world = begun();
      const { text } = served(world, 'sidebarDraft', ['German', asked], sortingAt(world, at));
      const strays = world
        .rows()
        .filter((row) => !['', draftOf(row.script ?? '')].includes(row['script (de)'] ?? ''));
      if (strays.length === 0) continue;
      told += 1;
      expect(text).toContain('changed in the same moment');
    }
    // Only between the last look and the write.
    expect(told).toBeLessThanOrEqual(4);
  });

  it('a sheet that is sorted while a draft is marked loses no text without a word', () => {
    const whole = marking();
    for (const at of underLock(whole.press(whole.world, {}))) {
      const world = withDraft.copy();
      const { text } = served(world, 'sidebarMarkRead', [print], sortingAt(world, at));
      const wrong = world
        .rows()
        .filter((row) => !(row['script (de)'] ?? '').endsWith(draftOf(row.script ?? '').slice(MARK.length)));
      if (wrong.length > 0) expect(text).toContain('changed in the same moment');
    }
  });
});

describe('two executions at once, wherever the first is interrupted', () => {
  const STRIDE = everyNth(5);

  /** Lets both run, the second one after so many calls of the first, for all such numbers. */
  function meet(
    begin: () => { readonly world: World; readonly runs: readonly [InterleavedRun, InterleavedRun] },
    check: (world: World) => void,
  ): void {
    const { world: start, runs } = begin();
    const [first] = start.copy().emulator.interleave(runs, () => 0);
    const calls = first?.counts.total ?? 0;
    expect(calls).toBeGreaterThan(10);
    for (let k = 1; k <= calls; k += STRIDE) {
      const world = start.copy();
      const executions = world.emulator.interleave(runs, (step) => (step < k ? 0 : 1));
      expect(executions.map(({ outcome }) => outcome)).toEqual(['returned', 'returned']);
      check(world);
    }
  }

  const page = (functionName: string, ...args: readonly string[]): InterleavedRun => ({
    functionName,
    kind: 'sidebar',
    args,
  });
  const RENDER: InterleavedRun = { functionName: 'renderSelectedRows', kind: 'menu' };
  const ROWS = studentsIn(['French', 'fr'], (at) => `Hello number ${at}.`);

  it('two drafts of the same rows make one column, and each row has its own draft', () => {
    meet(
      () => {
        const world = sheetOf(ROWS);
        const { print } = questionOf(world, 'French');
        return {
          world,
          runs: [page('sidebarDraft', 'French', print), page('sidebarDraft', 'French', print)],
        };
      },
      (world) => {
        const [headers = []] = world.hands.displayValues(world.sheet);
        expect(headers.filter((header) => header === 'script (fr)')).toHaveLength(1);
        expect(cells(world, 'script (fr)')).toEqual(
          ROWS.map(([, , script]) => `${MARK}Stand-in for French: ${script}`),
        );
      },
    );
  });

  /** Each row has one video at most, and none says a draft that nobody has read. */
  const nothingUnread = (world: World): void => {
    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    expect(sentWords(world)).not.toContain('not read yet');
    const paid = world.simulator.paidVideos().map(({ script }) => script);
    expect(new Set(paid).size).toBe(paid.length);
  };

  it('a draft and Render send no draft', () => {
    meet(
      () => {
        const world = sheetOf(ROWS);
        const { print } = questionOf(world, 'French');
        return { world, runs: [page('sidebarDraft', 'French', print), RENDER] };
      },
      (world) => {
        nothingUnread(world);
        expect(new Set(world.statuses()).size).toBe(1);
      },
    );
  });

  it('a marking and Render send what was read, once', () => {
    meet(
      () => {
        const world = sheetOf(ROWS);
        const { print } = theDraft(drafted(world, 'French'));
        world.selectAll();
        return { world, runs: [page('sidebarMarkRead', print), RENDER] };
      },
      (world) => {
        nothingUnread(world);
        expect(world.statuses()).toEqual(['Done', 'Blocked']);
      },
    );
  });
});

/** The calls of a run at which a sheet that moves makes a difference: while it translates, and under its first lock. */
function underLock({ calls }: Execution): readonly number[] {
  const from = calls.findIndex(({ service }) => service === 'lock');
  const to = calls.findIndex(({ method }, at) => at > from && /release/iu.test(method));
  expect(to).toBeGreaterThan(from);
  const asked = calls.findIndex(({ service }) => service === 'language');
  return [asked, ...calls.keys()].filter((at) => at === asked || (at >= from && at <= to));
}

/** The user sorts the sheet before that call. */
function sortingAt(world: World, at: number): Partial<RunOptions> {
  return {
    beforeCall: (_, call) => {
      if (call === at) world.hands.sortRows(world.sheet, 1, false);
    },
  };
}

/** One call of the page, with what came back as text. */
function served(
  world: World,
  functionName: string,
  args: readonly unknown[],
  options: Partial<RunOptions>,
): { readonly text: string; readonly execution: Execution } {
  const { reply, execution } = world.emulator.serve({ functionName, args }, options);
  if (execution === null) throw new Error('The call never left the page.');
  return { text: String(reply.ok ? reply.value : reply.error), execution };
}
