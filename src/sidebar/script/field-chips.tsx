import { useState } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import { mergeField } from './merge-field.ts';

/** The sheet's headers as chips. Each inserts its merge field at the caret. */
export function FieldChips(props: {
  readonly fields: readonly string[];
  readonly onInsert: (field: string) => void;
}) {
  const [header, setHeader] = useState('');
  const [word, setWord] = useState('');
  const { fields } = props;
  if (fields.length === 0) return <p class="fine">Give the sheet’s columns names to merge them.</p>;
  const field = fields.includes(header) ? header : (fields[0] ?? '');
  return (
    <div class="fields">
      <ul class="chips" aria-label="Insert a merge field">
        {fields.map((name, index) => (
          <li key={name + index}>
            <button type="button" class="chip" onClick={() => props.onInsert(mergeField(name, null))}>
              <EllipsisText text={mergeField(name, null)} />
            </button>
          </li>
        ))}
      </ul>
      <details>
        <summary>For empty cells…</summary>
        <div class="fallback">
          <label class="field">
            <span class="label">When this cell is empty</span>
            <select value={field} onChange={(event) => setHeader(event.currentTarget.value)}>
              {fields.map((name, index) => (
                <option key={name + index} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span class="label">Say this instead, or leave it blank</span>
            <input
              type="text"
              placeholder="there"
              value={word}
              onInput={(event) => setWord(event.currentTarget.value.replace(/[<>|]/gu, ''))}
            />
          </label>
          <Button onPress={() => props.onInsert(mergeField(field, word.trim()))}>
            <EllipsisText text={`Insert ${mergeField(field, word.trim())}`} />
          </Button>
        </div>
      </details>
    </div>
  );
}
