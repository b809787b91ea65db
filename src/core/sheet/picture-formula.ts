import { urlCell } from './cell-text.ts';

/** `urlCell` lets no quotes through, so nothing can leave the quotes here. One argument needs no list separator. */
export function pictureFormula(url: string): string {
  const address = urlCell(url);
  return address === '' ? '' : `=IMAGE("${address}")`;
}

/** The address in a formula that `pictureFormula` made; '' for every other text. */
export function pictureAddress(formula: string): string {
  const [, address = ''] = /^=IMAGE\("([^"]*)"\)$/u.exec(formula) ?? [];
  return urlCell(address);
}
