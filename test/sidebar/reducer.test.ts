import { describe, expect, it } from 'vitest';
import { afterAnswer } from '../../src/sidebar/page/answers.ts';
import { reduce } from '../../src/sidebar/page/reducer.ts';
import {
  type Choice,
  failureOf,
  galleryOf,
  INITIAL,
  isPending,
  type State,
} from '../../src/sidebar/page/state.ts';
import { fakeLook } from '../browser/sidebar/fake-catalogue.ts';
import { noCheck, noPlan, noProgress } from '../browser/sidebar/fake-progress.ts';
import { FakeServer } from '../browser/sidebar/fake-server.ts';

const server = new FakeServer();
const account = server.account;
if (account === null) throw new Error('The fake server begins connected.');
const START = {
  account,
  sheet: server.sheet.view(),
  looks: { looks: [fakeLook(0), fakeLook(1)], next: 'second' },
  looksProblem: '',
  settings: server.settings,
};
const OPEN: State = afterAnswer(INITIAL, 'sidebarStart', START, []);

describe('a call on the screen', () => {
  it('is pending, then done or failed with its sentence', () => {
    const called = reduce(OPEN, { type: 'called', name: 'sidebarUse', quiet: false });
    expect(isPending(called, 'sidebarUse')).toBe(true);
    const failed = reduce(called, { type: 'failed', name: 'sidebarUse', message: 'Try again.' });
    expect(isPending(failed, 'sidebarUse')).toBe(false);
    expect(failureOf(failed, 'sidebarUse')).toBe('Try again.');
    expect(
      failureOf(reduce(failed, { type: 'called', name: 'sidebarUse', quiet: false }), 'sidebarUse'),
    ).toBe('');
  });

  it('shows no spinner when the page made it by itself', () => {
    expect(isPending(reduce(OPEN, { type: 'called', name: 'sidebarRow', quiet: true }), 'sidebarRow')).toBe(
      false,
    );
  });
});

describe('what is told on the Render tab', () => {
  it('has the balance of the latest count, and the one before when HeyGen did not tell', () => {
    const balance = { amount: 12.5, unit: 'usd' } as const;
    const counted = afterAnswer(OPEN, 'sidebarPlan', { ...noPlan(), balance }, []);
    expect(counted.account?.balance).toEqual(balance);
    expect(afterAnswer(counted, 'sidebarPlan', noPlan(), []).account?.balance).toEqual(balance);
  });

  it('has no finding of a check that leads to cells of another sheet, or of rows that were sent', () => {
    const checked = afterAnswer(OPEN, 'sidebarCheck', { ...noCheck(), rows: 3 }, []);
    const same = { ...START.sheet, selectedRows: 9 };
    expect(afterAnswer(checked, 'sidebarRow', same, [0]).check?.rows).toBe(3);
    expect(afterAnswer(checked, 'sidebarRow', { ...same, tab: 'Other' }, [0]).check).toBeNull();
    const sent = (message: string) =>
      afterAnswer(checked, 'sidebarRender', { videos: 3, message, progress: noProgress() }, ['p']);
    expect(sent('').check).toBeNull();
    expect(sent('The rows are others now.').check?.rows).toBe(3);
  });

  it('is never shown as a success when the key was not tested, nothing was sent, or the run is paused', () => {
    const kindAfter = (state: State) => state.notice?.kind;
    const untested = { account, tested: false, message: 'Saved, not tested.' };
    expect(kindAfter(afterAnswer(OPEN, 'sidebarConnect', untested, ['key']))).toBe('warning');
    const sent = (videos: number, message: string, progress = noProgress()) =>
      kindAfter(afterAnswer(OPEN, 'sidebarRender', { videos, message, progress }, ['p']));
    const paused = {
      reason: 'no credit',
      message: 'Top up.',
      noCredit: true,
      budget: false,
      aboutKey: false,
      goesOnByItself: true,
    };
    expect(sent(2, '', { ...noProgress(), paused })).toBe('warning');
    expect(sent(0, 'Nothing was sent.')).toBe('bad');
    expect(sent(0, '')).toBe('plain');
    expect(sent(2, '')).toBe('good');
  });

  it('says of the sending only until there is news of it', () => {
    const sent = afterAnswer(OPEN, 'sidebarRender', { videos: 2, message: '', progress: noProgress() }, [
      'p',
    ]);
    expect(sent.notice?.text).toBe('2 videos on the way.');
    expect(afterAnswer(sent, 'sidebarSync', noProgress(), [false]).notice).toBe(sent.notice);
    const counts = { ...noProgress().counts, Done: 2 };
    expect(afterAnswer(sent, 'sidebarSync', { ...noProgress(), counts }, [false]).notice).toBeNull();
  });
});

