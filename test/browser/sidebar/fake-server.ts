import type { RowText } from '../../../src/app/check/read-all.ts';
import type {
  AccountView,
  CheckView,
  DraftsView,
  Heard,
  NamesView,
  Progress,
  Rendered,
  Reply,
  RunSummary,
  Settings,
  SidebarCall,
  SidebarCalls,
  Uploaded,
} from '../../../src/app/sidebar/contract.ts';
import type { RunsView } from '../../../src/app/sidebar/runs-view.ts';
import { fakeLooks, fakeTemplates, fakeVoices, MEDIA } from './fake-catalogue.ts';
import { noCheck, noPlan, noProgress } from './fake-progress.ts';
import { FakeSheet } from './fake-sheet.ts';

const LOOKS_A_PAGE = 300;
const FIRST_LOOKS = 50;
const TEMPLATES_A_PAGE = 5;

/** The add-on as the page sees it: the contract, in memory, and nothing that happens by itself. */
export class FakeServer {
  account: AccountView | null = {
    name: 'mara@example.test',
    balance: { amount: 84.2, unit: 'usd' },
    topUpUrl: 'https://app.heygen.com/settings',
  };
  looks = fakeLooks(120);
  voices = fakeVoices(60);
  templates = fakeTemplates(3);
  /** What a template's columns are called, besides template_id. */
  variables = [
    { name: 'first_name', type: 'text' },
    { name: 'hero_picture', type: 'image' },
  ];
  /** What an upload is answered with. */
  uploaded: Uploaded = {
    assetId: '5f2b7c0e9d1a4b6c8e3f',
    name: 'office.png',
    kind: 'image',
    url: `${MEDIA}office-12.svg`,
  };
  readonly sheet = new FakeSheet();
  settings: Settings = {
    automaticUpdates: true,
    mails: false,
    differences: [],
    prices: {
      asOf: '2026-07-01',
      perSecond: {
        'Avatar IV, photo': 0.05,
        'Avatar IV, twin or studio': 0.0667,
        'Avatar V, twin': 0.0667,
        'Avatar III, twin or studio': 0.0167,
        'Avatar III, photo': 0.0433,
      },
      perVideo: { Cinematic: 7 },
    },
    version: '0.1.0',
    build: '2026-11-22',
  };
  progress: Progress = noProgress();
  plan: RunSummary = noPlan();
  check: CheckView = noCheck();
  texts: readonly RowText[] = [];
  names: NamesView = { tab: 'Outreach', names: [], more: 0 };
  runs: RunsView = { tab: 'Outreach', runs: [], csv: '' };
  heard: Heard = { kind: 'heard', urls: [`${MEDIA}words.wav`], seconds: 3 };

  /** Every call in the order of its arrival. */
  readonly log: { readonly name: SidebarCall; readonly args: readonly unknown[] }[] = [];
  /** Most calls that were under way at once, in all and of those that move jobs. */
  mostAtOnce = 0;
  mostSyncsAtOnce = 0;
  #underWay: SidebarCall[] = [];
  readonly #held = new Map<SidebarCall, { readonly wait: Promise<void>; readonly go: () => void }>();
  readonly #failures = new Map<SidebarCall, { readonly message: string; readonly thrown: boolean }>();

  /** Answers of this call wait until `release`. */
  hold(name: SidebarCall): void {
    let go = (): void => undefined;
    const wait = new Promise<void>((resolve) => {
      go = resolve;
    });
    this.#held.set(name, { wait, go });
  }

  release(name: SidebarCall): void {
    this.#held.get(name)?.go();
    this.#held.delete(name);
  }

  /** The next call of this name fails; `thrown` as an execution that Google ended. */
  failNext(name: SidebarCall, message: string, thrown = false): void {
    this.#failures.set(name, { message, thrown });
  }

  count(name: SidebarCall): number {
    return this.log.filter((call) => call.name === name).length;
  }

