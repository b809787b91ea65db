import type { Issue, IssueCode } from '../issue.ts';

/** Collects the issues and warnings of a row, so that the user sees all of them at once. */
export class Findings {
  readonly issues: Issue[];
  readonly warnings: Issue[];
  readonly #place: string;

  constructor(issues: Issue[] = [], warnings: Issue[] = [], place = '') {
    this.issues = issues;
    this.warnings = warnings;
    this.#place = place;
  }

  /**
   * The same collection, for one place in the script: sentences about the script then begin with "Scene 2: ". Issues of
   * other columns concern all scenes and do not name one.
   */
  within(place: string): Findings {
    return new Findings(this.issues, this.warnings, place);
  }

  issue(code: IssueCode, column: string, message: string): void {
    this.add([{ code, column, message }]);
  }

  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const place = issue.column === 'script' ? this.#place : '';
      this.issues.push({ ...issue, message: place + issue.message });
    }
  }

  warning(code: IssueCode, column: string, message: string): void {
    this.warnings.push({ code, column, message });
  }
}
