import { SCRIPT_GALLERY } from '../../core/sheet/script-gallery.ts';
import { Button } from '../page/button.tsx';
import { missingFields } from './script-fields.ts';

/** Scripts to begin with, and the columns that each needs. Shown while the sheet has none of its own. */
export function ScriptGallery(props: {
  /** Folded where the rows speak already: what they say is worth the room. */
  readonly folded: boolean;
  readonly onPick: (text: string) => void;
}) {
  return (
    <details open={!props.folded}>
      <summary>Or begin with an example</summary>
      <ul class="wide" aria-label="Scripts to begin with">
        {SCRIPT_GALLERY.map(({ name, text }) => (
          <li key={name}>
            <Button onPress={() => props.onPick(text)}>
              {name} <span class="fine">{missingFields(text, []).join(', ')}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
