import type { Template, Voice } from '../../app/ports/catalogue.ts';
import type { AccountLook } from '../catalogue/look-search.ts';
import type { Player } from '../catalogue/player.ts';
import type { Controller } from './controller.ts';
import type { State } from './state.ts';

/** Looks, voices and templates by their ids, as far as they have arrived. */
export interface KnownCatalogue {
  readonly look: (id: string) => AccountLook | undefined;
  readonly voice: (id: string) => Voice | undefined;
  readonly template: (id: string) => Template | undefined;
}

/** What every panel is drawn from. */
export interface PanelProps {
  readonly state: State;
  readonly controller: Controller;
  readonly player: Player;
  readonly catalogue: KnownCatalogue;
}
