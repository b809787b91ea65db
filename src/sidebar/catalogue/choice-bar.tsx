import { counted } from '../amounts.ts';
import { Button } from '../page/button.tsx';
import { Icon } from '../page/icon.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { type Choice, isPending } from '../page/state.ts';
import { safeUrl } from '../safe-url.ts';
import { MovingPreview } from './moving-preview.tsx';
import { idsToUse, isNothing } from './use-choice.ts';

/** What is chosen, and the two things that can be done with it. */
export function ChoiceBar({ state, desk, player, catalogue }: PanelProps) {
  const { sheet, choice, tab, playing } = state;
  const ids = idsToUse(state);
  const rows = sheet?.selectedRows ?? 0;
  const look = catalogue.look(ids.avatarId);
  const voice = catalogue.voice(ids.voiceId);
  const name = tab === 'avatar' ? nameOf(ids.avatarId, look?.name) : nameOf(ids.voiceId, voice?.name);
  const picked = tab === 'avatar' ? choice.avatarId !== '' : choice.voiceId !== '';
  return (
    <footer class="footer">
      <Outcome state={state} of={['sidebarUse', 'sidebarDefaults', 'sidebarConnect']} />
      {isNothing(ids) ? (
        <p class="fine">
          {tab === 'avatar'
            ? 'Choose a look to use it in your rows.'
            : 'Choose a voice to use it in your rows.'}
        </p>
      ) : (
        <>
          <div class="chosen-line">
            {tab === 'avatar' && look !== undefined && (
              <MovingPreview name={look.name} imageUrl={look.previewImageUrl} videoUrl="" active={false} />
            )}
            {tab === 'voice' && voice !== undefined && safeUrl(voice.previewAudioUrl) !== '' && (
              <Button
                kind="icon"
                label={
                  playing?.voiceId === voice.id ? 'Stop the preview' : `Play the preview of ${voice.name}`
                }
                onPress={() => player.toggle(voice)}
              >
                <Icon shape={playing?.voiceId === voice.id ? 'stop' : 'play'} />
              </Button>
            )}
            <span class="about">
              <span class="name cut" title={name}>
                {name}
              </span>
              <span class="fine cut">{sayWhere(picked, ids, state, catalogue)}</span>
            </span>
            {!isNothing(choice) && (
              <Button
                kind="icon"
                label="Take the choice back"
                onPress={() => desk.dispatch({ type: 'choose', choice: { avatarId: '', voiceId: '' } })}
              >
                <Icon shape="close" />
              </Button>
            )}
          </div>
          <Button
            kind="main"
            busy={isPending(state, 'sidebarUse')}
            off={rows === 0}
            onPress={() => desk.use(ids)}
          >
            {rows === 0 ? 'Select rows in the sheet' : `Use for ${counted(rows, 'selected row')}`}
          </Button>
          <Button
            kind="text"
            busy={isPending(state, 'sidebarDefaults')}
            off={sheet === null}
            onPress={() => desk.setDefaults(defaultsOf(ids), sheet?.tab ?? '')}
          >
            Use as this sheet’s default
          </Button>
        </>
      )}
    </footer>
  );
}

function nameOf(id: string, name: string | undefined): string {
  return id === '' ? 'Unchanged' : name === undefined || name === '' ? id : name;
}

/** Where the choice stands now, or what else is written with it. */
function sayWhere(
  picked: boolean,
  ids: Choice,
  { sheet, tab }: PanelProps['state'],
  catalogue: PanelProps['catalogue'],
): string {
  if (tab === 'avatar' && ids.voiceId !== '')
    return `with voice ${nameOf(ids.voiceId, catalogue.voice(ids.voiceId)?.name)}`;
  if (tab === 'voice' && ids.avatarId !== '')
    return `with look ${nameOf(ids.avatarId, catalogue.look(ids.avatarId)?.name)}`;
  if (picked) return 'Chosen, not written yet';
  return sheet?.row ? `In row ${sheet.row.number}` : '';
}

function defaultsOf({ avatarId, voiceId }: Choice): Partial<Record<'avatar_id' | 'voice_id', string>> {
  return {
    ...(avatarId === '' ? {} : { avatar_id: avatarId }),
    ...(voiceId === '' ? {} : { voice_id: voiceId }),
  };
}
