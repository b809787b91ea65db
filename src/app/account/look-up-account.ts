import * as z from 'zod/mini';
import { fingerprint } from '../../core/fingerprint.ts';
import { heardSeconds } from '../../core/hear/recordings.ts';
import { oneOffProblemWords } from '../../core/heygen/one-off-problems.ts';
import { failure, type Result } from '../../core/result.ts';
import {
  type AccountFacts,
  type LookFacts,
  NO_FACTS,
  type TemplateKnowledge,
} from '../../core/row/account-facts.ts';
import { accountQuestions } from '../../core/row/account-questions.ts';
import type { Defaults } from '../../core/row/row-cells.ts';
import type { Row, Table } from '../../core/sheet/table.ts';
import { CONNECT_FIRST } from '../obstacles.ts';
import type { TemplateDetail } from '../ports/catalogue.ts';
import type { Platform } from '../ports/ports.ts';
import { type KeptAnswer, keptAnswer } from './kept-answer.ts';
import { keptVoices } from './kept-voices.ts';
import { MISSING_SECONDS, missingVoicesOf } from './missing-voices.ts';
import { LOOK_FACTS, TEMPLATE_DETAIL } from './shapes.ts';

/** What may be asked of HeyGen, and how fresh it must be. */
export interface LookupPolicy {
  /** Look up every look, because the price depends on it. Otherwise only looks that other cells of their row need. */
  readonly everyLook: boolean;
  /** Ask about looks that are not known yet. Otherwise use only what is known. */
  readonly newLooks: boolean;
  /** Get templates as they are at this moment, because users edit them in HeyGen. Otherwise some minutes old will do. */
  readonly freshTemplates: boolean;
}

/** How many templates, and how many looks, are looked up at once. Each takes a call. */
const MOST_TEMPLATES = 20;
const MOST_LOOKS = 20;

/** After this long no new question is asked: one alone may take minutes when HeyGen does not answer. */
const PATIENCE_MS = 60_000;

const TEMPLATE_SECONDS = 600;
/** What HeyGen refused or could not answer is asked again soon, but not every time the row is shown. */
const DENIED_SECONDS = 60;

const TOO_MANY = `These rows use more than ${MOST_TEMPLATES} templates. Render fewer rows at a time.`;
const TOO_SLOW = 'HeyGen took too long to describe the templates of these rows. Render fewer rows at a time.';

/** A template, or null when the account has none with this id. Fails with the reason why HeyGen did not describe it. */
export type TemplateAnswer = Result<TemplateDetail | null, NotDescribed>;

interface NotDescribed {
  readonly why: string;
  /** The reason holds for this template alone: HeyGen may describe others. */
  readonly isOfThisOne: boolean;
}

const TEMPLATE_ANSWER: z.ZodMiniType<TemplateAnswer> = z.lazy(() =>
  z.union([
    z.object({ ok: z.literal(true), value: z.nullable(TEMPLATE_DETAIL) }),
    z.object({ ok: z.literal(false), failure: z.object({ why: z.string(), isOfThisOne: z.boolean() }) }),
  ]),
);

/** By a look's id; null when the account has no such look. */
const FACTS_OF_LOOKS: z.ZodMiniType<Readonly<Record<string, LookFacts | null>>> = z.lazy(() =>
  z.record(z.string(), z.nullable(LOOK_FACTS)),
);

/**
 * What must be known about the account to check these rows, from the cache or from HeyGen. A look that cannot be
 * looked up stays unknown, and HeyGen checks it later. A template must be known.
 */
export function lookUpAccount(
  platform: Platform,
  table: Table,
  rows: readonly Row[],
  defaults: Defaults,
  policy: LookupPolicy,
): AccountFacts {
  const questions = accountQuestions(table, rows, defaults, policy.everyLook);
  const templates = new Map<string, TemplateKnowledge>();
  const until = Math.min(platform.deadline, platform.clock.now() + PATIENCE_MS);
  const timeIsLeft = (): boolean => platform.clock.now() < until;
  let stoppedBy = '';
  questions.templates.forEach((id, at) => {
    if (stoppedBy === '' && !timeIsLeft()) stoppedBy = TOO_SLOW;
    if (stoppedBy === '' && at >= MOST_TEMPLATES) stoppedBy = TOO_MANY;
    const answer =
      stoppedBy === '' ? templateAnswer(platform, id, policy.freshTemplates) : notDescribed(stoppedBy);
    if (!answer.ok) {
      const { why, isOfThisOne } = answer.failure;
      templates.set(id, { kind: 'unreachable', why });
      // The next question would meet the same problem, a minute later.
      if (!isOfThisOne) stoppedBy = why;
    } else if (answer.value !== null) {
      templates.set(id, known(answer.value));
    }
  });
  const mayAsk = (): boolean => policy.newLooks && stoppedBy === '' && timeIsLeft();
  const { looks, missingLooks, unasked } = looksOf(platform, questions.looks, mayAsk);
  const namesEngine = table.columnOf('engine') >= 0 || 'engine' in defaults || questions.looks.length > 0;
  const namesVoices = table.columnOf('voice_id') >= 0 || defaults.voice_id !== undefined || looks.size > 0;
  const heard = heardSeconds(platform.settings.recordings());
  const facts = { templates, looks, missingLooks, heard, unasked };
  // The preview of a row that names neither costs no property of the user's.
  if (!(namesEngine || namesVoices) || platform.settings.apiKey() === null) return facts;
  const { paces } = platform.settings.account();
  const engines = new Set([...looks.values()].flatMap((look) => look.engines));
  if (!namesVoices) return { ...facts, paces, engines };
  const voices = keptVoices(platform);
  const doubtful = questions.voices.filter((id) => !voices.has(id));
  const asked = missingVoicesOf(platform, doubtful, mayAsk);
  return {
    ...facts,
    paces,
    engines,
    voices,
    missingVoices: asked.missing,
    unasked: { count: unasked.count + asked.unasked.count, why: unasked.why || asked.unasked.why },
  };
}

