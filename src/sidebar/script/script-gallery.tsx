import { SCRIPT_GALLERY } from '../../core/sheet/script-gallery.ts';
import { Button } from '../page/button.tsx';
import { missingFields } from './script-fields.ts';

/** Scripts to begin with, and the columns that each needs. Shown while the sheet has none of its own. */
export function ScriptGallery({ onPick }: { readonly onPick: (text: string) => void }) {
  return (
    <>
      <p class="fine">Or begin with one of these, and its columns:</p>
      <ul class="wide" aria-label="Scripts to begin with">
        {SCRIPT_GALLERY.map(({ name, text }) => (
          <li key={name}>
            <Button onPress={() => onPick(text)}>
              {name} <span class="fine">{missingFields(text, []).join(', ')}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
