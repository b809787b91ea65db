import type { IssueView, RowView, SheetView } from '../../../src/app/sidebar/contract.ts';
import type { InputName } from '../../../src/core/columns/columns.ts';
import {
  readSheetSettings,
  type SheetSettings,
  USUAL_SETTINGS,
} from '../../../src/core/settings/sheet-settings.ts';

interface FakeRow {
  readonly name: string;
  avatarId: string;
  voiceId: string;
  issues: IssueView[];
  status: RowView['status'];
  /** What makes it another kind of row. */
  changes: Partial<RowView>;
}

const GREETING = 'Hello ';

/** A sheet whose rows 2 to 9 are filled, and what the user does in it. */
export class FakeSheet {
  tab = 'Outreach';
  fields = ['first_name', 'company', 'city', 'last order'];
  settings: SheetSettings = USUAL_SETTINGS;
  hasLanguages = false;
  defaults: Record<string, string> = { script: 'Hello <<first_name|there>>, how are things at <<company>>?' };
  active: number | null = 4;
  selected: number[] = [4];
  sheetIssues: string[] = [];
  open: SheetView['open'] = null;
  previewWarnings: IssueView[] = [];
  outline: SheetView['outline'] = null;
  /** Spoken in every row behind the greeting. */
  speech =
    ', how are things at Müller & Söhne? <break time="1s"/> I thought of you when I saw our new catalogue.';
  readonly rows = new Map<number, FakeRow>(
    ['Ada', 'Björn', 'Chloé', 'Đorđe', 'Eve', 'Fatima', 'Gus', 'Hana'].map((name, index) => [
      index + 2,
      { name, avatarId: 'look-1', voiceId: '', issues: [], status: '', changes: {} },
    ]),
  );

  row(number: number): FakeRow {
    const row = this.rows.get(number);
    if (row === undefined) throw new Error(`The fake sheet has no row ${number}.`);
    return row;
  }

  view(): SheetView {
    const row = this.active === null ? undefined : this.rows.get(this.active);
    return {
      tab: this.tab,
      fields: this.fields,
      defaults: { ...this.defaults },
      settings: this.settings,
      hasLanguages: this.hasLanguages,
      hasRecordings: false,
      hasCorrections: false,
      sheetIssues: this.sheetIssues,
      open: this.open,
      selectedRows: this.selected.length,
      rowsPrint: `${this.tab} ${this.selected}`,
      outline: this.outline,
      row: row === undefined || this.active === null ? null : this.#rowView(this.active, row),
    };
  }

  move(step: -1 | 0 | 1): SheetView {
    const numbers = [...this.rows.keys()];
    const from = this.active ?? 1;
    if (step === 1) this.#goTo(numbers.find((number) => number > from));
    if (step === -1) this.#goTo(numbers.reverse().find((number) => number < from));
    return this.view();
  }

  /** The view for a page that shows another script for the whole sheet: its preview says that script. */
  asSeen(view: SheetView, seen: SheetView | null): SheetView {
    const script = seen?.defaults.script;
    if (view.row === null || script === undefined || seen?.outline?.print !== '') return view;
    return {
      ...view,
      defaults: { ...view.defaults, script },
      row: { ...view.row, script, marks: [], warnings: this.previewWarnings },
    };
  }

  /** An empty sheet gets its example rows. */
  setUp(): SheetView {
    this.outline = null;
    this.#goTo(2);
    return this.view();
  }

  use({ avatar_id = '', voice_id = '', template_id = '' }: Partial<Record<InputName, string>>): number {
    for (const number of this.selected) {
      const row = this.row(number);
      if (avatar_id !== '') row.avatarId = avatar_id;
      if (voice_id !== '') row.voiceId = voice_id;
      if (template_id !== '') {
        const template = { id: template_id, name: '', variables: [] };
        row.changes = { ...row.changes, mode: 'template', script: '', marks: [], template };
      }
    }
    return this.selected.length;
  }

  select(rows: readonly number[]): SheetView {
    this.selected = [...rows];
    return this.view();
  }

  /** Adds the columns that are not there yet; gives their names. */
  addColumns(names: readonly string[]): string[] {
    const added = names.filter((name) => !this.fields.includes(name));
    this.fields = [...this.fields, ...added];
    return added;
  }

  setDefaults(changes: Partial<Record<string, string>>, tab: string): SheetView {
    if (tab !== this.tab)
      throw new Error(`The sheet "${tab}" is not in front any more. Go back to it, and save again.`);
    for (const [name, text] of Object.entries(changes)) {
      if (text === undefined || text === '') delete this.defaults[name];
      else this.defaults[name] = text;
    }
    return this.view();
  }

  set(changes: Partial<SheetSettings>, tab: string): SheetView {
    if (tab !== this.tab) throw new Error(`The settings of the sheet “${tab}” were not changed.`);
    this.settings = readSheetSettings({ ...this.settings, ...changes });
    return this.view();
  }

  #goTo(number: number | undefined): void {
    if (number === undefined) return;
    this.active = number;
    this.selected = [number];
  }

  #rowView(number: number, row: FakeRow): RowView {
    const script = row.issues.length > 0 ? '' : GREETING + row.name + this.speech;
    const start = GREETING.length;
    const company = script.indexOf('Müller & Söhne');
    return {
      number,
      hasPrevious: number > 2,
      hasNext: number < 9,
      script,
      marks:
        script === ''
          ? []
          : [
              { start, end: start + row.name.length, field: 'first_name' },
              ...(company < 0 ? [] : [{ start: company, end: company + 14, field: 'company' }]),
            ],
      characters: script.length,
      seconds: script.length / 14,
      hearing:
        script === ''
          ? null
          : { print: `words of row ${number}`, seconds: script.length / 14, unheard: script.length / 14 },
      mode: 'avatar',
      scenes: [],
      audio: '',
      image: '',
      prompt: '',
      looks: [],
      references: [],
      template: null,
      test: false,
      issues: row.issues,
      warnings: [],
      avatarId: row.avatarId,
      voiceId: row.voiceId,
      language: '',
      status: row.status,
      video_url: '',
      ...row.changes,
    };
  }
}
