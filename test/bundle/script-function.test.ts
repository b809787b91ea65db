import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { people, World } from './world.ts';

/** What Google does for a cell that holds the formula, with the values of its ranges. */
function typed(...args: readonly unknown[]): Execution {
  const world = new World();
  world.prepare(people(1));
  return world.emulator.run('REELMERGE_SCRIPT', { kind: 'custom-function', args });
}

describe('the custom function =REELMERGE_SCRIPT', () => {
  it('gives a cell the merged text, and several rows a column of them', () => {
    const template = 'Hello <<first_name>>, welcome.';
    expect(typed(template, [['first_name', 'plan']], [['Ana', 1.5]]).value).toBe('Hello Ana, welcome.');
    const several = typed(
      template,
      [['first_name', 'plan']],
      [
        ['Ana', 1],
        ['Ben', true],
      ],
    );
    expect(several.value).toEqual([['Hello Ana, welcome.'], ['Hello Ben, welcome.']]);
  });

  it('ends in an error with the sentence when the text cannot be merged', () => {
    const { outcome, error } = typed('Hello <<first_name>>', [['first_name']], '');
    expect(outcome).toBe('returned');
    expect(error).toBeNull();
    const faulty = typed('Hello <<first_name>>', [['first_name', 'plan']], [['', 'Pro']]);
    expect(faulty.outcome).toBe('threw');
    expect(faulty.error?.message).toBe(
      '<<first_name>> is empty. Fill the cell or write <<first_name|there>>.',
    );
    expect(typed('Hello').error?.message).toContain('An argument is missing.');
  });

  it('asks Google for nothing, so that a thousand cells cost no calls', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [`Person ${at}`]);
    const { calls, value } = typed('Hello <<name>>', 'name', rows);
    expect(calls).toEqual([]);
    expect(value).toHaveLength(1000);
  });

  it('is declared with what Google shows to the person who types it', () => {
    const code = readFileSync('dist/main.js', 'utf8');
    const [, comment] =
      /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\nfunction REELMERGE_SCRIPT\(template, headers, row\) \{/.exec(code) ??
      [];
    for (const tag of ['@customfunction', '@return', 'template', 'headers', 'row']) {
      expect(comment).toContain(tag);
    }
    expect(comment?.match(/@param/g)).toHaveLength(3);
  });
});
