/** Shown while the add-on has no page of its own. */
export const NO_SIDEBAR =
  '<!DOCTYPE html><title>Sidebar</title><p style="font: 14px system-ui; padding: 16px">The add-on shows no sidebar.</p>';

/**
 * The page as HtmlService would show it, with `google.script.run` before its own scripts. It is shown in a sandbox
 * without an origin, so that it can do nothing but send messages to its parent.
 */
export function withScriptRun(html: string, shim: string): string {
  const tag = `<script>${shim.replaceAll('</script', '<\\/script')}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head !== null) {
    const end = head.index + head[0].length;
    return html.slice(0, end) + tag + html.slice(end);
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return doctype + tag + html.slice(doctype.length);
}

/** The page may load pictures, sound and video, and nothing else. The sandbox holds in a tab of its own too. */
export const SIDEBAR_POLICY = [
  'sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src https: http://127.0.0.1:* http://localhost:* data:',
  'media-src https: http://127.0.0.1:* http://localhost:*',
  "frame-ancestors 'self'",
].join('; ');
