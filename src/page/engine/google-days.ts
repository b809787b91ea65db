import type { Emulator } from '../../emulator/emulator.ts';
import type { Language } from '../../emulator/refusals/refused.ts';
import { columnLetters } from '../../emulator/spreadsheet/a1.ts';
import type { GoogleDayName } from '../bad-days.ts';

const TRIGGERS = 'https://www.googleapis.com/auth/script.scriptapp';
const PLAIN_TEXT = '@';
const AUTOMATIC = '';
const AT_ONCE = { startUpMs: 0, callMs: 0 };
const SLOW = { startUpMs: 1_500, callMs: 300 };

/** Makes the emulated Google as bad as the days that are on. `scopes`: those of the add-on's manifest. */
export class GoogleDays {
  readonly #emulator: Emulator;
  readonly #scopes: readonly string[];
  #on: readonly GoogleDayName[] = [];
  #language: Language = 'en';

  constructor(emulator: Emulator, scopes: readonly string[]) {
    this.#emulator = emulator;
    this.#scopes = scopes;
  }

  /** In which it words its refusals. */
  get language(): Language {
    return this.#language;
  }

  speak(language: Language): void {
    this.#language = language;
    this.#emulator.speak(language);
  }

  /** What people wait for Google, in real time. */
  get pace(): { readonly startUpMs: number; readonly callMs: number } {
    return this.has('slow') ? SLOW : AT_ONCE;
  }

  get on(): readonly GoogleDayName[] {
    return this.#on;
  }

  has(day: GoogleDayName): boolean {
    return this.#on.includes(day);
  }

  /** From now on these days are on, and the others are off. */
  set(days: readonly GoogleDayName[]): void {
    const before = this.#on;
    this.#on = days;
    const changed = (day: GoogleDayName): boolean => before.includes(day) !== this.has(day);
    if (changed('no-trigger')) {
      this.#emulator.grant(this.#scopes.filter((scope) => scope !== TRIGGERS || !this.has('no-trigger')));
    }
    if (changed('plain-text')) {
      for (const name of this.#visible()) {
        this.#emulator.person.formatAll(name, this.has('plain-text') ? PLAIN_TEXT : AUTOMATIC);
      }
    }
    if (changed('protected')) {
      this.#unprotect();
      this.beforeExecution();
    }
  }

  /** An earlier start may have left a column protected. */
  clearTraces(): void {
    this.#unprotect();
  }

  /** The status column may be new, or may have moved. */
  beforeExecution(): void {
    if (!this.has('protected')) return;
    this.#unprotect();
    const { person } = this.#emulator;
    for (const name of this.#visible()) {
      const at = (person.displayValues(name)[0] ?? []).indexOf('status');
      const letters = columnLetters(at + 1);
      if (at >= 0) person.protect(name, `${letters}:${letters}`);
    }
  }

  #unprotect(): void {
    for (const name of this.#visible()) this.#emulator.person.unprotect(name);
  }

  /** The ledger is hidden, and no day is about it. */
  #visible(): string[] {
    return this.#emulator.person
      .sheets()
      .filter(({ hidden }) => !hidden)
      .map(({ name }) => name);
  }
}
