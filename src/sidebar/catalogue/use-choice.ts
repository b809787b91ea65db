import { type CatalogueName, type Choice, galleryOf, type State } from '../page/state.ts';

/** The column that each catalogue fills. */
export const COLUMN_OF = {
  looks: 'avatar_id',
  voices: 'voice_id',
  templates: 'template_id',
} as const satisfies Record<CatalogueName, keyof Choice>;

/** What one of its items is called. */
export const WORD_OF = {
  looks: 'avatar',
  voices: 'voice',
  templates: 'template',
} as const satisfies Record<CatalogueName, string>;

/** The catalogue on the screen. */
export function shownCatalogue(state: State): CatalogueName {
  return state.tab === 'voice' ? 'voices' : galleryOf(state);
}

/**
 * The values that "Use" writes: what the user picked. For the shown catalogue also what the active row already has, so
 * that the user can copy it to other rows. A template goes alone.
 */
export function valuesToUse(state: State): Choice {
  const { choice, sheet } = state;
  const { template_id, ...speaker } = choice;
  const row = sheet?.row ?? null;
  const shown = shownCatalogue(state);
  if (shown === 'templates') return named('template_id', template_id ?? row?.template?.id);
  return { ...named(COLUMN_OF[shown], shown === 'looks' ? row?.avatarId : row?.voiceId), ...speaker };
}

/** A value under its column's name. Nothing when there is no value. */
function named(name: keyof Choice, value: string | undefined): Choice {
  return value === undefined || value === '' ? {} : { [name]: value };
}
