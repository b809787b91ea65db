import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MenuBar, MenuLine } from './commands.ts';

/** Items that the arrow keys reach. */
function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.children].flatMap((line) => {
    const item = line.querySelector<HTMLElement>(':scope > [role=menuitem]');
    return item === null ? [] : [item];
  });
}

/** A list of commands. The arrow keys move in it, Right opens a submenu, Left and Escape close it. */
export function MenuList(props: {
  readonly lines: readonly MenuLine[];
  readonly label: string;
  readonly close: () => void;
  readonly place?: { readonly left: number; readonly top: number };
}) {
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  useLayoutEffect(() => {
    const [first] = list.current === null ? [] : itemsOf(list.current);
    first?.focus();
  }, []);
  const walk = (event: KeyboardEvent): void => {
    if (list.current === null) return;
    const items = itemsOf(list.current);
    const at = items.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
      event.key
    ];
    if (to !== undefined) items[to % items.length]?.focus();
    else if (event.key === 'Escape') props.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const place =
    props.place === undefined ? {} : { style: `left:${props.place.left}px;top:${props.place.top}px` };
  return (
    <div
      class={props.place === undefined ? 'menu' : 'menu placed'}
      role="menu"
      aria-label={props.label}
      ref={list}
      onKeyDown={walk}
      {...place}
    >
      {props.lines.map((line, at) => {
        if (line.kind === 'line') return <hr key={`line ${at}`} />;
        if (line.kind === 'command') {
          const run = (): void => {
            props.close();
            line.run();
          };
          return (
            <div key={line.label} role="none" onMouseEnter={() => setOpen(null)}>
              <button type="button" role="menuitem" tabIndex={-1} onClick={run}>
                {line.label}
              </button>
            </div>
          );
        }
        return (
          <div key={line.label} role="none" class="sub" onMouseEnter={() => setOpen(at)}>
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-haspopup="menu"
              aria-expanded={open === at}
              onClick={() => setOpen(at)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowRight') return;
                event.stopPropagation();
                setOpen(at);
              }}
            >
              {line.label}
              <span aria-hidden="true">▸</span>
            </button>
            {open === at && <SubMenu line={line} close={props.close} back={() => setOpen(null)} />}
          </div>
        );
      })}
    </div>
  );
}

function SubMenu(props: {
  readonly line: Extract<MenuLine, { kind: 'submenu' }>;
  readonly close: () => void;
  readonly back: () => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const goBack = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft') return;
    event.stopPropagation();
    frame.current?.parentElement?.querySelector<HTMLElement>(':scope > [role=menuitem]')?.focus();
    props.back();
  };
  return (
    <div ref={frame} onKeyDown={goBack} role="none">
      <MenuList lines={props.line.lines} label={props.line.label} close={props.close} />
    </div>
  );
}

/** The line of menus above the sheet. */
export function MenuLineUp(props: { readonly menus: readonly MenuBar[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const close = (): void => {
    setOpen(null);
    heads()[at]?.focus();
  };
  const heads = (): HTMLElement[] => [...(bar.current?.querySelectorAll<HTMLElement>('.menu-head') ?? [])];
  useEffect(() => {
    if (open === null) return undefined;
    const elsewhere = (event: MouseEvent): void => {
      if (event.target instanceof Node && !bar.current?.contains(event.target)) setOpen(null);
    };
    document.addEventListener('mousedown', elsewhere);
    return () => document.removeEventListener('mousedown', elsewhere);
  }, [open]);
  const walk = (event: KeyboardEvent): void => {
    const count = props.menus.length;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const next = (at + (event.key === 'ArrowRight' ? 1 : count - 1)) % count;
      setAt(next);
      if (open === null) heads()[next]?.focus();
      else setOpen(next);
    } else if (event.key === 'ArrowDown' && open === null) setOpen(at);
    else return;
    event.preventDefault();
  };
  return (
    <div class="menu-bar" role="menubar" aria-label="Menus" tabIndex={-1} ref={bar} onKeyDown={walk}>
      {props.menus.map(({ label, lines }, index) => (
        <div key={label} class="menu-place" role="none">
          <button
            type="button"
            class="menu-head"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === index}
            tabIndex={index === at ? 0 : -1}
            onClick={() => {
              setAt(index);
              setOpen(open === index ? null : index);
            }}
            onMouseEnter={() => {
              if (open === null) return;
              setAt(index);
              setOpen(index);
            }}
          >
            {label}
          </button>
          {open === index && <MenuList lines={lines} label={label} close={close} />}
        </div>
      ))}
    </div>
  );
}
