import type { FindingGroup } from '../../core/check/check-report.ts';
import { counted } from '../../core/count-words.ts';
import { voicesIn } from '../catalogue/voice-search.ts';
import { Button } from '../page/button.tsx';
import type { PanelProps } from '../page/panel.ts';
import { withFallback } from '../script/script-fields.ts';

type Parts = Pick<PanelProps, 'state' | 'controller'>;

/** Mistakes and warnings of many rows, each kind once with its rows. */
export function FindingList({ groups, ...parts }: Parts & { readonly groups: readonly FindingGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <ul class="issues">
      {groups.map((group) => (
        <li key={group.kind + group.column + group.message} class={group.kind === 'warning' ? 'calm' : ''}>
          <Group group={group} {...parts} />
        </li>
      ))}
    </ul>
  );
}

function Group({ group, state, controller }: Parts & { readonly group: FindingGroup }) {
  const { kind, column, message, otherMessages, rows } = group;
  const [first = 0] = rows;
  return (
    <>
      <p>
        {kind === 'warning' && <span class="unseen">Warning: </span>}
        <strong>{rows.length === 1 ? `Row ${first}` : counted(rows.length, 'row')}: </strong>
        {message}
        {otherMessages > 0 && ` And ${counted(otherMessages, 'finding')} like it.`}
      </p>
      <div class="links">
        {rows.length > 1 && (
          <Button kind="text" onPress={() => controller.selectRows(rows)}>
            Show rows
          </Button>
        )}
        <Button kind="text" onPress={() => controller.goTo(first, column)}>
          Go to cell
          <span class="unseen">{` in row ${first}${column === '' ? '' : `, column ${column}`}`}</span>
        </Button>
        <CountAsEmpty group={group} state={state} controller={controller} />
        <AddFallback group={group} state={state} controller={controller} />
        {group.voicesOf !== '' && (
          <Button
            kind="text"
            onPress={() => {
              const language = voicesIn(group.voicesOf, state.voices.items);
              controller.dispatch({ type: 'query', of: 'voices', query: { language } });
              controller.dispatch({ type: 'tab', tab: 'voice' });
            }}
          >
            Choose a voice
          </Button>
        )}
        {group.newColumns.length > 0 && (
          <Button
            kind="text"
            onPress={() => controller.addColumns(group.newColumns).then(controller.recount)}
          >
            Add column {group.newColumns.map((header) => `“${header}”`).join(', ')}
          </Button>
        )}
      </div>
    </>
  );
}

/** One press makes a fallback or a block of what a machine wrote where nothing was known. */
function CountAsEmpty({ group, state, controller }: Parts & { readonly group: FindingGroup }) {
  const { sheet } = state;
  if (sheet === null || group.emptyWords.length === 0) return null;
  const words = group.emptyWords;
  return (
    <Button
      kind="text"
      onPress={() =>
        controller
          .setForSheet({ emptyWords: [...sheet.settings.emptyWords, ...words] }, sheet.tab)
          .then(() => controller.recount())
      }
    >
      Count {words.map((word) => `“${word}”`).join(', ')} as empty
    </Button>
  );
}

/** Leads to the sheet's own script with a fallback in it. The user reads it there, and saves it. */
function AddFallback({ group, state, controller }: Parts & { readonly group: FindingGroup }) {
  const { sheet, drafts } = state;
  if (sheet === null || group.fallback === '') return null;
  const script = drafts[sheet.tab] ?? sheet.defaults.script ?? '';
  const text = withFallback(script, group.column, group.fallback);
  if (text === script) return null;
  return (
    <Button
      kind="text"
      onPress={() => {
        controller.dispatch({ type: 'draft', tab: sheet.tab, text });
        controller.dispatch({ type: 'tab', tab: 'script' });
      }}
    >
      Add a fallback<span class="unseen"> for {group.column}</span>
    </Button>
  );
}
