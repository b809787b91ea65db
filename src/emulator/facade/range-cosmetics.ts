import type { SheetRect } from '../spreadsheet/rect.ts';
import type { SheetsLine } from './sheets-line.ts';

const SETTERS: readonly string[] = [
  'setFontWeight',
  'setFontWeights',
  'setFontStyle',
  'setFontSize',
  'setFontColor',
  'setFontFamily',
  'setBackground',
  'setBackgrounds',
  'setWrap',
  'setWrapStrategy',
  'setVerticalAlignment',
  'setHorizontalAlignment',
];

/** Setters of looks. Each costs a call and is refused on protected cells, but nothing is kept. */
export function rangeCosmetics(
  line: SheetsLine,
  areas: readonly SheetRect[],
  self: () => object,
): Record<string, () => object> {
  const style = (): object => {
    line.call(
      'setStyle',
      areas.map((area) => ({ ...area })),
    );
    return self();
  };
  return Object.fromEntries(SETTERS.map((name) => [name, style]));
}
