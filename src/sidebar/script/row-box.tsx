import type { RowView } from '../../app/sidebar/contract.ts';
import { grouped } from '../../core/count-words.ts';
import { MAX_SCRIPT_CHARACTERS } from '../../core/speech/script.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { HearButton } from './hear-button.tsx';
import { IssueList } from './issue-list.tsx';
import { lengthWords } from './length-words.ts';
import { RowContent } from './row-content.tsx';

/** What can be rendered again. */
const MADE: ReadonlySet<string> = new Set(['Done', 'Changed', 'Failed']);

/** The active row: its content and its issues. */
export function RowBox({ state, controller, catalogue, row }: PanelProps & { readonly row: RowView }) {
  const { characters, hearing } = row;
  const moving = isPending(state, 'sidebarRow');
  const length = lengthWords(row);
  const written = characters > 0 && `${grouped(characters)} of ${grouped(MAX_SCRIPT_CHARACTERS)} characters`;
  return (
    <Box
      name="row"
      title={`Row ${row.number}`}
      head={
        <>
          {row.status !== '' && <span class={`status ${row.status.toLowerCase()}`}>{row.status}</span>}
          <Button
            icon="previous"
            label="Previous row"
            off={!row.hasPrevious || moving}
            onPress={() => controller.moveRow(-1)}
          />
          <Button
            icon="next"
            label="Next row"
            off={!row.hasNext || moving}
            onPress={() => controller.moveRow(1)}
          />
        </>
      }
    >
      {row.test && <Message kind="plain">Test video: free, with a watermark</Message>}
      <RowContent row={row} catalogue={catalogue} />
      <p class={`fine said${characters > MAX_SCRIPT_CHARACTERS ? ' over' : ''}`}>
        {[written, length].filter(Boolean).join(' · ')}
      </p>
      {hearing !== null && (
        <HearButton
          key={row.number + hearing.print}
          hearing={hearing}
          perSecond={state.settings?.prices.perSecond.Speech ?? 0}
          ask={(again) => controller.hear(row.number, hearing.print, again)}
          onSample={() => controller.sampleOf(row.number)}
        />
      )}
      {MADE.has(row.status) && (
        <div class="links">
          <Button kind="text" onPress={() => controller.planRowAgain(row.number)}>
            Render again…<span class="unseen"> row {row.number}, after its price</span>
          </Button>
          {row.video_url !== '' && (
            <OutsideLink address={row.video_url}>
              {row.status === 'Changed' ? 'Show the old video' : 'Show the video'}
            </OutsideLink>
          )}
        </div>
      )}
      <IssueList issues={row.issues} controller={controller} />
      <IssueList issues={row.warnings} controller={controller} calm />
      <Outcome state={state} of={['sidebarGoTo']} />
    </Box>
  );
}
