import * as z from 'zod/mini';
import { fingerprint } from '../../core/fingerprint.ts';
import { parsedJson } from '../../core/json.ts';
import { success } from '../../core/result.ts';
import { keptAnswer } from '../account/kept-answer.ts';
import { keepVoices } from '../account/kept-voices.ts';
import { OWNED_LOOK, TEMPLATE, VOICE } from '../account/shapes.ts';
import type { Ownership, Voice } from '../ports/catalogue.ts';
import type { Asked } from '../ports/heygen.ts';
import type { Platform } from '../ports/ports.ts';
import type { LooksPage, TemplatesPage, VoicesPage } from './contract.ts';

/** HeyGen gives 50 looks or 100 voices a call. Later pages gather several, because a call of the server costs more. */
const GATHERED = 6;
/** Empty pages count here too, so that a list of them cannot use up the execution. */
const MOST_CALLS = 12;

/** How far the listing is. The account's own items come before the shared library. */
interface Cursor {
  readonly of: Ownership;
  readonly token: string | null;
}

const CURSOR: z.ZodMiniType<Cursor> = z.lazy(() =>
  z.object({
    of: z.enum(['private', 'public']),
    token: z.nullable(z.string()),
  }),
);

const FIRST: Cursor = { of: 'private', token: null };

interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** One of HeyGen's lists, with the shape in which its items are kept. */
interface Listing<Item> {
  readonly platform: Platform;
  readonly key: string;
  readonly name: string;
  readonly shape: z.ZodMiniType<Item>;
}

/** The name under which the first looks are kept. */
export const FIRST_LOOKS = pageName('looks', null);

function pageName(name: string, cursor: string | null): string {
  return `${name} ${fingerprint(cursor ?? '')}`;
}

/** What the sidebar shows first is there when it opens. Without an answer now it asks again. */
export function keepFirstLooks(platform: Platform): void {
  const key = platform.settings.apiKey();
  if (key !== null) looksPage(platform, key, null);
}

/** A page of looks, from the cache or from HeyGen. */
export function looksPage(platform: Platform, key: string, cursor: string | null): Asked<LooksPage> {
  const listed = page({ platform, key, name: 'looks', shape: OWNED_LOOK }, cursor, (at) => {
    const asked = platform.catalogue(key).looks(at.token, at.of);
    if (!asked.ok) return asked;
    const items = asked.value.looks.map((look) => ({ ...look, ownership: at.of }));
    return success({ items, next: asked.value.nextToken });
  });
  return listed.ok ? success({ looks: listed.value.items, next: listed.value.next }) : listed;
}

/** A page of voices, from the cache or from HeyGen. */
export function voicesPage(platform: Platform, key: string, cursor: string | null): Asked<VoicesPage> {
  const heard: Voice[] = [];
  const listed = page({ platform, key, name: 'voices', shape: VOICE }, cursor, (at) => {
    const asked = platform.catalogue(key).voices(at.of, at.token);
    if (!asked.ok) return asked;
    heard.push(...asked.value.voices);
    return success({ items: asked.value.voices, next: asked.value.nextToken });
  });
  keepVoices(platform, key, heard);
  return listed.ok ? success({ voices: listed.value.items, next: listed.value.next }) : listed;
}

/** Seconds. Users make templates in HeyGen while the sheet is open, so a list of them is soon out of date. */
const TEMPLATES_SECONDS = 600;

const TEMPLATES_PAGE: z.ZodMiniType<TemplatesPage> = z.lazy(() =>
  z.object({
    templates: z.array(TEMPLATE),
    next: z.nullable(z.string()),
  }),
);

/** A page of at most 100 templates, from the cache or, always with `fresh`, from HeyGen. */
export function templatesPage(
  platform: Platform,
  key: string,
  cursor: string | null,
  fresh: boolean,
): Asked<TemplatesPage> {
  const kept = keptAnswer(platform, key, `templates ${fingerprint(cursor ?? '')}`, TEMPLATES_PAGE);
  const known = fresh ? null : kept.read();
  if (known !== null) return success(known);
  const asked = platform.catalogue(key).templates(cursor);
  if (!asked.ok) return asked;
  const { templates, nextToken } = asked.value;
  const value = { templates, next: nextToken };
  kept.keep(value, TEMPLATES_SECONDS);
  return success(value);
}

/**
 * The page at a cursor. The first page takes one call, so that something is on the screen soon. Later pages gather
 * several calls. They end early at a failure, at the execution's deadline, or after 12 calls, and the next page goes on
 * from there. So a page may be empty and yet not the last.
 */
function page<Item>(
  { platform, key, name, shape }: Listing<Item>,
  cursor: string | null,
  ask: (at: Cursor) => Asked<Listed<Item>>,
): Asked<Listed<Item>> {
  const pageShape: z.ZodMiniType<Listed<Item>> = z.object({
    items: z.array(shape),
    next: z.nullable(z.string()),
  });
  const kept = keptAnswer(platform, key, pageName(name, cursor), pageShape);
  const known = kept.read();
  if (known !== null) return success(known);
  const items: Item[] = [];
  const wanted = cursor === null ? 1 : GATHERED;
  let at: Cursor | null = cursor === null ? FIRST : readCursor(cursor);
  let filled = 0;
  for (let calls = 1; at !== null; calls++) {
    const asked: Asked<Listed<Item>> = ask(at);
    if (!asked.ok) {
      if (items.length === 0) return asked;
      return success({ items, next: JSON.stringify(at) });
    }
    items.push(...asked.value.items);
    if (asked.value.items.length > 0) filled += 1;
    at = after(at, asked.value.next);
    const isLate = platform.clock.now() >= platform.deadline;
    if (filled === wanted || calls === MOST_CALLS || isLate) break;
  }
  const value = { items, next: at === null ? null : JSON.stringify(at) };
  // A page that ended early with nothing in it may be filled next time.
  if (items.length > 0 || at === null) kept.keep(value);
  return success(value);
}

function after(at: Cursor, token: string | null): Cursor | null {
  if (token !== null) return { of: at.of, token };
  return at.of === 'private' ? { of: 'public', token: null } : null;
}

/** The page sends back the cursor that it got. Anything else leads to the first page. */
function readCursor(text: string): Cursor {
  const read = z.safeParse(CURSOR, parsedJson(text));
  return read.success ? read.data : FIRST;
}
