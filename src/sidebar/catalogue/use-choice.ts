import { type CatalogueName, type Choice, galleryOf, type State } from '../page/state.ts';

/** The column that each catalogue is picked for. */
export const COLUMN_OF = {
  looks: 'avatar_id',
  voices: 'voice_id',
  templates: 'template_id',
} as const satisfies Record<CatalogueName, keyof Choice>;

/** The catalogue that is on the screen. */
export function shownCatalogue(state: State): CatalogueName {
  return state.tab === 'voice' ? 'voices' : galleryOf(state);
}

/**
 * What "Use" writes: what was picked, and what the active row already has of the kind that is shown, so that
 * it can be given to other rows. A template goes alone.
 */
export function valuesToUse(state: State): Choice {
  const { choice, sheet } = state;
  const { template_id, ...speaker } = choice;
  const row = sheet?.row ?? null;
  const shown = shownCatalogue(state);
  if (shown === 'templates') return named('template_id', template_id ?? row?.template?.id);
  return { ...named(COLUMN_OF[shown], shown === 'looks' ? row?.avatarId : row?.voiceId), ...speaker };
}

/** One value under its name; nothing without a value. */
function named(name: keyof Choice, value: string | undefined): Choice {
  return value === undefined || value === '' ? {} : { [name]: value };
}
