import { expect, test } from 'vitest';
import { withScriptRun } from '../../src/page/http/sidebar-page.ts';

test('google.script.run is there before the first script of the page', () => {
  const page = '<!DOCTYPE html><html><head lang="en"><script>page()</script></head><body></body></html>';
  const html = withScriptRun(page, 'shim()');
  expect(html.indexOf('shim()')).toBeGreaterThan(html.indexOf('<head'));
  expect(html.indexOf('shim()')).toBeLessThan(html.indexOf('page()'));
});

test('a page without a head gets it too, behind its doctype', () => {
  expect(withScriptRun('<!doctype html><p>x', 'shim()')).toBe('<!doctype html><script>shim()</script><p>x');
});

test('a closing tag inside the script does not end it', () => {
  expect(withScriptRun('<p>', 'a("</script>")')).toBe('<script>a("<\\/script>")</script><p>');
});