describe('the end of a run', () => {
  const heard = (state: State, id: string, ended: string) =>
    afterAnswer(state, 'sidebarSync', { ...noProgress(), run: { id, ended } }, [false]);

  it('is the heading of a page that has seen it go on, until the next run begins', () => {
    const going = heard(OPEN, 'a', '');
    expect(going.ended).toBe('');
    const over = heard(going, 'a', '12 videos done');
    expect(over.ended).toBe('12 videos done');
    expect(heard(over, 'a', '12 videos done').ended).toBe('12 videos done');
    expect(heard(over, 'b', '').ended).toBe('');
  });

  it('is none of a run that was over when the page, or its sheet, was opened', () => {
    expect(heard(OPEN, 'a', '12 videos done').ended).toBe('');
    const going = heard(OPEN, 'a', '');
    expect(heard(going, 'other', '3 videos done').ended).toBe('');
  });

  it('is told when the user comes back from another sheet', () => {
    const elsewhere = heard(heard(OPEN, 'a', ''), 'other', '3 videos done');
    expect(heard(elsewhere, 'a', '7 videos done, 5 failed').ended).toBe('7 videos done, 5 failed');
  });
});

describe('looks that arrive page by page', () => {
  it('are added in order, each once', () => {
    const page = { looks: [fakeLook(1), fakeLook(2)], next: null };
    const { looks } = afterAnswer(OPEN, 'sidebarLooks', page, ['second']);
    expect(looks.items.map(({ item }) => item.id)).toEqual(['look-0', 'look-1', 'look-2']);
    expect(looks.complete).toBe(true);
  });

  it('end when a page brings nothing new, or leads back to a page that has come', () => {
    const more = (state: State, from: string, looks: readonly number[], next: string) =>
      afterAnswer(state, 'sidebarLooks', { looks: looks.map((at) => fakeLook(at)), next }, [from]);
    expect(more(OPEN, 'second', [], 'third').looks.complete).toBe(true);
    expect(more(OPEN, 'second', [0, 1], 'third').looks.complete).toBe(true);
    expect(more(OPEN, 'second', [2], 'second').looks.complete).toBe(true);
    const third = more(OPEN, 'second', [1, 2], 'third');
    expect(third.looks.complete).toBe(false);
    expect(more(third, 'third', [3], 'second').looks.complete).toBe(true);
  });

  it('of another account are dropped when the key was replaced meanwhile', () => {
    const replaced = afterAnswer(OPEN, 'sidebarConnect', { account, tested: true, message: 'Connected.' }, [
      'key',
    ]);
    const late = afterAnswer(replaced, 'sidebarLooks', { looks: [fakeLook(9)], next: null }, ['second']);
    expect(late.looks.items).toEqual([]);
    expect(late.looks.complete).toBe(false);
  });

  it('leave a sentence when the first page could not be had', () => {
    const start = { ...START, looks: null, looksProblem: 'HeyGen is busy. Try again.' };
    const state = afterAnswer(INITIAL, 'sidebarStart', start, []);
    expect(failureOf(state, 'sidebarLooks')).toBe('HeyGen is busy. Try again.');
  });
});

describe('templates that arrive page by page', () => {
  const template = (id: string) => ({ id, name: id, thumbnailUrl: '', aspectRatio: '' });

  it('are added in order, each once, and are forgotten with the key', () => {
    const page = { templates: [template('a'), template('b')], next: 'second' };
    const first = afterAnswer(OPEN, 'sidebarTemplates', page, [null]);
    const last = { templates: [template('b'), template('c')], next: null };
    const all = afterAnswer(first, 'sidebarTemplates', last, ['second']);
    expect(all.templates.items.map(({ item }) => item.id)).toEqual(['a', 'b', 'c']);
    expect(afterAnswer(all, 'sidebarTemplates', page, [null]).templates).toBe(all.templates);
    expect(afterAnswer(all, 'sidebarDisconnect', null, []).templates.items).toEqual([]);
  });
});

describe('the first tab', () => {
  const row = (mode: 'avatar' | 'template') => {
    const { sheet } = START;
    if (sheet.row === null) throw new Error('The fake sheet stands on a row.');
    return afterAnswer(OPEN, 'sidebarRow', { ...sheet, row: { ...sheet.row, mode } }, [0]);
  };

  it('shows what the active row is made from, until the user says what to show', () => {
    expect(galleryOf(row('avatar'))).toBe('looks');
    expect(galleryOf(row('template'))).toBe('templates');
    expect(galleryOf(reduce(row('template'), { type: 'gallery', gallery: 'looks' }))).toBe('looks');
  });
});

