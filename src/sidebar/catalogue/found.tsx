import { counted, grouped } from '../amounts.ts';
import { Button } from '../page/button.tsx';

/** How many were found among how many, whether more are coming, and what stopped them from coming. */
export function Found(props: {
  readonly found: number;
  readonly loaded: number;
  readonly complete: boolean;
  readonly failure: string;
  readonly one: string;
  readonly onRetry: () => unknown;
  /** Asks for all of them anew. */
  readonly onAgain?: (() => unknown) | undefined;
}) {
  const { found, loaded, complete, failure, one } = props;
  const words = found === loaded ? counted(found, one) : `${grouped(found)} of ${counted(loaded, one)}`;
  return (
    <div class="found">
      <span role="status">{loaded === 0 && !complete && failure === '' ? `Loading ${one}s…` : words}</span>
      {props.onAgain && (
        <Button kind="text" busy={!complete && failure === ''} onPress={props.onAgain}>
          Look again
        </Button>
      )}
      {!complete && failure === '' && loaded > 0 && (
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
