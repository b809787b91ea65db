import { runPrint } from '../../core/jobs/run.ts';
import { priceDifferences, withLearnedNames } from '../../core/request/learned-prices.ts';
import { failure, mapped, type Result, success } from '../../core/result.ts';
import { readSheetSettings } from '../../core/settings/sheet-settings.ts';
import { ACCOUNT_NOW, accountView } from '../account/account-view.ts';
import { readAhead } from '../account/kept-answer.ts';
import { CONNECT_FIRST } from '../obstacles.ts';
import type { Asked } from '../ports/heygen.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { cancelQueued } from '../render/cancel-rows.ts';
import type { PlannedRun } from '../render/plan-visible.ts';
import { type RenderedRun, renderRows } from '../render/render-rows.ts';
import { connect } from '../set-up/connect.ts';
import { settledTable } from '../show/settled-table.ts';
import { switchAutomaticUpdates } from '../sync/automatic-updates.ts';
import { sync } from '../sync/sync.ts';
import type { SyncReport } from '../sync/sync-report.ts';
import { losesVideos } from '../tabs/open-questions.ts';
import { switchKeptLinks } from '../videos/keep-links.ts';
import { renewLinks } from '../videos/renew-links.ts';
import { FIRST_LOOKS, looksPage, templatesPage, voicesPage } from './cached-catalogue.ts';
import type { Progress, Rendered, Settings, SidebarCalls } from './contract.ts';
import { draftCalls } from './draft-calls.ts';
import { createHearCalls } from './hear-calls.ts';
import { createNameCalls } from './name-calls.ts';
import { progressIfSame } from './progress.ts';
import { readingCalls } from './reading-calls.ts';
import { runSummary } from './run-summary.ts';
import { createSampleCalls } from './sample-calls.ts';
import { selectionCalls } from './selection-calls.ts';
import { setUpCalls } from './set-up-calls.ts';
import { settle } from './settle.ts';
import { sheetView } from './sheet-view.ts';
import { IN_THE_SIDEBAR, OTHER_ROWS } from './shown-plan.ts';
import { addTemplateColumns } from './template-columns.ts';
import { toldProgress } from './told-progress.ts';
import { uploadFile } from './upload-file.ts';
import { writeChoice } from './write-choice.ts';

const OTHER_SELECTION =
  'Other rows are selected now than the button named. Nothing was written. Look at the number, then press it again.';

/** The server's side of the calls. A failure is a sentence for the user, shown as it stands. */
export type SidebarServer = {
  readonly [Call in keyof SidebarCalls]: (
    ...args: Parameters<SidebarCalls[Call]>
  ) => Result<ReturnType<SidebarCalls[Call]>>;
};