describe('a choice', () => {
  const chosen = (...choices: readonly Choice[]) =>
    choices.reduce((state, choice) => reduce(state, { type: 'choose', choice }), OPEN).choice;

  it('is a look and a voice, or a template alone, and can be taken back', () => {
    const speaker = [{ avatar_id: 'look-1' }, { voice_id: 'voice-1' }];
    expect(chosen(...speaker)).toEqual({ avatar_id: 'look-1', voice_id: 'voice-1' });
    expect(chosen(...speaker, { template_id: 't' })).toEqual({ template_id: 't' });
    expect(chosen({ template_id: 't' }, ...speaker)).toEqual({ avatar_id: 'look-1', voice_id: 'voice-1' });
    expect(
      reduce({ ...OPEN, choice: { template_id: 't' } }, { type: 'choose', choice: null }).choice,
    ).toEqual({});
  });

  it('is not lost when a file was written into the rows meanwhile', () => {
    const state = { ...OPEN, choice: { avatar_id: 'look-1' } };
    const used = afterAnswer(state, 'sidebarUse', { rows: 1, message: '', sheet: START.sheet }, [
      { image: 'asset:a' },
      'p',
    ]);
    expect(used.choice).toEqual({ avatar_id: 'look-1' });
  });
});

describe('test videos that HeyGen refused', () => {
  const refused = afterAnswer(OPEN, 'sidebarSync', { ...noProgress(), testRefused: true }, [false]);

  it('are offered to be switched off until they are, and not by another change', () => {
    const other = afterAnswer(refused, 'sidebarDefaults', START.sheet, [{ title: 'x' }, 'Outreach']);
    expect(other.progress?.testRefused).toBe(true);
    const off = afterAnswer(refused, 'sidebarDefaults', START.sheet, [{ test_mode: '' }, 'Outreach']);
    expect(off.progress?.testRefused).toBe(false);
  });
});

describe('what the user is editing', () => {
  it('survives whatever arrives from the sheet', () => {
    const typed = reduce(OPEN, { type: 'draft', tab: 'Outreach', text: 'Hi <<first_name>>' });
    const elsewhere = { ...START.sheet, tab: 'Other', defaults: { script: 'Something else' } };
    const moved = afterAnswer(typed, 'sidebarRow', elsewhere, [0]);
    const back = afterAnswer(moved, 'sidebarRow', START.sheet, [0]);
    expect(back.drafts).toEqual({ Outreach: 'Hi <<first_name>>' });
  });

  it('is let go when it was taken back', () => {
    const typed = reduce(OPEN, { type: 'draft', tab: 'Outreach', text: 'Hi' });
    expect(reduce(typed, { type: 'draft', tab: 'Outreach', text: null }).drafts).toEqual({});
  });

  it('keeps the choice when no row took it, and lets it go when rows did', () => {
    const chosen = reduce(OPEN, { type: 'choose', choice: { avatar_id: 'look-1', voice_id: 'voice-1' } });
    const used = { avatar_id: 'look-1' };
    const none = afterAnswer(chosen, 'sidebarUse', { rows: 0, message: 'Other rows.', sheet: START.sheet }, [
      used,
      'p',
    ]);
    expect(none.choice.avatar_id).toBe('look-1');
    expect(none.notice?.kind).toBe('bad');
    const some = afterAnswer(chosen, 'sidebarUse', { rows: 3, message: '', sheet: START.sheet }, [used, 'p']);
    expect(some.choice).toEqual({ voice_id: 'voice-1' });
    expect(some.notice).toEqual({ of: 'sidebarUse', kind: 'good', text: 'Written into 3 rows.' });
  });
});

describe('a look at the selection', () => {
  it('that finds it unchanged keeps the very same sheet, so that nothing is drawn again', () => {
    const same = afterAnswer(OPEN, 'sidebarRow', structuredClone(START.sheet), [0]);
    expect(same.sheet).toBe(OPEN.sheet);
    expect(same.unchangedReads).toBe(1);
    expect(afterAnswer(same, 'sidebarRow', { ...START.sheet, selectedRows: 9 }, [0]).unchangedReads).toBe(0);
  });
});

describe('a sync', () => {
  it('without news counts as quiet, and news end the quiet', () => {
    const once = afterAnswer(OPEN, 'sidebarSync', noProgress(), [false]);
    const twice = afterAnswer(once, 'sidebarSync', { ...noProgress(), secondsLeft: 5 }, [false]);
    expect(twice.unchangedSyncs).toBe(1);
    const counts = { ...noProgress().counts, Rendering: 1 };
    expect(afterAnswer(twice, 'sidebarSync', { ...noProgress(), counts }, [false]).unchangedSyncs).toBe(0);
  });
});

describe('removing the key', () => {
  it('forgets every look and voice of the account', () => {
    const state = afterAnswer(OPEN, 'sidebarDisconnect', null, []);
    expect(state.account).toBeNull();
    expect(state.looks.items).toEqual([]);
  });
});
