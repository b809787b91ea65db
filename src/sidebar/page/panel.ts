import type { Template, Voice } from '../../app/ports/catalogue.ts';
import type { AccountLook } from '../catalogue/look-search.ts';
import type { Player } from '../catalogue/player.ts';
import type { Controller } from './controller.ts';
import type { State } from './state.ts';

/** Finds one of the items loaded so far. Without an id there is none. */
export type Lookup<Item> = (id: string | undefined) => Item | undefined;

/** The looks, voices and templates loaded so far, by their ids. */
export interface KnownCatalogue {
  readonly look: Lookup<AccountLook>;
  readonly voice: Lookup<Voice>;
  readonly template: Lookup<Template>;
}

/** What every panel needs. */
export interface PanelProps {
  readonly state: State;
  readonly controller: Controller;
  readonly player: Player;
  readonly catalogue: KnownCatalogue;
}
