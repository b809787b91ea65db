import type { Translator } from '../app/ports/translator.ts';
import { failure, success } from '../core/result.ts';
import { thrownWords } from './thrown-words.ts';

/** What the service calls these languages. It has no countries otherwise. */
const ITS_CODES: Readonly<Record<string, string>> = {
  'zh-TW': 'zh-TW',
  'zh-HK': 'zh-TW',
  'pt-PT': 'pt-PT',
  zh: 'zh-CN',
  he: 'iw',
  nb: 'no',
  nn: 'no',
};

/**
 * `LanguageApp` as the port. Its reference names no scope, and the guide to custom functions counts it among the services
 * that need no consent. Where Google wants one all the same, that is a failure like every other.
 */
export function createTranslator(): Translator {
  return {
    translate(text, from, to, html) {
      try {
        const contentType = html ? 'html' : 'text';
        return success(LanguageApp.translate(text, codeOf(from), codeOf(to), { contentType }));
      } catch (error) {
        return failure(thrownWords(error));
      }
    },
  };
}

function codeOf(code: string): string {
  const [language = ''] = code.split('-');
  return ITS_CODES[code] ?? ITS_CODES[language] ?? language;
}
