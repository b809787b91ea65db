import type { IssueView } from '../../app/sidebar/contract.ts';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';

/** A list of issues. Each has a button that goes to its cell. */
export function IssueList(props: {
  readonly issues: readonly IssueView[];
  readonly controller: Controller;
  /** Names the row of each issue, for lists of several rows. */
  readonly withRow?: boolean;
  /** They are warnings and stop nothing. */
  readonly calm?: boolean;
}) {
  if (props.issues.length === 0) return null;
  return (
    <ul class={`issues${props.calm ? ' calm' : ''}`}>
      {props.issues.map(({ row, column, message }) => (
        <li key={row + column + message}>
          <p>
            {props.calm && <span class="unseen">Warning: </span>}
            {props.withRow && !message.startsWith('Row ') && <strong>Row {row}: </strong>}
            {message}
          </p>
          <Button kind="text" onPress={() => props.controller.goTo(row, column)}>
            Go to cell
            <span class="unseen">{` in row ${row}${column === '' ? '' : `, column ${column}`}`}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
