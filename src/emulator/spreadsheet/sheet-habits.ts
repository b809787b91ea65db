/** Habits of Google Sheets that the emulator can have or not. Each is as cruel as Google may be, unless told otherwise. */
export interface SheetHabits {
  /**
   * When a write is refused that a protection, a validation rule or a typed column forbids: at once, or at the
   * flush that carries it (or at the end of the run). Then every write after it is lost too. Default `flush`.
   */
  readonly refusesAt?: 'write' | 'flush';
  /**
   * Whether an execution's reads come from what it has read before, so that it sees no write of anybody else
   * before its next flush. Default true.
   */
  readonly readsAreCached?: boolean;
  /** Whether new rows and columns take over the number formats and rules of their neighbour. Default true. */
  readonly newLinesInherit?: boolean;
  /** Whether a leading apostrophe stays a character in a cell formatted as plain text. Default true. */
  readonly apostropheKeptInPlainText?: boolean;
}

/** The habits with their defaults filled in. */
export function habitsOf(given: SheetHabits): Required<SheetHabits> {
  return {
    refusesAt: given.refusesAt ?? 'flush',
    readsAreCached: given.readsAreCached ?? true,
    newLinesInherit: given.newLinesInherit ?? true,
    apostropheKeptInPlainText: given.apostropheKeptInPlainText ?? true,
  };
}
