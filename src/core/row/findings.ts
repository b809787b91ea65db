import type { Issue, IssueCode } from '../issue.ts';

/** Collects everything that is found in one row, so that all of it can be told at once. */
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
   * The same collection for a place in the script: "Scene 2: ". Sentences about the script begin with it; what
   * is wrong with another column is wrong for all scenes, and told once.
   */
  within(place: string): Findings {
    return new Findings(this.issues, this.warnings, place);
  }

  issue(code: IssueCode, column: string, message: string): void {
    const place = column === 'script' ? this.#place : '';
    this.issues.push({ code, column, message: place + message });
  }

  add(issues: readonly Issue[]): void {
    for (const { code, column, message } of issues) this.issue(code, column, message);
  }

  warning(code: IssueCode, column: string, message: string): void {
    this.warnings.push({ code, column, message });
  }
}
