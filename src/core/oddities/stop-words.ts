import { remembered } from '../remembered.ts';

/** The commonest words of a language. A word of two languages counts for both. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the and you your for is are was with this that have has will we our from not but they what when how can thank thanks hello hi dear it be of to at by us here there would please very about been were which their',
  de: 'der die das und ist sind war mit für von dem den des ein eine einen einem nicht auch auf wir sie ihr ihre ihren ihrem unser unsere haben hat wird werden danke vielen hallo zu zum zur bei aus dass oder aber noch schon sehr wenn wie uns dich dir du dein deine deiner deinen ihnen freuen',
  fr: 'le la les des et est sont avec pour vous votre vos nous notre nos une un du dans sur pas que qui ce cette ces merci bonjour votre plus mais aux par avez avons être été très tout bien je',
  es: 'el la los las y es son con para por usted su sus nuestro nuestra una un del de que en no se lo gracias hola más pero como muy este esta ha hemos tiene está estamos te tu tus al',
  it: 'il lo la gli le e è sono con per lei suo sua tuo tua nostro nostra una un del della dei delle di che in non si grazie ciao più ma come molto questo questa ha abbiamo hai siamo anche al alla nel',
  pt: 'o a os as e é são com para por você seu sua seus nosso nossa uma um do da dos das de que em não se obrigado obrigada olá mais mas como muito este esta tem temos está estamos também ao na no nos',
  nl: 'de het een en is zijn met voor van u uw je jouw wij we ons onze niet dat die dit op aan bij om te heeft hebben wordt bedankt dank hallo ook maar nog naar zeer heel als wat',
  pl: 'i w na z do jest są się nie to że dla od jak po za co twoje twoja twój pan pani państwa nasz nasza dziękujemy dziękuję cześć dzień dobry oraz ale już tylko przez bardzo może',
  sv: 'och är att det som en ett på av för med inte du din ditt vi vår vårt har kan ska till från tack hej om så men den de här mycket också när',
  da: 'og er at det som en et på af for med ikke du din dit vi vores har kan skal til fra tak hej om så men den de her meget også når',
  nb: 'og er at det som en et på av for med ikke du din ditt vi vår vårt har kan skal til fra takk hei om så men den de her mye også når',
  tr: 've bir bu için ile çok siz sizin biz bizim merhaba teşekkürler teşekkür ederiz ederim olarak daha ama gibi var değil en her olan',
  id: 'dan yang di untuk dengan ini itu anda kami kita tidak dari ke pada adalah akan telah terima kasih halo selamat juga atau sudah bisa',
  ro: 'și este sunt cu pentru din la pe nu că dumneavoastră noi mulțumim bună ziua mai dar foarte acest această o un în de am ați',
  cs: 'a je jsou se na v s pro z do že vás vám váš vaše náš naše děkujeme dobrý den ale jako také velmi jsme nebo být',
  hu: 'a az és egy hogy nem is van vagy önnek ön köszönjük köszönöm üdvözöljük szia de mint már csak nagyon meg ez',
  fi: 'ja on ei se että olet olemme kiitos hei sinun teidän meidän kanssa mutta myös kun jos tämä ovat hyvin voit',
};

let byWord: ReadonlyMap<string, readonly string[]> | null = null;

/** The languages of each word. Worked out at its first use: every click starts the script anew. */
function languagesByWord(): ReadonlyMap<string, readonly string[]> {
  if (byWord !== null) return byWord;
  const languages = new Map<string, string[]>();
  for (const [code, words] of Object.entries(STOP_WORDS)) {
    for (const word of new Set(words.split(' '))) {
      const known = languages.get(word);
      if (known === undefined) languages.set(word, [code]);
      else known.push(code);
    }
  }
  byWord = languages;
  return languages;
}

/** Enough words to tell a language by, and so few that a long script takes no longer. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 30;
/** Below this nobody can tell. */
const FEWEST_HITS = 4;
/** The other language must be this much behind. */
const LEAD = 3;

/** Languages that share so many words that one passes for the other. */
const TWINS: readonly string[] = ['da nb', 'da sv', 'nb sv', 'es pt', 'es it', 'it pt'];

/** A text's languages with the number of their words, the commonest first. None when the text is short. */
const languagesOf = remembered((text: string): { readonly order: readonly (readonly [string, number])[] } => {
  const counts = hitsOf(text) ?? new Map<string, number>();
  return { order: [...counts].sort(([, one], [, other]) => other - one) };
});

/**
 * Which language a text in Latin letters is written in, by its commonest words. Null when the text is short, mixed, or
 * in none of these languages.
 */
export function languageByWords(text: string): string | null {
  const [first, second] = languagesOf(text).order;
  if (first === undefined || first[1] < FEWEST_HITS) return null;
  return second !== undefined && second[1] * 1.5 > first[1] ? null : first[0];
}

/** Whether a text is surely in another language than the given one. Then the other one, otherwise null. */
export function otherLanguage(text: string, expected: string): string | null {
  if (!(expected in STOP_WORDS)) return null;
  const { order } = languagesOf(text);
  const [first] = order;
  if (first === undefined || first[0] === expected || first[1] < FEWEST_HITS) return null;
  const twins = TWINS.includes([first[0], expected].sort().join(' '));
  const own = order.find(([code]) => code === expected)?.[1] ?? 0;
  return own * (twins ? 2 : LEAD) <= first[1] ? first[0] : null;
}

function hitsOf(text: string): ReadonlyMap<string, number> | null {
  const words = text
    .slice(0, MOST_WORDS * 10)
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu);
  if (words === null || words.length < FEWEST_WORDS) return null;
  const counts = new Map<string, number>();
  const languages = languagesByWord();
  for (const word of words.slice(0, MOST_WORDS)) {
    for (const code of languages.get(word) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
