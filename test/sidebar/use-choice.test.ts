import { expect, test } from 'vitest';
import { valuesToUse } from '../../src/sidebar/catalogue/use-choice.ts';
import { afterAnswer } from '../../src/sidebar/page/answers.ts';
import { reduce } from '../../src/sidebar/page/reducer.ts';
import { type Choice, INITIAL, type State } from '../../src/sidebar/page/state.ts';
import { unsavedOf, unsavedTabs } from '../../src/sidebar/page/unsaved.ts';
import { FakeSheet } from '../browser/sidebar/fake-sheet.ts';

const sheet = new FakeSheet();
const OPEN: State = { ...INITIAL, started: true, sheet: sheet.view() };
const choose = (state: State, choice: Choice): State => reduce(state, { type: 'choose', choice });

test('an avatar that became the sheet’s default is written, and a later choice of a voice writes no avatar', () => {
  const chosen = choose(OPEN, { avatar_id: 'look-1' });
  const values = valuesToUse(chosen);
  expect(values).toEqual({ avatar_id: 'look-1' });
  const saved = afterAnswer(chosen, 'sidebarDefaults', sheet.view(), [values, sheet.tab]);
  expect(unsavedTabs(unsavedOf(saved))).toEqual([]);
  const later = choose(reduce(saved, { type: 'tab', tab: 'voice' }), { voice_id: 'voice-1' });
  expect(valuesToUse(later)).toEqual({ voice_id: 'voice-1' });
});

test('an avatar that rows have taken goes into no others with a later voice', () => {
  const chosen = choose(OPEN, { avatar_id: 'look-1' });
  const used = afterAnswer(chosen, 'sidebarUse', { rows: 2, message: '', sheet: sheet.view() }, [
    valuesToUse(chosen),
    '',
  ]);
  const later = choose(reduce(used, { type: 'tab', tab: 'voice' }), { voice_id: 'voice-1' });
  expect(valuesToUse(later)).toEqual({ voice_id: 'voice-1' });
});

test('one that is chosen and not used yet is said beside the voice, and goes with it', () => {
  const chosen = choose(choose(OPEN, { avatar_id: 'look-1' }), { voice_id: 'voice-1' });
  expect(valuesToUse({ ...chosen, tab: 'voice' })).toEqual({ avatar_id: 'look-1', voice_id: 'voice-1' });
});
