import type { Plain } from '../service.ts';
import type { SheetRect } from '../spreadsheet/rect.ts';
import { guarded } from './guarded.ts';
import { cellInput, text } from './range-arguments.ts';
import { rangeCosmetics } from './range-cosmetics.ts';
import type { SheetsLine } from './sheets-line.ts';

/** Several ranges of one sheet. One call writes them all. */
export function createRangeList(
  line: SheetsLine,
  areas: readonly SheetRect[],
  rangeAt: (area: SheetRect) => object,
): object {
  const blocks = areas.map((area) => ({ ...area }));
  const write = (method: string, input: Plain): object => {
    line.call(method, blocks, input);
    return self;
  };
  const self: object = guarded('RangeList', {
    getRanges: () => areas.map(rangeAt),
    setValue: (value: unknown) => write('setValue', cellInput(value, 'RangeList.setValue')),
    setFormula: (value: unknown) => write('setFormula', text(value, 'RangeList.setFormula')),
    setNumberFormat: (value: unknown) => write('setNumberFormat', text(value, 'RangeList.setNumberFormat')),
    clearContent: () => write('clearContent', null),
    clearNote: () => write('setNote', ''),
    ...rangeCosmetics(line, areas, () => self),
    activate: () => {
      line.call('setActiveRanges', line.interactive, blocks);
      return self;
    },
  });
  return self;
}
