import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { launchOptions } from '../browser.ts';

/** What `npm start` has built in this process: the page with mails, or the usual one. */
const built = new Set<'mail' | 'usual'>();

/**
 * `npm start` on a free port, with a folder of its own for what it keeps. The first one builds, as for a person; those
 * after it run what is built already.
 */
export class LocalPage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'reelmerge-page-'));
  readonly #words: readonly string[];
  #child: ChildProcess | null = null;
  url = '';
  /** Everything that it printed. */
  printed = '';

  constructor(...words: string[]) {
    this.#words = words;
  }

  async start(): Promise<void> {
    const state = join(this.#folder, 'start.json');
    const kind = this.#words.includes('--mail') ? 'mail' : 'usual';
    const program = built.has(kind) ? '.cache/local/page/start.js' : 'src/page/launch.mjs';
    const words = [program, '--port', '0', '--no-open', '--state', state];
    const child = spawn(process.execPath, [...words, ...this.#words], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.printed = '';
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`It ended at once: ${this.printed}`)));
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (text: Buffer) => {
          this.printed += String(text);
          if (this.printed.includes('Ctrl-C')) resolve();
        });
      }
    });
    built.add(kind);
    this.url = /http:\/\/127\.0\.0\.1:\d+$/m.exec(this.printed)?.[0] ?? '';
  }

  /** Presses Ctrl-C. Returns the exit code. */
  async end(): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null) return child?.exitCode ?? null;
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    return code;
  }

  async close(): Promise<void> {
    await this.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** The page as a person uses it. */
export class Visitor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for the sheet. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.row(1).waitFor();
  }

  get sidebar(): FrameLocator {
    return this.page.frameLocator('.sidebar iframe');
  }

  /** A row by its number in the sheet. */
  row(number: number): Locator {
    return this.page.locator(`.grid-row[data-row="${number}"]`);
  }

  /** A cell by its place; columns count from 1. */
  cell(row: number, column: number): Locator {
    return this.row(row).locator(`[data-column="${column}"]`);
  }

  /** The cells of a column below the header, as far as they are filled, by its header. */
  async column(header: string): Promise<string[]> {
    const rows = await this.rows();
    return rows.map((row) => row[header] ?? '');
  }

  /** The sheet as it is shown, as objects by header; rows without a word are left out. */
  async rows(): Promise<Record<string, string>[]> {
    const lines: string[][] = await this.page.evaluate(
      `[...document.querySelectorAll('.grid-canvas .grid-row')].map((row) =>
        [...row.querySelectorAll('.cell')].map((cell) => cell.textContent))`,
    );
    const [headers = [], ...rest] = lines;
    return rest
      .filter((line) => line.some((text) => text !== ''))
      .map((line) => Object.fromEntries(line.map((text, at) => [headers[at] ?? '', text])));
  }

  async menu(name: string, ...path: string[]): Promise<void> {
    await this.page.getByRole('menuitem', { name, exact: true }).click();
    for (const item of path) await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  addOn(item: string): Promise<void> {
    return this.menu('Extensions', 'Reelmerge', item);
  }

  /** Adds an empty sheet, and waits until it is the one in front. */
  async addSheet(): Promise<void> {
    const front = this.page.locator('.tabs [aria-current="page"]');
    const before = (await front.textContent()) ?? '';
    await this.menu('File', 'Add sheet');
    await front.filter({ hasNotText: before }).waitFor();
  }

  tool(name: string): Promise<void> {
    return this.page.getByRole('button', { name }).click();
  }

  /** Answers the dialog that is open. */
  async answer(button: string, text?: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    // The script may show its next dialog at once: it is this one that must be gone.
    const shown = await dialog.elementHandle();
    if (text !== undefined) await dialog.getByRole('textbox').fill(text);
    await dialog.getByRole('button', { name: button }).click();
    await shown?.waitForElementState('hidden');
  }

  async connect(): Promise<void> {
    await this.addOn('Set HeyGen key…');
    await this.answer('OK', 'sk-any-key-opens-it');
    await this.page.getByText('Connected to HeyGen').waitFor();
    await this.answer('OK');
  }

  /** The same in the sidebar, which is open. */
  async connectInSidebar(): Promise<void> {
    await this.sidebar.getByLabel('HeyGen API key').fill('any-key-opens-it');
    await this.sidebar.getByRole('button', { name: 'Test connection' }).click();
  }

  /** Pastes lines, with tabs between their cells, from the first cell on. */
  async paste(...lines: readonly string[]): Promise<void> {
    const text = lines.join('\n');
    await this.cell(1, 1).click();
    await this.page.evaluate(
      `(() => { const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(text)});
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); })()`,
    );
  }

  /** Selects the first block, and with the control key those after it; a block is two corners. */
  async select(...blocks: readonly (readonly [readonly [number, number], readonly [number, number]])[]) {
    for (const [at, [from, to]] of blocks.entries()) {
      await this.cell(...from).click({ modifiers: at === 0 ? [] : ['Control'] });
      await this.cell(...to).click({ modifiers: at === 0 ? ['Shift'] : ['Control', 'Shift'] });
    }
  }

  /** Chooses how fast the emulated time runs. */
  async speed(times: number): Promise<void> {
    await this.page.getByText(`${times}×`, { exact: true }).click();
  }

  async counter(label: string): Promise<string> {
    return (await this.page.locator(`[data-counter="${label}"]`).textContent()) ?? '';
  }
}
