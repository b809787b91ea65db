import { fingerprint } from '../../core/fingerprint.ts';
import type {
  AccountFacts,
  LookFacts,
  TemplateFacts,
  TemplateVariables,
} from '../../core/row/account-facts.ts';
import { accountQuestions } from '../../core/row/account-questions.ts';
import type { Defaults } from '../../core/row/row-cells.ts';
import type { Row, Table } from '../../core/sheet/table.ts';
import type { Catalogue, TemplateDetail } from '../ports/catalogue.ts';
import type { Platform } from '../ports/ports.ts';

/** How much is to be found out. */
export interface LookupPolicy {
  /** All looks, for what they cost; else only looks that other cells of their row depend on. */
  readonly everyLook: boolean;
  /** Looks that are not known yet may be asked about; else what was learned before has to do. */
  readonly newLooks: boolean;
  /** Templates as they are at this moment, since they are edited in HeyGen; else as they were some minutes ago. */
  readonly freshTemplates: boolean;
}

/** Different templates, and looks not known yet, that are asked about at once: a call each. */
const MOST_TEMPLATES = 20;
const MOST_LOOKS = 20;

/** No further question is begun after so long: a single one may take minutes when HeyGen does not answer. */
const PATIENCE_MS = 60_000;

const TEMPLATE_SECONDS = 600;
/** What HeyGen denied or could not tell is asked about again soon, but not at each look at the row. */
const DENIED_SECONDS = 60;

const TOO_MANY = `More than ${MOST_TEMPLATES} templates are used by the rows that you render at once. Render fewer rows at a time.`;
const NO_KEY = 'Connect to HeyGen first.';
const TOO_SLOW =
  'HeyGen was too slow to tell about all templates of these rows. Render fewer rows at a time.';

/** What is known of a template: null when the account has none of this id. */
export type KeptTemplate =
  | { readonly kind: 'template'; readonly template: TemplateDetail | null }
  /** `isOfThisOne`: HeyGen refused to tell about this very template, and may tell about others. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly isOfThisOne?: boolean };

/**
 * What has to be known of the account to check these rows: from the cache, else from HeyGen. Looks that cannot
 * be looked up are left unknown, and HeyGen judges them; a template must be known.
 */
export function lookUpAccount(
  platform: Platform,
  table: Table,
  rows: readonly Row[],
  defaults: Defaults,
  policy: LookupPolicy,
): AccountFacts {
  const questions = accountQuestions(table, rows, defaults, policy.everyLook);
  const templates = new Map<string, TemplateVariables>();
  const templateFacts = new Map<string, TemplateFacts>();
  const unreachable = new Map<string, string>();
  const until = Math.min(platform.deadline, platform.clock.now() + PATIENCE_MS);
  const timeIsLeft = (): boolean => platform.clock.now() < until;
  let trouble = '';
  questions.templates.forEach((id, at) => {
    if (trouble === '' && !timeIsLeft()) trouble = TOO_SLOW;
    if (trouble === '' && at >= MOST_TEMPLATES) trouble = TOO_MANY;
    const kept: KeptTemplate =
      trouble === ''
        ? keptTemplate(platform, id, policy.freshTemplates)
        : { kind: 'unreachable', why: trouble };
    if (kept.kind === 'unreachable') {
      unreachable.set(id, kept.why);
      // The next question would meet the same trouble, a minute later.
      if (!kept.isOfThisOne) trouble = kept.why;
    } else if (kept.template !== null) {
      templates.set(id, kept.template.variables);
      templateFacts.set(id, { ratio: kept.template.aspectRatio, scenes: kept.template.sceneIds });
    }
  });
  const looks = looksOf(platform, questions.looks, () => policy.newLooks && trouble === '' && timeIsLeft());
  return { templates, templateFacts, unreachable, looks };
}

/** A template with its variables; null when the account has none of this id, or it cannot be told now. */
export function lookUpTemplate(platform: Platform, id: string): TemplateDetail | null {
  const kept = keptTemplate(platform, id, false);
  return kept.kind === 'template' ? kept.template : null;
}

/** A template from the cache, or as it is at this moment. */
export function keptTemplate(platform: Platform, id: string, fresh: boolean): KeptTemplate {
  const key = platform.settings.apiKey();
  if (key === null) return { kind: 'unreachable', why: NO_KEY };
  const name = `template detail ${platform.keyFingerprint(key)} ${fingerprint(id)}`;
  const cached = fresh ? null : platform.cache.read(name);
  if (cached !== null) return JSON.parse(cached);
  const asked = platform.catalogue(key).template(id);
  const kept: KeptTemplate =
    asked.kind === 'answered'
      ? { kind: 'template', template: asked.value }
      : { kind: 'unreachable', why: asked.problem.message, isOfThisOne: asked.problem.kind === 'row' };
  const isThere = kept.kind === 'template' && kept.template !== null;
  platform.cache.write(name, JSON.stringify(kept), isThere ? TEMPLATE_SECONDS : DENIED_SECONDS);
  return kept;
}

function looksOf(
  platform: Platform,
  ids: readonly string[],
  mayAsk: () => boolean,
): ReadonlyMap<string, LookFacts> {
  const key = platform.settings.apiKey();
  if (key === null || ids.length === 0) return new Map();
  const name = `look facts ${platform.keyFingerprint(key)}`;
  const cached = platform.cache.read(name);
  const facts = new Map<string, LookFacts | null>(cached === null ? [] : JSON.parse(cached));
  const unknown = ids.filter((id) => !facts.has(id)).slice(0, MOST_LOOKS);
  const catalogue = platform.catalogue(key);
  for (const id of unknown) {
    if (!mayAsk() || !askAbout(catalogue, id, facts)) break;
  }
  if (unknown.length > 0) platform.cache.write(name, JSON.stringify([...facts]));
  // A look that the account does not have is left to HeyGen, which refuses it and charges nothing.
  return new Map([...facts].flatMap(([id, look]) => (look === null ? [] : [[id, look] as const])));
}

/** False when HeyGen has trouble, and further questions would meet it too. */
function askAbout(catalogue: Catalogue, id: string, facts: Map<string, LookFacts | null>): boolean {
  const asked = catalogue.look(id);
  if (asked.kind === 'answered') facts.set(id, asked.value);
  return asked.kind === 'answered' || asked.problem.kind === 'row';
}
