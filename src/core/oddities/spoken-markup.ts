import { excerpt, type Issue } from '../issue.ts';
import type { SpokenRow } from './spoken-row.ts';
import { isDirection } from './stage-directions.ts';

const MARKUP_SIGNS = /[*_`~#&\]|•‣▪◦●]|^\s*-\s|<\//mu;

/** Marks of formatting: bold, code, headings, links, list signs, tables, tags and characters of HTML. */
const MARKUP: readonly RegExp[] = [
  /\*\*[^*\n]{1,80}\*\*|__[^_\n]{1,80}__|~~[^~\n]{1,80}~~|`[^`\n]{1,80}`|```/u,
  /\[[^\]\n]{1,80}\]\([^)\s]{1,200}\)/u,
  /^\s*#{1,6}\s+\S.{0,40}/mu,
  /^\s*(?:[-*•‣▪◦●]\s+|[•‣▪◦●])\p{L}.{0,40}/mu,
  /(?<![*\p{L}\p{N}])\*\p{L}[^*\n]{0,60}\*(?![*\p{L}\p{N}])|(?<![_\p{L}\p{N}])_\p{L}[^_\n]{0,60}_(?![_\p{L}\p{N}])/u,
  /^\s*\|.{1,200}\|\s*$/mu,
  /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,6});/iu,
  /<\/\s?[a-z][^<>]{0,40}>/iu,
];

/** The end of an e-mail: its dashes, the line of a phone, a telephone number with its label, a notice. */
const SIGNATURE =
  /^(?:--|__)\s*$|^sent from my .{2,40}$|^(?:von meinem .{2,30} gesendet|enviado desde mi .{2,30}|envoyé de mon .{2,30}|inviato da .{2,30}|enviado do meu .{2,30})\.?$|^(?:tel|phone|mobile|cell|fax|telefon|mobil|teléfono|móvil|téléphone|portable|telefono|cellulare|telefone|t|m|p)\.?\s?:\s?[+(\d][\d ()/.+-]{5,}|^(?:this e-?mail|diese e-?mail|ce courriel|este correo).{0,60}(?:confidential|vertraulich|confidentiel|confidencial)|^(?:unsubscribe|abmelden|se désabonner)\b|(?:^|\n)(?:best|kind|warm)?\s?(?:regards|wishes|mit freundlichen grüßen|cordialement|saludos cordiales|cordiali saluti|atenciosamente),?\s*\n[^\n]{2,40}\n[^\n]{2,60}$/imu;

/** Warns of formatting and of an e-mail's signature in a text that is spoken. */
export function spokenMarkup({ texts }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const { column, text } of texts) {
    const found = MARKUP_SIGNS.test(text) ? firstOf(text) : null;
    if (found !== null && !issues.some(({ code }) => code === 'markup_spoken')) {
      const message = `The ${column} has formatting in it that a voice may read out: “${excerpt(found)}”. Write the words alone.`;
      issues.push({ code: 'markup_spoken', column, message });
    }
    const signature = text.includes('\n') ? SIGNATURE.exec(text)?.[0] : undefined;
    if (signature !== undefined && !issues.some(({ code }) => code === 'signature_spoken')) {
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
