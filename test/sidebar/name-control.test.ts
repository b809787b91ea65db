import { describe, expect, it } from 'vitest';
import type { NamesView, NameView } from '../../src/app/sidebar/contract.ts';
import { inPlace } from '../../src/sidebar/page/name-control.ts';
import { reduce } from '../../src/sidebar/page/reducer.ts';
import { INITIAL, type State } from '../../src/sidebar/page/state.ts';
import { isAnyUnsaved, unsavedOf, unsavedTabs } from '../../src/sidebar/page/unsaved.ts';

function name(value: string, more: Partial<NameView> = {}): NameView {
  return {
    value,
    say: value,
    by: '',
    place: 'script',
    column: 'name',
    rows: [2],
    count: 1,
    spokenIn: 'English',
    language: '',
    risks: [],
    voice: null,
    heard: { value: false, say: false },
    ...more,
  };
}

const list = (...names: NameView[]): NamesView => ({ tab: 'Sheet1', names, more: 0 });

describe('a list of names that is read again', () => {
  const corrected = { say: 'Shivawn', by: 'names sheet' } as const;

  it('keeps its order on the screen, and shows what the line has changed elsewhere', () => {
    const before = list(name('Siobhán'), name('Siobhán', { language: 'de' }), name('Zoë'));
    const next = list(
      name('Zoë'),
      name('Siobhán', { ...corrected, language: 'de' }),
      name('Siobhán', corrected),
    );
    expect(inPlace(before, next).names.map(({ value, language, say }) => [value, language, say])).toEqual([
      ['Siobhán', '', 'Shivawn'],
      ['Siobhán', 'de', 'Shivawn'],
      ['Zoë', '', 'Zoë'],
    ]);
  });

  it('loses no entry that somebody may be typing in, and has new ones at its end', () => {
    const next = inPlace(list(name('Zoë'), name('Ana')), list(name('Bo'), name('Ana')));
    expect(next.names.map(({ value }) => value)).toEqual(['Zoë', 'Ana', 'Bo']);
  });

  it('of another sheet is a new list', () => {
    const next = list(name('Bo'));
    expect(inPlace({ ...list(name('Ana')), tab: 'Sheet2' }, next)).toBe(next);
    expect(inPlace(null, next)).toBe(next);
  });
});

describe('a spoken form that is typed', () => {
  const typed = (state: State, say: string | null, language = ''): State =>
    reduce(state, { type: 'form', of: { value: 'Zoë', language }, say });

  it('marks the Script tab as not saved, and Render asks, until it is saved or as it was', () => {
    const state = typed(INITIAL, 'Zo-ee');
    expect(unsavedOf(state).names).toEqual([{ value: 'Zoë', language: '', say: 'Zo-ee' }]);
    expect(unsavedTabs(unsavedOf(state))).toEqual(['script']);
    expect(isAnyUnsaved(unsavedOf(reduce(state, { type: 'tab', tab: 'render' })))).toBe(true);
    expect(isAnyUnsaved(unsavedOf(typed(state, null)))).toBe(false);
  });

  it('is kept while it is empty, but there is nothing to save then', () => {
    const state = typed(INITIAL, ' ');
    expect(Object.values(state.forms)).toHaveLength(1);
    expect(isAnyUnsaved(unsavedOf(state))).toBe(false);
  });

  it('is kept for each language of the value', () => {
    expect(unsavedOf(typed(typed(INITIAL, 'one'), 'two', 'de')).names.map(({ say }) => say)).toEqual([
      'one',
      'two',
    ]);
  });
});
