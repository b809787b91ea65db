import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Asks again for what a box shows. */
export function Refresh(props: {
  readonly label: string;
  readonly busy: boolean;
  readonly onPress: () => unknown;
}) {
  return (
    <Button kind="icon" {...props}>
      {!props.busy && <Icon shape="refresh" />}
    </Button>
  );
}
