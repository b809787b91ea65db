import { type RowRequest, requestFrom } from '../request/request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import type { Defaults } from '../row/row-cells.ts';
import { type RowReading, readRow } from '../row/row-reading.ts';
import { unusable } from '../sheet/display-value.ts';
import type { Row, Table } from '../sheet/table.ts';
import type { Job } from './job.ts';
import { contentPrintOf, type RequestParts, requestPartsOf, requestPrintOf } from './request-print.ts';
import { outputColumnsOf, speaksOf } from './source-prints.ts';

/** What a row would ask for if it were sent at this moment. */
export type CurrentRequest =
  | {
      readonly kind: 'request';
      readonly print: string;
      /** Where rows share videos, the print of what is seen and heard, which is enough for a video to fit; else ''. */
      readonly content: string;
      readonly asked: RowRequest;
    }
  /** It cannot be sent as it stands, so no video speaks its words. */
  | { readonly kind: 'none' }
  /** Its cells are still being worked out. */
  | { readonly kind: 'loading' }
  /** It is made from a HeyGen template that cannot be looked up now, so only its cells can be compared. */
  | { readonly kind: 'unknown' };

/** The fingerprints by which a row finds a job that fits it, the exact one first. */
export function printsOf(current: CurrentRequest): readonly string[] {
  if (current.kind !== 'request') return [];
  return current.content === '' ? [current.print] : [current.print, current.content];
}

/** The fingerprints by which a job is found: of its whole request, and of what is seen and heard in its video. */
export function printsOfJob({ requestPrint, requestParts }: Job): readonly string[] {
  const content = contentPrintOf(requestParts);
  return content === '' ? [requestPrint] : [requestPrint, content];
}

/** How a row stands to a job: whether the job's video is the one that the row asks for. */
export type Fit = 'fits' | 'differs' | 'loading';

/**
 * What the rows of a table ask for now, each worked out once and only when it is asked about. Looks are left out
 * of the facts on purpose: what is known of them changes from one moment to the next, and must not make a
 * finished video look like another one.
 */
export class CurrentRequests {
  private readonly table: Table;
  private readonly defaults: Defaults;
  private readonly facts: AccountFacts;
  private readonly outputs: ReadonlySet<number>;
  /** By the rows' numbers, which an engine finds sooner than the rows themselves. */
  private readonly known = new Map<number, CurrentRequest>();
  /** Only the last, because there may be ten thousand. */
  private last: { readonly row: Row; readonly reading: RowReading } | null = null;

  constructor(table: Table, defaults: Defaults, facts: AccountFacts) {
    this.table = table;
    this.defaults = defaults;
    this.facts = { templates: facts.templates, looks: new Map() };
    this.outputs = outputColumnsOf(table);
  }

  of(row: Row): CurrentRequest {
    const known = this.known.get(row.number);
    if (known !== undefined) return known;
    const current = this.workOut(row);
    this.known.set(row.number, current);
    return current;
  }

  /** What the row's request was made from. It costs nothing for the row that was worked out last. */
  readingOf(row: Row): RowReading {
    if (this.last?.row === row) return this.last.reading;
    const reading = readRow(this.table, row, this.defaults, this.facts);
    this.last = { row, reading };
    return reading;
  }

  /**
   * A job fits a row when the row's request, as it would be sent now, is the request that the job holds. Where rows
   * share videos, its title and folder may be another row's. The one place that says so: menu, trigger, sidebar and
   * command line ask it.
   */
  fit(row: Row, job: Job): Fit {
    const current = this.of(row);
    if (current.kind === 'request') {
      const fits =
        current.print === job.requestPrint ||
        (current.content !== '' && current.content === contentPrintOf(job.requestParts));
      return fits ? 'fits' : 'differs';
    }
    if (current.kind === 'unknown') return speaksOf(row, job, this.outputs) ? 'fits' : 'differs';
    return current.kind === 'loading' ? 'loading' : 'differs';
  }

  /** The parts of the row's request; null when there is no request to compare. */
  partsOf(row: Row): RequestParts | null {
    const current = this.of(row);
    return current.kind === 'request' ? requestPartsOf(current.asked) : null;
  }

  private workOut(row: Row): CurrentRequest {
    if (row.blank) return { kind: 'none' };
    const asked = requestFrom(this.readingOf(row), this.table, row, this.facts);
    if (asked.ok) {
      const content = this.table.settings.sharesVideos ? contentPrintOf(requestPartsOf(asked.value)) : '';
      return { kind: 'request', print: requestPrintOf(asked.value), content, asked: asked.value };
    }
    if (row.cells.some((cell) => unusable(cell) === 'loading')) return { kind: 'loading' };
    const isUnknown = asked.failure.some(
      ({ code }) => code === 'template_unknown' || code === 'template_unreachable',
    );
    return isUnknown ? { kind: 'unknown' } : { kind: 'none' };
  }
}
