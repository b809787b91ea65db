import { FALSE_WORDS, TRUE_WORDS } from '../translated-values.ts';

/** The column in which somebody says which rows may be rendered. */
export const APPROVED = 'approved';

const YES: ReadonlySet<string> = new Set([
  ...[...TRUE_WORDS].map(folded),
  ...(
    'yes y on 1 x ok okay ja j oui si sim s da tak ano igen evet kyllä jah jā taip áno ναι да так כן نعم はい 是 네 예 ' +
    'approved freigegeben genehmigt approuvé validé aprobado aprovado approvato goedgekeurd godkänd godkendt godkjent ' +
    '✓ ✔ ☑ ✅ 🗹'
  )
    .split(' ')
    .map(folded),
  folded('sí'),
  folded('sì'),
]);

const NO: ReadonlySet<string> = new Set([
  ...[...FALSE_WORDS].map(folded),
  ...(
    'no n off 0 nein non não nao nee nej nei nie ne nem hayır ei nu όχι нет ні לא لا いいえ 否 不 아니요 ' +
    'pending waiting open draft rejected declined denied offen abgelehnt wartet refusé rechazado rejeitado respinto - – — ✗ ✘ ❌ ☐'
  )
    .split(' ')
    .map(folded),
]);

/** What a cell of that column says. Only a clear yes is one. */
export function approvalIn(displayValue: string): 'yes' | 'no' | 'unclear' {
  const word = folded(displayValue);
  if (YES.has(word)) return 'yes';
  return word === '' || NO.has(word) ? 'no' : 'unclear';
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\s]+/gu, ' ')
    .trim()
    .replace(/[.!]$/u, '')
    .toUpperCase()
    .toLowerCase();
}