  /** The JSON text of a reply; rejects as `withFailureHandler` would be told. */
  async serve(name: SidebarCall, args: readonly unknown[]): Promise<string> {
    this.log.push({ name, args });
    this.#underWay.push(name);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay.length);
    const syncs = this.#underWay.filter((call) => MOVES_JOBS.has(call)).length;
    this.mostSyncsAtOnce = Math.max(this.mostSyncsAtOnce, syncs);
    try {
      await this.#held.get(name)?.wait;
      const failure = this.#failures.get(name);
      this.#failures.delete(name);
      if (failure?.thrown === true) throw new Error(failure.message);
      const reply: Reply<unknown> =
        failure === undefined ? this.#reply(name, args) : { ok: false, message: failure.message };
      return JSON.stringify(reply);
    } finally {
      this.#underWay.splice(this.#underWay.indexOf(name), 1);
    }
  }

  #reply(name: SidebarCall, args: readonly unknown[]): Reply<unknown> {
    const calls: Record<SidebarCall, (...args: never[]) => unknown> = this.#calls();
    try {
      return { ok: true, value: Reflect.apply(calls[name], undefined, [...args]) };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  }

  #drafts(): DraftsView {
    return {
      unread: { tab: this.sheet.view().tab, drafts: [], more: 0 },
      message: '',
      trouble: '',
      sheet: this.sheet.view(),
    };
  }

  #calls(): SidebarCalls {
    const looksPage = (cursor: string | null) => {
      const from = cursor === null ? 0 : Number(cursor);
      const to = from + (cursor === null ? FIRST_LOOKS : LOOKS_A_PAGE);
      return { looks: this.looks.slice(from, to), next: to < this.looks.length ? String(to) : null };
    };
    const sent = (videos: number, message: string): Rendered => ({
      videos,
      message,
      progress: this.progress,
    });
    return {
      sidebarStart: () => ({
        account: this.account,
        sheet: this.sheet.view(),
        looks: this.account === null ? null : looksPage(null),
        looksProblem: '',
        settings: this.settings,
      }),
      sidebarConnect: (key) => {
        if (!key.startsWith('good')) {
          throw new Error('HeyGen does not know this key. Copy it again from HeyGen, Settings, API.');
        }
        this.account = {
          name: 'mara@example.test',
          balance: { amount: 84.2, unit: 'usd' },
          topUpUrl: 'https://app.heygen.com/settings',
        };
        return {
          account: this.account,
          tested: true,
          message: 'Connected to mara@example.test, $84.20 left.',
        };
      },
      sidebarDisconnect: () => {
        this.account = null;
        return null;
      },
      sidebarLooks: looksPage,
      sidebarVoices: (cursor) => {
        const from = cursor === null ? 0 : Number(cursor);
        const next = from + LOOKS_A_PAGE < this.voices.length ? String(from + LOOKS_A_PAGE) : null;
        return { voices: this.voices.slice(from, from + LOOKS_A_PAGE), next };
      },
      sidebarRow: (move, seen) => this.sheet.asSeen(this.sheet.move(move), seen ?? null),
      sidebarUse: (values, print) =>
        print === this.sheet.view().rowsPrint
          ? { rows: this.sheet.use(values), message: '', sheet: this.sheet.view() }
          : { rows: 0, message: 'Other rows are selected now.', sheet: this.sheet.view() },
      sidebarExamples: () => this.sheet.setUp(),
      sidebarOptionalColumns: () => [{ name: 'gif_url', does: 'A short moving picture of the video.' }],
      sidebarAddColumns: (names) => {
        this.sheet.addColumns(names);
        return this.sheet.view();
      },
      sidebarTemplates: (cursor) => {
        const to = Number(cursor ?? 0) + TEMPLATES_A_PAGE;
        const next = to < this.templates.length ? String(to) : null;
        return { templates: this.templates.slice(to - TEMPLATES_A_PAGE, to), next };
      },
      sidebarTemplateColumns: () => ({
        added: this.sheet.addColumns(['template_id', ...this.variables.map(({ name }) => name)]),
        variables: this.variables,
        sheet: this.sheet.view(),
      }),
      sidebarUpload: () => this.uploaded,
      sidebarDefaults: (changes, tab) => this.sheet.setDefaults(changes, tab),
      sidebarSheetSettings: (changes, tab) => this.sheet.set(changes, tab),
      sidebarPlan: () => this.plan,
      sidebarCheck: () => this.check,
      sidebarRuns: () => this.runs,
      sidebarListTexts: () => '500 texts are in the sheet “Reelmerge preview”.',
      sidebarForgetRun: () => 'The texts of 2 jobs are forgotten.',
      sidebarTexts: () => this.texts,
      sidebarCorrectName: () => this.sheet.view(),
      sidebarHearName: () => this.heard,
      sidebarNames: () => this.names,
      sidebarDraft: () => ({ question: 'Google gets 1 text.', print: 'draft' }),
      sidebarDrafts: () => this.#drafts(),
      sidebarMarkRead: () => this.#drafts(),
      sidebarHear: () => ({ heard: this.heard, sheet: this.sheet.view() }),
      sidebarSelectRows: (rows) =>
        this.sheet.select(typeof rows === 'string' ? [...this.sheet.rows.keys()] : rows),
      sidebarRender: (print) => {
        if (print !== this.plan.runPrint)
          return sent(0, 'The selection has changed. Look at the numbers again.');
        const { videos } = this.plan;
        this.progress = { ...this.progress, counts: { ...this.progress.counts, Queued: videos } };
        this.plan = noPlan();
        return sent(videos, '');
      },
      sidebarRenderSample: (print) => {
        const rows = this.plan.sample?.runPrint === print ? this.plan.sample.rows.length : 0;
        this.progress = { ...this.progress, counts: { ...this.progress.counts, Queued: rows } };
        return sent(rows, rows === 0 ? 'The selection has changed. Look at the numbers again.' : '');
      },
      sidebarApproveSample: () => null,
      sidebarSync: () => this.progress,
      sidebarSelectFailed: () => {
        const { Failed } = this.progress.counts;
        this.sheet.selected = this.progress.failed.map(({ row }) => row);
        this.plan = { ...noPlan(), runPrint: 'failed', videos: Failed };
        return this.sheet.view();
      },
      sidebarSelectChanged: () => {
        const videos = this.progress.counts.Changed;
        this.sheet.selected = this.progress.changed.map(({ row }) => row);
        this.plan = {
          ...noPlan(),
          runPrint: 'changed',
          videos,
          again: true,
          videosAgain: videos,
          cost: 4.8,
          range: { least: 4.8, most: 4.8 },
        };
        return this.sheet.view();
      },
      sidebarCancelQueued: () => {
        const { Queued, Cancelled } = this.progress.counts;
        const counts = { ...this.progress.counts, Queued: 0, Cancelled: Cancelled + Queued };
        // As `Queued` is not counted in every test, an undone run counts as cancelled whole.
        const cancelled = Math.max(Queued, this.progress.undo?.videos ?? 0);
        this.progress = { ...this.progress, counts, undo: null };
        return { cancelled, progress: this.progress };
      },
      sidebarRenewLinks: () => 'Renewed: the links of 2 videos.',
      sidebarSettle: (jobs) => {
        const unconfirmed = this.progress.unconfirmed.filter(({ job }) => !jobs.includes(job));
        const counts = { ...this.progress.counts, Unconfirmed: unconfirmed.length };
        this.progress = { ...this.progress, unconfirmed, counts };
        return this.progress;
      },
      sidebarGoTo: (row) => {
        this.sheet.active = row;
        return null;
      },
      sidebarSettings: () => this.settings,
      sidebarAutomaticUpdates: (on) => {
        this.settings = { ...this.settings, automaticUpdates: on };
        return this.settings;
      },
      sidebarPrices: (prices) => {
        this.settings = { ...this.settings, prices };
        return this.settings;
      },
    };
  }
}

const MOVES_JOBS: ReadonlySet<SidebarCall> = new Set<SidebarCall>([
  'sidebarSync',
  'sidebarRender',
  'sidebarCancelQueued',
  'sidebarSettle',
]);
