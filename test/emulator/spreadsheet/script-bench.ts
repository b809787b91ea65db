import { createContext, runInContext } from 'node:vm';
import { createSpreadsheetApp } from '../../../src/emulator/facade/spreadsheet-app.ts';
import type { Perform, Plain } from '../../../src/emulator/service.ts';
import {
  type SpreadsheetOptions,
  SpreadsheetService,
} from '../../../src/emulator/spreadsheet/spreadsheet-service.ts';
import { SpreadsheetUser } from '../../../src/emulator/spreadsheet/spreadsheet-user.ts';

/** One call that a script made. */
export interface MadeCall {
  readonly service: string;
  readonly method: string;
  readonly args: readonly Plain[];
  readonly cost: number;
}

export interface ScriptOptions {
  readonly execution?: number;
  readonly interactive?: boolean;
}

/** A spreadsheet with a person and scripts at work on it, without the rest of the emulator. */
export class ScriptDesk {
  readonly service: SpreadsheetService;
  readonly hands: SpreadsheetUser;
  readonly calls: MadeCall[] = [];

  constructor(options: SpreadsheetOptions = {}) {
    this.service = new SpreadsheetService(options);
    this.hands = new SpreadsheetUser(this.service);
  }

  /** Runs a function body in a context of its own, without ending the execution: writes stay buffered. */
  script(body: string, { execution = 1, interactive = true }: ScriptOptions = {}): unknown {
    const perform: Perform = (service, method, ...args) => {
      // Through JSON, because only plain data may cross.
      const crossing: readonly Plain[] = JSON.parse(JSON.stringify(args));
      if (service !== 'sheets') {
        this.calls.push({ service, method, args: crossing, cost: 0 });
        return null;
      }
      const { value, cost } = this.service.perform(method, crossing, execution);
      this.calls.push({ service, method, args: crossing, cost });
      return JSON.parse(JSON.stringify(value));
    };
    const app = createSpreadsheetApp(perform, { getUi: () => 'the ui', interactive });
    const context = createContext({ SpreadsheetApp: app });
    const answer = runInContext(
      `(function () { const sheet = SpreadsheetApp.getActiveSheet(); ${body}\n})()`,
      context,
    );
    return answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  }

  /** Runs a function body to its regular end. */
  run(body: string, options: ScriptOptions = {}): unknown {
    try {
      return this.script(body, options);
    } finally {
      this.service.commit(options.execution ?? 1);
    }
  }

  /** What the last calls cost, without the one that fetches the active sheet. */
  costs(): number[] {
    return this.calls
      .filter(({ method }) => method !== 'getActiveSpreadsheet' && method !== 'getActiveSheet')
      .map(({ cost }) => cost);
  }
}
