import type { NameCorrection, NamesView, NameView, Reply, SidebarCall } from '../../app/sidebar/contract.ts';
import type { Action } from './actions.ts';
import type { Answer, Arguments } from './call.ts';

interface Means {
  ask<Name extends SidebarCall>(
    name: Name,
    args: Arguments<Name>,
    quiet?: boolean,
  ): Promise<Reply<Answer<Name>>>;
  dispatch(action: Action): void;
}

/** What the page does about how names are said. */
export function createNameControl({ ask, dispatch }: Means) {
  const correct = (correction: NameCorrection) => ask('sidebarCorrectName', [correction]);
  return {
    correct,
    /** Also says anew how the other names are said: the line may serve them too. */
    async correctName(correction: NameCorrection): Promise<Reply<unknown>> {
      const reply = await correct(correction);
      if (reply.ok) void ask('sidebarNames', [], true);

      return reply;
    },
    listNames() {
      dispatch({ type: 'forget-names' });
      return ask('sidebarNames', []);
    },
  };
}

/** What a spoken form is typed for: the same value may be said otherwise in another language. */
export function formKey({ value, language = '' }: Pick<NameCorrection, 'value' | 'language'>): string {
  return JSON.stringify([value, language]);
}

/** Tells the entries of the list apart, also when one is said otherwise than before. */
export function nameKey({ value, language, spokenIn, place, by, say, voice }: NameView): string {
  return JSON.stringify([value, language, spokenIn, place, voice?.voiceId, by === 'say column' ? say : '']);
}

/** The new list in the order of the one on the screen: nothing moves or goes while somebody works on it. */
export function inPlace(before: NamesView | null, next: NamesView): NamesView {
  if (before === null || before.tab !== next.tab) return next;
  const left = new Map(next.names.map((name) => [nameKey(name), name]));
  const kept = before.names.map((name) => {
    const found = left.get(nameKey(name));
    left.delete(nameKey(name));
    return found ?? name;
  });
  return { ...next, names: [...kept, ...left.values()] };
}
