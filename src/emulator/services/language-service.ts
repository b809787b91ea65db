import type { ExecutionContext } from '../execution.ts';
import { textOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Service } from '../service.ts';
import { type AccountKind, type DailyQuotas, TRANSLATIONS_A_DAY } from './daily-quotas.ts';

/** How the translation service treats what it gets. */
export interface TranslationHabits {
  /** The chance that it changes a mark that it should leave alone, drawn for each text with marks; default 0.3. */
  readonly mangles?: number;
  /** It answers nobody: as on a bad day, or where an administrator has switched it off. */
  readonly refuses?: boolean;
}

/** A translation takes a few hundred ms. */
const COST_MS = 400;

/** Longer texts are refused. Google publishes no figure. */
const MOST_CHARACTERS = 5_000;

const USUAL_CHANCE = 0.3;

/** The codes of https://cloud.google.com/translate/docs/languages that sheets are likely to meet. */
const LANGUAGES: ReadonlySet<string> = new Set(
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu ha hi hr ht hu hy id is it iw he ja jv ka kk km kn ko lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt pt-PT ro ru sk sl so sq sr sv sw ta te th tl fil tr uk ur uz vi zh-CN zh-TW zu'.split(
    ' ',
  ),
);

const STAND_IN = /^Stand-in for [^:]+: /u;

/** What happens to marks on the way, and to the space around them. */
const MANGLES: readonly ((markup: string) => string)[] = [
  (markup) => markup.replace(/<span\b[^>]*>.*?<\/span>/u, ''),
  (markup) => markup.replace(/<span\b[^>]*>.*?<\/span>/u, '$& $&'),
  (markup) => markup.replace(/(<span\b[^>]*>)(.*?)(<\/span>)/u, '$1 $2 $3 ,'),
  (markup) => markup.replace(/(<span\b[^>]*>)\p{L}+/u, '$1Feld '),
  (markup) => markup.replace(/<\/?span\b[^>]*>/gu, ''),
  (markup) =>
    markup
      .split(/(?=<span\b)|(?<=<\/span>)/u)
      .reverse()
      .join(' '),
];

interface LanguageParts {
  readonly random: SeededRandom;
  readonly quotas: DailyQuotas;
  readonly account: AccountKind;
  readonly habits: TranslationHabits;
  readonly contextOf: (execution: number) => ExecutionContext;
}

/**
 * Plays the translation service: it knows no language. What it returns says that it is a stand-in, and is the text that
 * it got otherwise. So a back-translation shows the same words.
 */
export function createLanguageService(parts: LanguageParts): Service {
  const { random, quotas, account, habits, contextOf } = parts;
  return {
    perform: (method, args, execution) => {
      if (method !== 'translate') throw new Error(`LanguageApp.${method} is not emulated.`);
      const [text, from, to, type] = args.map(textOf);
      const { user } = contextOf(execution);
      if (habits.refuses === true) throw refused('translationFailed');
      if (quotas.used('translate', user) >= TRANSLATIONS_A_DAY[account])
        throw refused('dailyQuota', 'translate');
      quotas.spend('translate', user, 1);
      if (from !== '' && !LANGUAGES.has(from ?? '')) throw refused('invalidArgument', from ?? '');
      if (!LANGUAGES.has(to ?? '')) throw refused('invalidArgument', to ?? '');
      if ((text ?? '').length > MOST_CHARACTERS) throw refused('tooLarge', 'text');
      return { value: translated(text ?? '', to ?? '', type === 'html'), cost: COST_MS };
    },
    snapshot: () => null,
    restore: () => undefined,
  };

  function translated(text: string, to: string, html: boolean): string {
    if (text.trim() === '') return text;
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(to) ?? to;
    const words = `Stand-in for ${name}: ${text.replace(STAND_IN, '')}`;
    if (!html) return words;
    const markup = words
      .split(/(<[^<>]*>)/u)
      .map((part) => (part.startsWith('<') ? part : part.replace(/'/gu, '&#39;').replace(/"/gu, '&quot;')))
      .join('');
    const mangles = text.includes('<span') && random.next() < (habits.mangles ?? USUAL_CHANCE);
    const mangle = mangles ? MANGLES[Math.floor(random.next() * MANGLES.length)] : undefined;
    return mangle === undefined ? markup : mangle(markup);
  }
}
