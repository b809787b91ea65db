import type { ComponentChildren } from 'preact';
import { safeUrl } from '../safe-url.ts';

/** A link that opens in a new tab. Just its text when the address is not safe to open. */
export function OutsideLink(props: { readonly address: string; readonly children: ComponentChildren }) {
  const address = safeUrl(props.address);
  if (address === '') return <span>{props.children}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {props.children}
    </a>
  );
}
