import { type RunPlan, runPrint } from '../../core/jobs/run.ts';
import { shownRows } from '../../core/jobs/shown-row.ts';
import type { LookupPolicy } from '../account/look-up-account.ts';
import type { Platform } from '../ports/ports.ts';
import { cancelQueued } from '../render/cancel-rows.ts';
import { type RenderOutcome, renderRows } from '../render/render-rows.ts';
import { connect } from '../set-up/connect.ts';
import { switchAutomaticUpdates } from '../sync/automatic-updates.ts';
import { sync } from '../sync/sync.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { accountView } from './account-view.ts';
import { looksPage, templatesPage, voicesPage } from './cached-catalogue.ts';
import type { Progress, Rendered, Settings, SidebarCalls, Start } from './contract.ts';
import { progressOf } from './progress.ts';
import { SidebarRefusal } from './refusal.ts';
import { runSummary } from './run-summary.ts';
import { settle } from './settle.ts';
import { sheetView } from './sheet-view.ts';
import { addTemplateColumns } from './template-columns.ts';
import { uploadFile } from './upload-file.ts';
import { writeChoice } from './write-choice.ts';

/** What the plan was made with, but for templates that were edited since. */
const LIKE_THE_PLAN: LookupPolicy = { everyLook: true, newLooks: false, freshTemplates: true };

const OTHER_ROWS =
  'The selected rows have changed since they were counted. Nothing was sent and nothing was paid; look at the numbers, then render again.';

/** The sidebar's calls over the ports, for one execution. A refusal is told to the user as it stands. */
export function createSidebarCalls(platform: Platform): SidebarCalls {
  const { settings } = platform;

  const settingsView = (): Settings => ({
    automaticUpdates: settings.automaticUpdates(),
    prices: settings.prices(),
    version: platform.version,
    build: platform.build,
  });

  const keyOrRefusal = (): string => {
    const key = settings.apiKey();
    if (key === null) throw new SidebarRefusal('Connect to HeyGen first.');
    return key;
  };

  const progressAfter = (report: ReturnType<typeof sync>): Progress => progressOf(platform, report);

  const rendered = (outcome: RenderOutcome): Rendered =>
    outcome.kind === 'sent'
      ? { videos: outcome.jobs, message: '', progress: progressAfter(outcome.report) }
      : {
          videos: 0,
          message: outcome.message,
          progress: progressAfter(sync(platform, { resume: false, lookNow: false, fromTrigger: false })),
        };

  return {
    sidebarStart(): Start {
      const key = settings.apiKey();
      const looks = key === null ? null : looksPage(platform, key, null);
      return {
        account: key === null ? null : accountView(platform, key),
        sheet: sheetView(platform),
        looks: looks?.ok ? looks.value : null,
        looksProblem: looks === null || looks.ok ? '' : looks.failure.message,
        settings: settingsView(),
      };
    },

    sidebarConnect(key) {
      const connection = connect(platform, key);
      if (connection.kind === 'refused') throw new SidebarRefusal(connection.message);
      const kept = keyOrRefusal();
      return { account: accountView(platform, kept), message: connection.message };
    },

    sidebarDisconnect() {
      settings.disconnect();
      return null;
    },

    sidebarLooks(cursor) {
      const page = looksPage(platform, keyOrRefusal(), cursor);
      if (!page.ok) throw new SidebarRefusal(page.failure.message);
      return page.value;
    },

    sidebarVoices(cursor) {
      const page = voicesPage(platform, keyOrRefusal(), cursor);
      if (!page.ok) throw new SidebarRefusal(page.failure.message);
      return page.value;
    },

    sidebarRow: (move) => sheetView(platform, move),

    sidebarUse(values) {
      const used = writeChoice(platform, values);
      if ('message' in used) throw new SidebarRefusal(used.message);
      return { rows: used.rows, sheet: sheetView(platform) };
    },

    sidebarTemplates(cursor, fresh = false) {
      const page = templatesPage(platform, keyOrRefusal(), cursor, fresh);
      if (!page.ok) throw new SidebarRefusal(page.failure.message);
      return page.value;
    },

    sidebarTemplateColumns(templateId) {
      keyOrRefusal();
      const outcome = addTemplateColumns(platform, templateId);
      if ('message' in outcome) throw new SidebarRefusal(outcome.message);
      return { ...outcome, sheet: sheetView(platform) };
    },

    sidebarUpload({ file }) {
      const outcome = uploadFile(platform, keyOrRefusal(), file);
      if ('message' in outcome) throw new SidebarRefusal(outcome.message);
      return outcome;
    },

    sidebarDefaults(changes, tabName) {
      const tab = platform.spreadsheet.activeTab();
      if (tab === null || tab.name !== tabName) {
        throw new SidebarRefusal(`Open the sheet “${tabName}” again: its defaults were not changed.`);
      }
      const kept = Object.entries({ ...settings.defaults(tab.id), ...changes }).filter(
        ([, text]) => text !== '',
      );
      settings.setDefaults(tab.id, Object.fromEntries(kept));
      return sheetView(platform);
    },

    sidebarPlan: () => runSummary(platform),

    sidebarRender(print) {
      let isOther = false;
      let why = OTHER_ROWS;
      const confirmed = (plan: RunPlan): boolean => {
        isOther = runPrint(plan) !== print;
        const [unreachable] = plan.blocked.flatMap(({ issues }) =>
          issues.filter(({ code }) => code === 'template_unreachable'),
        );
        if (unreachable !== undefined) why = `${unreachable.message} Nothing was sent and nothing was paid.`;
        return !isOther;
      };
      const outcome = renderRows(platform, 'selected', confirmed, LIKE_THE_PLAN);
      return rendered(isOther ? { kind: 'not-sent', message: why } : outcome);
    },

    sidebarSync: (lookNow) => progressAfter(sync(platform, { resume: lookNow, lookNow, fromTrigger: false })),

    sidebarSelectFailed() {
      const tab = platform.spreadsheet.activeTab();
      const failed = tab === null ? [] : shownRows(tableOf(tab)).filter(({ status }) => status === 'Failed');
      if (tab === null || failed.length === 0) throw new SidebarRefusal('No row of this sheet has failed.');
      platform.spreadsheet.selectRows(
        tab.id,
        failed.map(({ number }) => number),
      );
      return sheetView(platform);
    },

    sidebarCancelQueued() {
      cancelQueued(platform);
      return progressAfter(sync(platform, { resume: false, lookNow: false, fromTrigger: false }));
    },

    sidebarSettle: (jobs, choice) => progressAfter(settle(platform, jobs, choice)),

    sidebarGoTo(row, column) {
      const tab = platform.spreadsheet.activeTab();
      if (tab === null) return null;
      const table = tableOf(tab);
      const field = table.fieldOf(column);
      const known = field.kind === 'column' ? field.index : table.headers.indexOf(column);
      platform.spreadsheet.goTo(tab.id, row, Math.max(0, known) + 1);
      return null;
    },

    sidebarSettings: settingsView,

    sidebarAutomaticUpdates(on) {
      const switched = switchAutomaticUpdates(platform, on);
      if (!switched.ok) throw new SidebarRefusal(switched.failure);
      return settingsView();
    },

    sidebarPrices(prices) {
      settings.setPrices(prices);
      return settingsView();
    },
  };
}
