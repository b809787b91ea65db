import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { Empty, Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { PickList } from '../page/pick-list.tsx';
import { Segments } from '../page/segments.tsx';
import { failureOf } from '../page/state.ts';
import { OWNERSHIPS } from './avatar-panel.tsx';
import { Found } from './found.tsx';
import { SearchField } from './search-field.tsx';
import { readable } from './search-text.ts';
import { VirtualList } from './virtual-list.tsx';
import { VoiceLine } from './voice-line.tsx';
import { EVERY_VOICE, findVoices, usesPauses, type VoiceQuery, voiceFacets } from './voice-search.ts';

const FILTERS = ['language', 'gender'] as const;

/** The picker of voices. */
export function VoicePanel({ state, desk, player, catalogue }: PanelProps) {
  const { voices, voiceQuery: query, sheet, choice, playing } = state;
  const row = sheet?.row ?? null;
  const look = catalogue.look(choice.avatarId || (row?.avatarId ?? ''));
  const own = look?.defaultVoiceId ?? '';
  const found = useMemo(() => findVoices(voices.items, query, own), [voices.items, query, own]);
  const facets = useMemo(() => voiceFacets(voices.items), [voices.items]);
  const change = (part: Partial<VoiceQuery>) => desk.dispatch({ type: 'voice-query', change: part });
  useEffect(() => player.stop, []);

  const inRow = row?.voiceId ?? '';
  const chosen = choice.voiceId || inRow;
  const speaking = catalogue.voice(chosen || own);
  const skipsPauses = row !== null && usesPauses(row.script) && speaking?.supportsPause === false;
  const foreign = inRow !== '' && voices.complete && !voices.known.has(inRow);
  return (
    <>
      <div class="toolbar">
        <SearchField label="Search voices" typed={query.typed} onType={(typed) => change({ typed })} />
        <div class="filters">
          {FILTERS.map((filter) => (
            <PickList
              key={filter}
              label={readable(filter)}
              blank="Any"
              value={query[filter]}
              words={facets[filter]}
              shown={readable}
              onPick={(word) => change({ [filter]: word })}
            />
          ))}
        </div>
        <Segments
          label="Whose voices"
          name="voice-ownership"
          value={query.ownership}
          words={OWNERSHIPS}
          onPick={(ownership) => change({ ownership })}
        />
        <Found
          found={found.length}
          loaded={voices.items.length}
          complete={voices.complete}
          failure={failureOf(state, 'sidebarVoices')}
          one="voice"
          onRetry={() => desk.loadVoices()}
        />
      </div>
      {skipsPauses && (
        <Message kind="warning">
          The script of row {row.number} has pauses, and the voice {speaking.name} does not speak them. Choose
          another voice, or take out <code>{'<break …/>'}</code>.
        </Message>
      )}
      {foreign && (
        <Message kind="warning">
          Row {row?.number} names the voice <code>{inRow}</code>, which is not in this account. Choose another
          voice.
        </Message>
      )}
      {found.length === 0 ? (
        voices.complete && (
          <Empty title={voices.items.length === 0 ? 'No voices' : 'No voice fits'}>
            {voices.items.length > 0 && (
              <Button onPress={() => change(EVERY_VOICE)}>Clear search and filters</Button>
            )}
          </Empty>
        )
      ) : (
        <VirtualList
          name="voices"
          label="Voices"
          hint="Arrow keys move, Enter chooses, the space bar plays the preview."
          items={found}
          query={query}
          width={14}
          height={3.25}
          chosenId={chosen}
          onChoose={(voice) => desk.dispatch({ type: 'choose', choice: { voiceId: voice.id } })}
          onSpace={(voice) => player.toggle(voice)}
          draw={(voice, face) => (
            <VoiceLine
              voice={voice}
              face={face}
              ofLook={voice.id === own}
              playing={playing?.voiceId === voice.id ? playing.phase : null}
            />
          )}
        />
      )}
    </>
  );
}
