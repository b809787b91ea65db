import { refused } from '../refusals/refused.ts';
import { numberArgument, textArgument } from './arguments.ts';
import { guarded } from './guarded.ts';

/** What an HtmlOutput holds. `Ui` reads it when the script passes the object. */
export interface HtmlContent {
  html: string;
  title: string;
  width: number | null;
  height: number | null;
}

export interface HtmlFacade {
  readonly service: object;
  /** The content of an HtmlOutput made by this service, or null. */
  contentOf(output: unknown): HtmlContent | null;
}

/** `HtmlService`. It refuses pages that the platform would damage. */
export function createHtmlFacade(pages: Readonly<Record<string, string>>): HtmlFacade {
  const contents = new Map<unknown, HtmlContent>();
  const outputOf = (html: string): object => {
    checkPage(html);
    const content: HtmlContent = { html, title: '', width: null, height: null };
    const output: object = guarded('HtmlOutput', {
      getContent: () => content.html,
      getTitle: () => content.title,
      setTitle: (title: unknown) => {
        content.title = textArgument('HtmlOutput.setTitle', title);
        return output;
      },
      setWidth: (width: unknown) => {
        content.width = numberArgument('HtmlOutput.setWidth', width);
        return output;
      },
      setHeight: (height: unknown) => {
        content.height = numberArgument('HtmlOutput.setHeight', height);
        return output;
      },
    });
    contents.set(output, content);
    return output;
  };
  return {
    contentOf: (output) => contents.get(output) ?? null,
    service: guarded('HtmlService', {
      createHtmlOutputFromFile: (name: unknown) => {
        const file = textArgument('HtmlService.createHtmlOutputFromFile', name).replace(/\.html$/, '');
        const html = Object.hasOwn(pages, file) ? pages[file] : undefined;
        if (html === undefined) throw refused('noHtmlFile', file);
        return outputOf(html);
      },
      createHtmlOutput: (html: unknown = '') => outputOf(textArgument('HtmlService.createHtmlOutput', html)),
    }),
  };
}

/** Throws for a page that HtmlService would damage: it strips `//` in template literals and runs `<?`. */
export function checkPage(html: string): void {
  if (html.includes('<?')) {
    throw new Error('The page holds "<?", which HtmlService reads as a scriptlet. Write it differently.');
  }
  for (const [, code] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script\s*>/gi)) {
    if (code?.includes('`')) {
      throw new Error(
        'A script of the page holds a template literal, in which HtmlService strips "//" and "/*". Build it without.',
      );
    }
  }
}
