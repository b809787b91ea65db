import { excerpt, type Issue } from '../issue.ts';
import { remembered } from '../remembered.ts';
import type { SpokenRow } from './spoken-row.ts';

/** Who speaks, and what part of a script or a mail comes, as writers put it before a colon. */
const LABEL =
  /(?:^|\n)[ \t]*(?:\p{Extended_Pictographic}\s?)?\[?((?:(?:male|female|main|first|second)\s)?(?:narrator|narration|host|co-?host|speaker|presenter|avatar|announcer|anchor|voice[- ]?over|voice|v\.?o\.?|interviewer|interviewee|moderator|agent|actor|spokesperson|talent|on[- ]?screen(?: text)?|visual|caption|sprecher(?:in)?|erzähler(?:in)?|moderatorin|stimme|off-stimme|locutora?|narradora?|presentadora?|voz(?: en off)?|apresentadora?|narrateur|narratrice|présentat(?:eur|rice)|voix(?: off)?|narratore|presentatore|presentatrice|voce|lektor(?:ka)?|narrator(?:ka)?|spreker|verteller|berättare|anlatıcı|sunucu|ведущ(?:ий|ая)|диктор|рассказчик|ナレーター|ナレーション|司会|旁白|主持人|解说|나레이터|내레이션|المذيع|الراوي|المعلق|script|skript|guion|scène|scene|szene|escena|scena|cena|intro|outro|opening|closing|hook|cta|call[- ]to[- ]action|body|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|title|headline)(?:\s?(?:\d{1,2}|[a-c]|one|two))?(?:\s?\([^()\n]{1,30}\))?\]?)\s?[:：](?=\s*\S)|(?:^|\n)[ \t]*((?:INT|EXT)\.\s\p{Lu}[^\n]{2,60}|(?:scene|szene|escena|scène|scena)\s\d{1,2}(?=\s?[-–—\n.]|$))/iu;

const labelIn = remembered((text): string | null => {
  const found = LABEL.exec(text);
  return found === null ? null : found[0].trim();
});

/** Warns of a script's labels, such as "Narrator:" and "Scene 1:", which a voice reads out like any other words. */
export function speakerLabels({ texts }: SpokenRow): Issue[] {
  for (const { column, frame } of texts) {
    const label = labelIn(frame);
    if (label === null) continue;
    const message = `“${excerpt(label)}” would be read out like any other words of the ${column}. Delete it: it says who speaks or what comes, and is not for the ear.`;
    return [{ code: 'speaker_label', column, message }];
  }
  return [];
}
