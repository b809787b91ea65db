import { useState } from 'preact/hooks';
import type { OptionalColumn } from '../../core/sheet/optional-columns.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';

/** The columns that this sheet could have besides. */
export function ColumnsBox({ state, controller }: Pick<PanelProps, 'state' | 'controller'>) {
  const [columns, setColumns] = useState<readonly OptionalColumn[] | null>(null);
  const show = async (): Promise<void> => {
    const reply = await controller.listColumns();
    if (reply.ok) setColumns(reply.value);
  };
  return (
    <Box
      name="columns"
      title="Optional columns"
      head={
        <Button kind="text" onPress={show}>
          {columns === null ? 'Show' : 'Refresh'}
          <span class="unseen"> optional columns</span>
        </Button>
      }
    >
      <Outcome state={state} of={['sidebarOptionalColumns', 'sidebarAddColumns']} />
      <ul class="issues undotted">
        {columns?.map(({ name, does }) => (
          <li key={name}>
            <Button kind="text" onPress={() => controller.addColumns([name]).then(show)}>
              Add {name}
            </Button>
            <p class="fine">{does}</p>
          </li>
        ))}
      </ul>
    </Box>
  );
}
