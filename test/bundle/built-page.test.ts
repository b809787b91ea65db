import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PAGE = readFileSync('dist/sidebar.html', 'utf8');

/** Google sends the page anew each time the sidebar is opened. */
const MOST_BYTES = 140_000;

describe('the built page', () => {
  it(`is smaller than ${MOST_BYTES / 1000} kB`, () => {
    expect(Buffer.byteLength(PAGE)).toBeLessThan(MOST_BYTES);
  });

  it('has nothing that HtmlService would cut out or run: no template literal, no scriptlet', () => {
    expect(PAGE).not.toContain('`');
    expect(PAGE).not.toContain('<?');
  });

  it('fetches no script and no style', () => {
    expect(PAGE).not.toMatch(/<link|<script[^>]+src|@import|url\(/u);
  });

  it('keeps the names of its own functions, each on a line that an error can be told by', () => {
    expect(PAGE).toContain('"afterAnswer")');
    expect(PAGE).toContain('"ScriptPanel")');
    expect(PAGE.match(/^(?:async )?function [\w$]+\(/gmu)?.length).toBeGreaterThan(200);
  });
});
