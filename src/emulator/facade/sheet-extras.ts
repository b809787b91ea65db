import type { Plain } from '../service.ts';
import type { Rect } from '../spreadsheet/rect.ts';
import { guarded } from './guarded.ts';
import { text } from './range-arguments.ts';
import type { SheetsLine } from './sheets-line.ts';

/** The filter of a sheet. */
export function createFilterFacade(
  line: SheetsLine,
  gid: number,
  rect: Rect,
  rangeAt: (rect: Rect) => object,
): object {
  return guarded('Filter', {
    getRange: () => rangeAt(rect),
    remove: () => {
      line.call('removeFilter', gid);
    },
  });
}

/** What a script can read of a protection. */
export interface ProtectionState {
  readonly description: string;
  readonly editable: boolean;
  readonly warningOnly: boolean;
}

const FRESH: ProtectionState = { description: '', editable: true, warningOnly: false };

/** A protected range or sheet; `range` is the Range object, or that of a whole sheet. */
export function createProtection(
  line: SheetsLine,
  id: number,
  range: object,
  state: ProtectionState = FRESH,
): object {
  let { description, warningOnly } = state;
  const update = (changes: { readonly [name: string]: Plain }): object => {
    line.call('updateProtection', id, changes);
    return self;
  };
  const self: object = guarded('Protection', {
    getRange: () => range,
    getDescription: () => description,
    setDescription: (value: unknown) => {
      description = text(value, 'Protection.setDescription');
      return update({ description });
    },
    isWarningOnly: () => warningOnly,
    setWarningOnly: (value: unknown) => {
      warningOnly = value === true;
      return update({ warningOnly });
    },
    canEdit: () => state.editable,
    remove: () => {
      line.call('removeProtection', id);
    },
  });
  return self;
}
