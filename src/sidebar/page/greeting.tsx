import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Message } from './message.tsx';
import { Outcome } from './outcome.tsx';
import type { PanelProps } from './panel.ts';
import type { State, TabName } from './state.ts';

/** Whether the sheet in front has nothing in it yet. */
export function isEmptySheet({ sheet }: State): boolean {
  const outline = sheet?.outline;
  return outline != null && outline.headers.length === 0 && outline.filled.last === 1;
}

/** What an empty sheet shows: three ways to begin. */
export function Greeting({
  state,
  controller,
  onTour,
}: Pick<PanelProps, 'state' | 'controller'> & { readonly onTour: () => void }) {
  const [hasList, setHasList] = useState(false);
  return (
    <div
      class="panel welcome"
      id="panel"
      role="tabpanel"
      aria-labelledby={`tab-${state.tab}`}
      tabIndex={-1}
      data-focus-home
    >
      <h2>How do you want to begin?</h2>
      <Button kind="main" onPress={controller.setUpExamples}>
        Set up with examples
      </Button>
      <Button expanded={hasList} onPress={() => setHasList(!hasList)}>
        I have a list
      </Button>
      {hasList && (
        <Message kind="plain">
          Paste it into this sheet, or choose File, Import. Row 1 holds the names of your columns. Each row
          below it is one video. Reelmerge goes on by itself when the list is there, and leaves your columns
          as they are.
        </Message>
      )}
      <Button onPress={onTour}>Show me a tour</Button>
      <Outcome state={state} of={['sidebarExamples']} />
    </div>
  );
}

const STEPS: readonly (readonly [TabName, string])[] = [
  ['avatar', 'Choose who speaks. For some rows, or as the default of the whole sheet.'],
  ['voice', 'An avatar has a voice of its own. Here you choose another, or one for each language.'],
  ['script', 'Write once for all rows. <<first_name>> says what the row has in that column.'],
  [
    'render',
    'Select rows in the sheet. Here you see what they cost before anything is paid, and follow them.',
  ],
];

/** Goes through the four tabs, a sentence for each. */
export function Tour({
  step,
  onStep,
}: {
  readonly step: number;
  /** Null ends it. */
  readonly onStep: (step: number | null, tab: TabName) => void;
}) {
  const [, words = ''] = STEPS[step] ?? [];
  const next = STEPS[step + 1];
  return (
    <Message
      kind="plain"
      action={next === undefined ? 'End the tour' : 'Next'}
      onAction={() => onStep(next === undefined ? null : step + 1, next?.[0] ?? 'avatar')}
    >
      <span role="status">
        {step + 1} of {STEPS.length}: {words}
      </span>
    </Message>
  );
}
