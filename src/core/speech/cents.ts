/** By language: the word before the cents, and by currency what one cent and several cents are called. */
const WORDS: ReadonlyMap<string, { readonly joint: string; readonly names: readonly string[] }> = new Map([
  [
    'en',
    {
      joint: 'and',
      names: [
        'USD EUR CAD AUD NZD SGD HKD ZAR cent/cents',
        'GBP penny/pence',
        'INR paisa/paise',
        'MXN BRL PHP centavo/centavos',
        'CHF centime/centimes',
      ],
    },
  ],
  ['de', { joint: 'und', names: ['EUR USD CAD AUD Cent/Cent', 'CHF Rappen/Rappen', 'GBP Penny/Pence'] }],
  ['fr', { joint: 'et', names: ['EUR CHF centime/centimes', 'CAD USD AUD cent/cents'] }],
  ['es', { joint: 'con', names: ['EUR PEN céntimo/céntimos', 'USD MXN ARS CLP COP CAD centavo/centavos'] }],
  ['it', { joint: 'e', names: ['EUR USD CHF centesimo/centesimi'] }],
  ['pt', { joint: 'e', names: ['BRL USD centavo/centavos', 'EUR cêntimo/cêntimos'] }],
  ['nl', { joint: 'en', names: ['EUR USD cent/cent'] }],
]);

/** The words for hundredths of a currency. Null where people read them as decimals instead. */
export function centsOf(
  count: number,
  code: string,
  locale: string,
): { readonly joint: string; readonly name: string } | null {
  const words = WORDS.get(locale.split('-')[0] ?? '');
  const names = words?.names.find((each) => each.split(' ').includes(code));
  if (words === undefined || names === undefined) return null;
  const [one = '', several = ''] = (names.split(' ').pop() ?? '').split('/');
  return { joint: words.joint, name: count === 1 ? one : several };
}
