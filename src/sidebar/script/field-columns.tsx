import type { SheetView } from '../../app/sidebar/contract.ts';
import type { PanelProps } from '../page/panel.ts';
import { missingFields, withColumn } from './script-fields.ts';

const ADD = '+';

/** The fields of a script that are no column of this sheet: each is given one of its columns, or a new one. */
export function FieldColumns({
  text,
  sheet,
  controller,
  onText,
}: Pick<PanelProps, 'controller'> & {
  readonly text: string;
  readonly sheet: SheetView;
  readonly onText: (text: string) => void;
}) {
  const missing = missingFields(text, [...sheet.fields, ...(sheet.outline?.headers ?? [])]);
  return (
    <>
      {missing.map((name) => (
        <label key={name} class="field">
          <span class="label">{`Which column is <<${name}>>?`}</span>
          <select
            value=""
            onChange={({ currentTarget: { value } }) => {
              if (value === ADD) void controller.addColumns([name]);
              else onText(withColumn(text, name, value));
            }}
          >
            <option value="">Choose…</option>
            <option value={ADD}>Add a column {name}</option>
            {sheet.fields.map((field, index) => (
              <option key={field + index} value={field}>
                {field}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}
