import { failure, type Result, success } from '../core/result.ts';
import type { SheetSettings } from '../core/settings/sheet-settings.ts';
import { CURRENCIES } from '../core/speech/currency.ts';
import { readLanguage } from '../core/speech/language-name.ts';
import { readLocale } from '../core/speech/locale.ts';

/** How rows speak that do not say it themselves. */
export type Speech = Pick<SheetSettings, 'voices' | 'locale' | 'currency'>;

interface SpeechOptions {
  readonly voice?: readonly string[] | undefined;
  readonly locale?: string | undefined;
  readonly currency?: string | undefined;
}

/** Reads `--voice`, `--locale` and `--currency`. The failure is a sentence that names the option. */
export function parseSpeech({ voice, locale, currency }: SpeechOptions): Result<Speech, string> {
  const voices = parseVoices(voice ?? []);
  if (!voices.ok) return voices;
  const region = locale === undefined ? success('') : readLocale(locale);
  if (!region.ok) return failure(`--locale: ${region.failure.message}`);
  const code = (currency ?? '').trim().toUpperCase();
  if (currency !== undefined && !CURRENCIES.includes(code)) {
    return failure(`--currency is "${currency}", but it must be the code of a currency, such as EUR.`);
  }
  return success({ voices: voices.value, locale: region.value, currency: code });
}

function parseVoices(given: readonly string[]): Result<Speech['voices'], string> {
  const voices = new Map<string, string>();
  for (const text of given) {
    const [, name = '', id = ''] = /^([^=]*)=(.*)$/su.exec(text) ?? [];
    const language = readLanguage(name);
    if (id.trim() === '' || !language.ok) {
      return failure(
        `--voice is "${text}", but it must be a language and the id of a voice, such as German=VOICE_ID.`,
      );
    }
    if (voices.has(language.value)) {
      return failure(`--voice names two voices for ${language.value}: leave one of them out.`);
    }
    voices.set(language.value, id.trim());
  }
  return success(Object.fromEntries(voices));
}
