import { counted, grouped } from '../../core/count-words.ts';
import { Button } from '../page/button.tsx';

/** How many items match, how many are loaded, and whether more are coming or failed to come. */
export function ResultCount(props: {
  readonly found: number;
  readonly loaded: number;
  readonly complete: boolean;
  readonly failure: string;
  readonly one: string;
  readonly onRetry: () => unknown;
  /** Loads everything again. */
  readonly onReload?: (() => unknown) | undefined;
}) {
  const { found, loaded, complete, failure, one } = props;
  const coming = !complete && failure === '';
  const words = found === loaded ? counted(found, one) : `${grouped(found)} of ${counted(loaded, one)}`;
  return (
    <div class="found">
      <span role="status">{coming && loaded === 0 ? `Loading ${one}s…` : words}</span>
      {props.onReload && (
        <Button kind="text" busy={coming} onPress={props.onReload}>
          Reload
        </Button>
      )}
      {coming && loaded > 0 && (
        <span class="coming">
          <span class="spinner" aria-hidden />
          loading more
        </span>
      )}
      {failure !== '' && (
        <p class="problem" role="alert">
          {loaded === 0 ? '' : 'The rest did not load. '}
          {failure}{' '}
          <Button kind="text" onPress={props.onRetry}>
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}
