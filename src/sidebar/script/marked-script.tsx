import type { RowView } from '../../app/contract.ts';
import { scriptParts } from './script-parts.ts';

/** The script as it will be spoken; what came from the row is marked and says which column it came from. */
export function MarkedScript({ row }: { readonly row: RowView }) {
  return (
    <p class="script">
      {scriptParts(row).map(({ text, field }, index) =>
        field === null ? (
          <span key={index}>{text}</span>
        ) : (
          <mark key={index} title={`From the column “${field}”`}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
