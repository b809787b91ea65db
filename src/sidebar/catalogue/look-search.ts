import type { LooksPage } from '../../app/contract.ts';
import { folded, holdsAll, searchWords } from './search-text.ts';

export type AccountLook = LooksPage['looks'][number];

/** A look with the text that it is found by, made once when the look arrives. */
export interface IndexedLook {
  readonly look: AccountLook;
  readonly text: string;
}

/** What is asked of the grid; '' asks for nothing. */
export interface LookQuery {
  readonly typed: string;
  readonly ownership: '' | 'public' | 'private';
  readonly gender: string;
  readonly type: string;
  readonly engine: string;
  readonly orientation: string;
}

export const EVERY_LOOK: LookQuery = {
  typed: '',
  ownership: '',
  gender: '',
  type: '',
  engine: '',
  orientation: '',
};

export function indexLook(look: AccountLook): IndexedLook {
  return { look, text: folded([look.name, ...look.tags, look.type, look.id].join('\n')) };
}

/** The looks that answer the query, in the order in which HeyGen lists them. */
export function findLooks(looks: readonly IndexedLook[], query: LookQuery): readonly AccountLook[] {
  const words = searchWords(query.typed);
  const found: AccountLook[] = [];
  for (const { look, text } of looks) {
    if (query.ownership !== '' && look.ownership !== query.ownership) continue;
    if (query.gender !== '' && look.gender !== query.gender) continue;
    if (query.type !== '' && look.type !== query.type) continue;
    if (query.orientation !== '' && look.orientation !== query.orientation) continue;
    if (query.engine !== '' && !look.engines.includes(query.engine)) continue;
    if (holdsAll(text, words)) found.push(look);
  }
  return found;
}

/** The words that the loaded looks can be filtered by, each list sorted. */
export interface LookFacets {
  readonly gender: readonly string[];
  readonly type: readonly string[];
  readonly engine: readonly string[];
  readonly orientation: readonly string[];
}

export function lookFacets(looks: readonly IndexedLook[]): LookFacets {
  const gender = new Set<string>();
  const type = new Set<string>();
  const engine = new Set<string>();
  const orientation = new Set<string>();
  for (const { look } of looks) {
    gender.add(look.gender);
    type.add(look.type);
    orientation.add(look.orientation);
    for (const name of look.engines) engine.add(name);
  }
  return {
    gender: listedWords(gender),
    type: listedWords(type),
    engine: listedWords(engine),
    orientation: listedWords(orientation),
  };
}

/** How many filters besides the search field are set. */
export function filtersSet(query: LookQuery): number {
  return [query.gender, query.type, query.engine, query.orientation].filter((word) => word !== '').length;
}

export function listedWords(words: ReadonlySet<string>): readonly string[] {
  return [...words].filter((word) => word !== '').sort();
}