/** The HeyGen templates of a table's rows, as far as they were learned some minutes ago; nothing is asked of HeyGen. */
export function keptTemplates(platform: Platform, table: Table, defaults: Defaults): AccountFacts {
  const ids = accountQuestions(table, table.rows, defaults, false).templates.slice(0, MOST_TEMPLATES);
  const key = ids.length === 0 ? null : platform.settings.apiKey();
  if (key === null) return NO_FACTS;
  const templates = new Map<string, TemplateKnowledge>();
  for (const id of ids) {
    const answer = keptTemplate(platform, key, id).read();
    if (answer?.ok === true && answer.value !== null) templates.set(id, known(answer.value));
  }
  return { ...NO_FACTS, templates };
}

function known({ variables, aspectRatio, sceneIds }: TemplateDetail): TemplateKnowledge {
  return { kind: 'known', variables, ratio: aspectRatio, scenes: sceneIds };
}

function keptTemplate(platform: Platform, key: string, id: string): KeptAnswer<TemplateAnswer> {
  return keptAnswer(platform, key, `template detail ${fingerprint(id)}`, TEMPLATE_ANSWER);
}

/** A template with its variables. Null when the account has none with this id, or HeyGen does not describe it now. */
export function lookUpTemplate(platform: Platform, id: string): TemplateDetail | null {
  const answer = templateAnswer(platform, id, false);
  return answer.ok ? answer.value : null;
}

/** A template as it was at most some minutes ago; with `fresh`, as it is at this moment. */
export function templateAnswer(platform: Platform, id: string, fresh: boolean): TemplateAnswer {
  const key = platform.settings.apiKey();
  if (key === null) return notDescribed(CONNECT_FIRST);
  const kept = keptTemplate(platform, key, id);
  const known = fresh ? null : kept.read();
  if (known !== null) return known;
  const asked = platform.catalogue(key).template(id);
  const answer: TemplateAnswer = asked.ok
    ? asked
    : failure({ why: asked.failure.message, isOfThisOne: asked.failure.kind === 'row' });
  kept.keep(answer, answer.ok && answer.value !== null ? TEMPLATE_SECONDS : DENIED_SECONDS);
  return answer;
}

function notDescribed(why: string): TemplateAnswer {
  return failure({ why, isOfThisOne: false });
}

function looksOf(
  platform: Platform,
  ids: readonly string[],
  mayAsk: () => boolean,
): Required<Pick<AccountFacts, 'looks' | 'missingLooks' | 'unasked'>> {
  const key = ids.length === 0 ? null : platform.settings.apiKey();
  if (key === null) return { looks: new Map(), missingLooks: new Set(), unasked: { count: 0, why: '' } };
  const kept = keptAnswer(platform, key, 'look facts', FACTS_OF_LOOKS);
  const facts = new Map(Object.entries(kept.read() ?? {}));
  const unknown = ids.filter((id) => !facts.has(id)).slice(0, MOST_LOOKS);
  const catalogue = platform.catalogue(key);
  let why = '';
  for (const id of unknown) {
    if (!mayAsk()) break;
    const asked = catalogue.look(id);
    if (asked.ok) facts.set(id, asked.value);
    // The next question would meet the same problem.
    else if (asked.failure.kind !== 'row') {
      why = oneOffProblemWords(asked.failure);
      break;
    }
  }
  const missingLooks = new Set([...facts].flatMap(([id, look]) => (look === null ? [id] : [])));
  if (unknown.length > 0) {
    kept.keep(Object.fromEntries(facts), missingLooks.size > 0 ? MISSING_SECONDS : undefined);
  }
  const looks = new Map([...facts].flatMap(([id, look]) => (look === null ? [] : [[id, look] as const])));
  return { looks, missingLooks, unasked: { count: ids.filter((id) => !facts.has(id)).length, why } };
}
