import type { SidebarCall } from '../../app/sidebar/contract.ts';
import { Message } from './message.tsx';
import { failureOf, type State } from './state.ts';

/** The result of these calls: why one failed, or what the last one did. */
export function Outcome(props: { readonly state: State; readonly of: readonly SidebarCall[] }) {
  const { state, of } = props;
  const failure = of.map((name) => failureOf(state, name)).find((message) => message !== '');
  if (failure !== undefined) return <Message kind="bad">{failure}</Message>;
  if (state.notice === null || !of.includes(state.notice.of)) return null;
  return <Message kind={state.notice.kind}>{state.notice.text}</Message>;
}
