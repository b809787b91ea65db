import { excerpt, type Issue } from '../issue.ts';
import { remembered } from '../remembered.ts';
import { ENTITY } from '../speech/entities.ts';
import { mailSignature } from './mail-signature.ts';
import type { SpokenRow } from './spoken-row.ts';
import { isDirection } from './stage-directions.ts';

const MARKUP_SIGNS =
  /[*_`~#\]|•‣▪◦●→➤►✓✔✅☑☐■□◆★\\]|&[\w#]|^\s*[-–>=]|<\/|\/[/*]|==|"""|^\s*[{[]|:[a-z_]{3,30}:/mu;

/** Marks of formatting: bold, code, headings, links, list signs, tables, tags and characters of HTML. */
const MARKUP: readonly RegExp[] = [
  /\*\*[^*\n]{1,80}\*\*|__[^_\n]{1,80}__|~~[^~\n]{1,80}~~|`[^`\n]{1,80}`|```/u,
  /\[[^\]\n]{1,80}\]\([^)\s]{1,200}\)/u,
  /^\s*#{1,6}\s+\S.{0,40}/mu,
  /^\s*(?:[-*•‣▪◦●]\s+|[•‣▪◦●])\p{L}.{0,40}/mu,
  /(?<![*\p{L}\p{N}])\*\p{L}[^*\n]{0,60}\*(?![*\p{L}\p{N}])|(?<![_\p{L}\p{N}])_\p{L}[^_\n]{0,60}_(?![_\p{L}\p{N}])/u,
  /^\s*\|.{1,200}\|\s*$/mu,
  ENTITY,
  /<\/\s?[a-z][^<>]{0,40}>/iu,
  /^\s*[→➤►✓✔✅☑☐■□◆★>]\s?\p{L}.{0,40}/mu,
  /^\s*–\s+\p{L}[^\n]*\n\s*–\s+\p{L}.{0,40}/mu,
  /==[^=\n]{1,60}==|^\s*[=*-]{3,}\s*$|^-{3,}\s[^\n]{1,60}\s-{3,}$|"""|^\s*\/\/\s.{1,40}|\/\*[^*\n]{1,80}\*\//mu,
  /\[(?:b|i|u|url|img)(?:=[^\]\n]{0,80})?\]/iu,
  /\\[a-z]{2,12}\{[^{}\n]{0,60}\}|\{\\[a-z]{1,8}\s|^\s*[{[]\s*"[^"\n]{1,40}"\s*[:,].{0,40}/imu,
  /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]{2,30}:(?![\p{L}\p{N}])/u,
];

const signatureIn = remembered(mailSignature);

/** Warns of formatting and of an e-mail's signature in a text that is spoken. */
export function spokenMarkup({ texts }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const { column, text, frame } of texts) {
    const found = MARKUP_SIGNS.test(text) ? firstOf(text) : null;
    if (found !== null && !issues.some(({ code }) => code === 'markup_spoken')) {
      const message = `The ${column} has formatting in it that a voice may read out: “${excerpt(found)}”. Write the words alone.`;
      issues.push({ code: 'markup_spoken', column, message });
    }
    const signature = signatureIn(frame);
    if (signature !== null && !issues.some(({ code }) => code === 'signature_spoken')) {
      const message = `The end of an e-mail would be read out: “${excerpt(signature)}”. Delete it from the ${column}.`;
      issues.push({ code: 'signature_spoken', column, message });
    }
  }
  return issues;
}

function firstOf(text: string): string | null {
  for (const pattern of MARKUP) {
    const found = pattern.exec(text);
    if (found !== null && !isDirection(found[0].replace(/^\*|\*$/gu, ''))) return found[0].trim();
  }
  return null;
}
