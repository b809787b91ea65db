import { createEnumeration, enumValue } from './enumeration.ts';
import { guarded } from './guarded.ts';

/** `SpreadsheetApp.ValueType`: what `getValue` gives besides texts, numbers, booleans and dates. */
export const VALUE_TYPES = createEnumeration('ValueType', ['IMAGE']);

/** A picture in a cell, as `getValue` gives it. As a text it reads `CellImage`. */
export function createCellImage(url: string): object {
  return guarded('CellImage', {
    valueType: enumValue(VALUE_TYPES, 'IMAGE'),
    getContentUrl: () => url,
    getUrl: () => url,
    getAltTextTitle: () => '',
    getAltTextDescription: () => '',
  });
}
