import { describe, expect, test } from 'vitest';
import { returnedBy, worldOf } from '../emulator/world.ts';

const main = (body: string): string => `function main() { ${body} }`;

describe('Google’s V8', () => {
  test.each(
    'fetch URL URLSearchParams TextEncoder TextDecoder setTimeout crypto atob btoa Blob performance structuredClone queueMicrotask AbortController process require'.split(
      ' ',
    ),
  )('has no %s', (name) => {
    expect(returnedBy(main(`return typeof ${name};`))).toBe('undefined');
  });

  test.each(['console', 'Intl', 'JSON', 'Map', 'Promise'])('has %s', (name) => {
    expect(returnedBy(main(`return typeof ${name};`))).not.toBe('undefined');
  });

  test('takes scripts, not modules', () => {
    expect(() => worldOf(`export ${main('')}`)).toThrow(SyntaxError);
    expect(() => worldOf(`import x from 'y'; ${main('')}`)).toThrow(SyntaxError);
    expect(() => worldOf(`await 1; ${main('')}`)).toThrow(SyntaxError);
  });

  test('finds entry points that are declared as functions at the top', () => {
    const run = (code: string) => worldOf(code).run('main', { kind: 'menu' }).error?.message ?? 'fine';
    expect(run(main(''))).toBe('fine');
    expect(run('const main = function () {};')).toContain('not found');
    expect(run('globalThis.main = function () {};')).toContain('not found');
  });

  test('throws errors of services that are no instance of the script’s Error', () => {
    const code = main(
      `try { SpreadsheetApp.getActiveSheet().getRange(0, 0); } catch (error) { return [error instanceof Error, error.name]; }`,
    );
    expect(returnedBy(code)).toEqual([false, 'Exception']);
  });
});
