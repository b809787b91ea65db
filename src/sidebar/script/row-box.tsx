import type { RowView } from '../../app/sidebar/contract.ts';
import { grouped } from '../amounts.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Icon } from '../page/icon.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { IssueList } from './issue-list.tsx';
import { lengthWords } from './length-words.ts';
import { RowContent } from './row-content.tsx';

/** HeyGen's limit for one script. */
const MOST_CHARACTERS = 5000;

/** The active row for what it is, and what is wrong with it. */
export function RowBox({ state, controller, catalogue, row }: PanelProps & { readonly row: RowView }) {
  const { characters } = row;
  const moving = isPending(state, 'sidebarRow');
  const length = lengthWords(row);
  const written = characters > 0 && `${grouped(characters)} of ${grouped(MOST_CHARACTERS)} characters`;
  return (
    <Box
      name="row"
      title={`Row ${row.number}`}
      head={
        <>
          {row.status !== '' && <span class={`status ${row.status.toLowerCase()}`}>{row.status}</span>}
          <Button
            kind="icon"
            label="Previous row"
            off={!row.hasPrevious || moving}
            onPress={() => controller.move(-1)}
          >
            <Icon shape="previous" />
          </Button>
          <Button
            kind="icon"
            label="Next row"
            off={!row.hasNext || moving}
            onPress={() => controller.move(1)}
          >
            <Icon shape="next" />
          </Button>
        </>
      }
    >
      {row.test && <Message kind="plain">Test video: free, with a watermark</Message>}
      <RowContent row={row} catalogue={catalogue} />
      <p class={`fine said${characters > MOST_CHARACTERS ? ' over' : ''}`}>
        {[written, length].filter(Boolean).join(' · ')}
      </p>
      <IssueList issues={row.issues} controller={controller} />
      <IssueList issues={row.warnings} controller={controller} calm />
      <Outcome state={state} of={['sidebarGoTo']} />
    </Box>
  );
}
