/** Signs of a mail's end in one line: its dashes, a telephone number with its label, a notice. */
const LINES =
  /^(?:--|__)\s*$|sent from my (?:iphone|ipad|android|samsung|mobile|phone|blackberry)|^sent from my .{2,40}$|^(?:von meinem .{2,30} gesendet|enviado desde mi .{2,30}|envoyé de mon .{2,30}|inviato da .{2,30}|enviado do meu .{2,30})\.?$|^(?:tel|phone|mobile|cell|fax|telefon|mobil|teléfono|móvil|téléphone|portable|telefono|cellulare|telefone|t|m|p)\.?\s?:\s?[+(\d][\d ()/.+-]{5,}|^(?:this (?:e-?mail|message)|diese e-?mail|ce courriel|este correo).{0,60}(?:confidential|vertraulich|confidentiel|confidencial)|^(?:unsubscribe|abmelden|se désabonner)\b|to unsubscribe,? (?:click|reply)|^on .{6,60} wrote:\s*$|^am .{6,60} schrieb .{2,40}:\s*$|^le .{6,60} a écrit\s?:\s*$/imu;

/** What ends a letter, and what people also say at the end: these count as a line of their own. */
const CLOSINGS =
  'sincerely|yours(?: (?:sincerely|truly|faithfully))?|sincerely yours|respectfully(?: yours)?|(?:(?:with )?(?:best|kind|kindest|warm|warmest) )?regards|(?:all the |all my )?best(?: wishes)?|warm wishes|cheers|(?:many )?thanks|thank you|warmly|cordially|(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|vielen?|sonnigen?|schönen?) gr(?:ü|ue)(?:ß|ss)en?|m ?f ?g|lg|vg|bg|hochachtungsvoll|(?:bien )?cordialement|(?:bien )?à vous|sincères salutations|salutations(?: distinguées)?|bonne journée|(?:un )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|atentamente|cordialmente|un cordial saludo|(?:cordiali|distinti) saluti|un saluto|abraços?|atenciosamente|(?:com os )?melhores cumprimentos|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groetjes|(?:z )?(?:poważaniem|pozdrowieniami)|pozdrawiam|(?:med )?vänlig(?:a)? hälsning(?:ar)?|mvh|(?:med )?venlig hilsen|(?:med )?vennlig hilsen|saygılarımla|sevgiler|(?:с )?уважением|με εκτίμηση|敬具|此致|敬上|드림';
const CLOSING_LINE = new RegExp(
  `(?:^|\\n)[ \\t]*(?:${CLOSINGS})[,.!]?[ \\t]*(?:\\n*$|\\n+[^\\n]{1,40}(?:$|\\n))`,
  'iu',
);

const OFFICES =
  'head|ceo|cto|cfo|coo|founder|co-founder|directora?|manager|vp|vice|president|sales|account|customer|marketing|leiter(?:in)?|geschäftsführer(?:in)?|vertrieb|gerente|directeur|directrice|responsable|direttore|kierownik|dyrektor';

/** The same in one line, with what nobody says: the name's office, a bar, a telephone number. */
const CLOSING_IN_LINE = new RegExp(
  `(?<=^|[.!?\\n]\\s{0,3})(?:${CLOSINGS})[,.]?\\s+\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3}\\s?(?:[|•/–-]|,\\s?(?:${OFFICES})\\b)`,
  'iu',
);
/** Formulas that are only ever written, in front of a whole name at the very end. */
const WRITTEN_ONLY =
  /(?<=[.!?]\s{1,3})(?:sincerely|yours truly|yours faithfully|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|cordialement|atentamente|atenciosamente|cordiali saluti|z poważaniem|met vriendelijke groet|с уважением|saygılarımla)[,.]?\s+\p{Lu}[\p{L}.'’-]+\s\p{Lu}[\p{L}.'’-]+\s*$/iu;

/** A name and an office, each on a line at the end, or a name with bars behind it. */
const CARD = new RegExp(
  [
    `\\n[ \\t]*\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){1,3}[ \\t]*\\n[ \\t]*(?:(?:senior|junior|chief|business|product|project|leitung|jefe|chef|responsabile|${OFFICES})\\b|[^\\n]{0,30}(?:manager|director|officer|gmbh|inc\\.|ltd))[^\\n]{0,60}(?:\\n|$)`,
    '\\n[^\\n|]{3,40}\\|[^\\n|]{2,60}\\|?[^\\n]{0,80}$',
    '\\n[ \\t]*(?:ceo|cto|cfo|coo|founder|geschäftsführer(?:in)?)\\b[^\\n]{0,40}$',
  ].join('|'),
  'iu',
);

const MAY_CLOSE = /\n|[.!?]\s+\p{Lu}|sent from|unsubscribe/iu;

/** The end of an e-mail in a text. Null when there is none. */
export function mailSignature(text: string): string | null {
  if (!MAY_CLOSE.test(text)) return null;
  const [found] =
    LINES.exec(text) ??
    (text.includes('\n') ? (CLOSING_LINE.exec(text) ?? CARD.exec(text)) : null) ??
    CLOSING_IN_LINE.exec(text) ??
    WRITTEN_ONLY.exec(text) ??
    [];
  return found === undefined ? null : found.trim();
}