/** The sidebar's calls over the ports, for one execution. */
export function createSidebarCalls(platform: Platform): SidebarServer {
  const { settings } = platform;

  const settingsView = (): Settings => ({
    automaticUpdates: settings.automaticUpdates(),
    mails: platform.mail !== null,
    ...priceView(settings),
    version: platform.version,
    build: platform.build,
  });

  /** The active tab, if it is still the one that the page shows. */
  const activeTab = (name: string): Tab | null => {
    const tab = platform.spreadsheet.activeTab();
    return tab?.name === name ? tab : null;
  };

  const withKey = <Value>(answer: (key: string) => Result<Value>): Result<Value> => {
    const key = settings.apiKey();
    return key === null ? failure(CONNECT_FIRST) : answer(key);
  };

  const progressAfter = (report: SyncReport): Progress => toldProgress(platform, report);

  const progressNow = (): Progress =>
    progressAfter(sync(platform, { resume: false, lookNow: false, fromTrigger: false }));

  const rendered = (run: Result<RenderedRun>): Rendered =>
    run.ok
      ? { videos: run.value.jobs, message: '', progress: progressAfter(run.value.report) }
      : { videos: 0, message: run.failure, progress: progressNow() };

  return {
    sidebarStart() {
      const key = settings.apiKey();
      if (key !== null) readAhead(platform, key, [FIRST_LOOKS, ACCOUNT_NOW]);
      const looks = key === null ? null : looksPage(platform, key, null);
      return success({
        account: key === null ? null : accountView(platform, key),
        sheet: sheetView(platform),
        looks: looks?.ok ? looks.value : null,
        looksProblem: looks === null || looks.ok ? '' : looks.failure.message,
        settings: settingsView(),
      });
    },

    sidebarConnect(typed) {
      const connected = connect(platform, typed);
      if (!connected.ok) return connected;
      const { tested, words } = connected.value;
      return withKey((key) => success({ account: accountView(platform, key), tested, message: words }));
    },

    sidebarDisconnect() {
      settings.disconnect();
      return success(null);
    },

    sidebarLooks: (cursor) => withKey((key) => inWords(looksPage(platform, key, cursor))),

    sidebarVoices: (cursor) => withKey((key) => inWords(voicesPage(platform, key, cursor))),

    sidebarRow: (move, seen = null) => success(sheetView(platform, move, seen)),

    sidebarUse: (values, print) =>
      mapped(writeChoice(platform, values, print), (written) => ({
        ...(written === 'other-rows'
          ? { rows: 0, message: OTHER_SELECTION }
          : { rows: written, message: '' }),
        sheet: sheetView(platform),
      })),

    sidebarTemplates: (cursor, fresh = false) =>
      withKey((key) => inWords(templatesPage(platform, key, cursor, fresh))),

    sidebarTemplateColumns: (templateId) =>
      withKey(() =>
        mapped(addTemplateColumns(platform, templateId), (added) => ({
          ...added,
          sheet: sheetView(platform),
        })),
      ),

    sidebarUpload: ({ file }) => withKey((key) => uploadFile(platform, key, file)),

    sidebarDefaults(changes, tabName) {
      const tab = activeTab(tabName);
      if (tab === null) return failure(notChanged('defaults', tabName));
      const kept = Object.entries({ ...settings.defaults(tab.id), ...changes }).filter(
        ([, text]) => text !== '',
      );
      settings.setDefaults(tab.id, Object.fromEntries(kept));
      // Every row that takes them may say something else now than its video.
      settledTable(platform, tab);
      return success(sheetView(platform));
    },

    sidebarSheetSettings(changes, tabName) {
      const tab = activeTab(tabName);
      if (tab === null) return failure(notChanged('settings', tabName));
      const set = readSheetSettings({ ...tab.settings(), ...changes });
      if (losesVideos(tab, set)) return failure(LINKED_ALREADY);
      const obstacle = changes.mailsEnds === true ? (platform.mail?.obstacle() ?? '') : '';
      if (obstacle !== '') return failure(obstacle);
      const save = () => settings.setForSheet(tab.id, set);
      if (set.keepsLinks === tab.settings().keepsLinks) save();
      else {
        const switched = switchKeptLinks(platform, set.keepsLinks, save);
        if (!switched.ok) return switched;
      }
      const owner = settings.owner();
      // A budget that was raised lets rows go on, and the trigger may be resting until tomorrow.
      if (owner !== null && ('budgetRunUsd' in changes || 'budgetDayUsd' in changes)) {
        settings.setRestUntil(owner, 0);
      }
      // Its rows may say something else now than their videos.
      settledTable(platform, tab);
      return success(sheetView(platform));
    },

    sidebarPlan: (again = false) => success(runSummary(platform, again)),

    ...readingCalls(platform),

    sidebarRender(wantedPrint, again = false) {
      let isOther = false;
      let why = OTHER_ROWS;
      const confirmed = ({ plan }: PlannedRun): boolean => {
        isOther = runPrint(plan) !== wantedPrint;
        const [unreachable] = plan.blocked.flatMap(({ issues }) =>
          issues.filter(({ code }) => code === 'template_unreachable'),
        );
        if (unreachable !== undefined) why = `${unreachable.message} Nothing was sent and nothing was paid.`;
        return !isOther;
      };
      const run = renderRows(platform, again ? 'again' : 'selected', confirmed, IN_THE_SIDEBAR);
      return success(rendered(isOther ? failure(why) : run));
    },

    ...createSampleCalls(platform, rendered),

    ...createHearCalls(platform),

    ...createNameCalls(platform),

    ...draftCalls(platform),

    sidebarSync(lookNow, seen = null) {
      const same = lookNow || seen === null ? null : progressIfSame(platform, seen);
      return success(same ?? progressAfter(sync(platform, { resume: lookNow, lookNow, fromTrigger: false })));
    },

    ...selectionCalls(platform),

    ...setUpCalls(platform),

    sidebarCancelQueued: (run) =>
      mapped(cancelQueued(platform, run), (cancelled) => ({ cancelled, progress: progressNow() })),

    sidebarRenewLinks: () => renewLinks(platform),

    sidebarSettle: (jobs, choice) => mapped(settle(platform, jobs, choice), progressAfter),

    sidebarSettings: () => success(settingsView()),

    sidebarAutomaticUpdates: (on) => mapped(switchAutomaticUpdates(platform, on), settingsView),

    sidebarPrices(prices) {
      settings.setPrices(prices);
      return success(settingsView());
    },
  };
}

function priceView(settings: Platform['settings']): Pick<Settings, 'prices' | 'differences'> {
  const { learned } = settings.account().charges;
  const table = settings.priceTable();
  return { prices: withLearnedNames(table, learned), differences: priceDifferences(table, learned) };
}

const LINKED_ALREADY =
  'The names of the columns were not changed: rows of this sheet are linked to their videos already.';

function notChanged(what: 'defaults' | 'settings', tabName: string): string {
  return `The ${what} of the sheet “${tabName}” were not changed. Open it again, then try again.`;
}

function inWords<Value>(asked: Asked<Value>): Result<Value> {
  return asked.ok ? asked : failure(asked.failure.message);
}
