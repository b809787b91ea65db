import { describe, expect, test } from 'vitest';
import { refusalOf, returnedBy, runMain, START, worldOf } from './world.ts';

const MISSING = (
  'fetch URL URLSearchParams TextEncoder TextDecoder setTimeout setInterval setImmediate crypto atob btoa Blob ' +
  'performance structuredClone queueMicrotask AbortController Headers Request Response process require module ' +
  'exports Buffer global window self document WebAssembly SharedArrayBuffer Atomics'
).split(' ');

describe('the language that a script finds', () => {
  test.each(MISSING)('%s does not exist', (name) => {
    expect(returnedBy(`function main() { return typeof ${name}; }`)).toBe('undefined');
  });

  test('console and Intl exist, and what is logged is kept', () => {
    const { logs, value } = runMain(
      `function main() { console.warn('low', { a: 1 }); Logger.log('x'); return typeof Intl.NumberFormat; }`,
    );
    expect(value).toBe('function');
    expect(logs).toEqual([
      { level: 'warn', text: 'low { a: 1 }' },
      { level: 'log', text: 'x' },
    ]);
  });

  test('nothing is left of one execution in the next', () => {
    const world = worldOf(
      `var count = 0; function main() { count += 1; globalThis.left = 1; return [count, typeof left]; }`,
    );
    world.run('main', { kind: 'menu' });
    expect(world.run('main', { kind: 'menu' }).value).toEqual([1, 'number']);
    expect(world.run('main', { kind: 'menu' }).value).toEqual([1, 'number']);
  });

  test('the global object is an ordinary one, so that a global name is found at once', () => {
    const code = 'function main() { return Object.isFrozen(Object.freeze(globalThis)); }';
    expect(returnedBy(code)).toBe(true);
  });

  test('every way of asking the time gives the emulated time', () => {
    const code = `function main() {
      return [Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5).getTime(), new Date() instanceof Date];
    }`;
    expect(returnedBy(code)).toEqual([START, START, START, 5, true]);
  });

  test('reading the clock and drawing numbers are no platform calls', () => {
    const code = 'function main() { Date.now(); Math.random(); Utilities.getUuid(); }';
    expect(runMain(code).counts.total).toBe(0);
  });

  test('the same seed draws the same numbers, another seed others', () => {
    const code = 'function main() { return [Math.random(), Utilities.getUuid()]; }';
    expect(returnedBy(code, { seed: 7 })).toEqual(returnedBy(code, { seed: 7 }));
    expect(returnedBy(code, { seed: 7 })).not.toEqual(returnedBy(code, { seed: 8 }));
  });

  test.each([
    'SpreadsheetApp.create()',
    'UrlFetchApp.getRequest()',
    'Utilities.zip([])',
    'PropertiesService.getScriptProperties().nothing',
    'HtmlService.createTemplateFromFile("x")',
    'UrlFetchApp.fetch("https://api.heygen.com/v3/x").getContent()',
  ])('%s throws, because it is not emulated', (expression) => {
    expect(refusalOf(`function main() { ${expression}; }`)).toMatch(/is not emulated/);
  });
});
