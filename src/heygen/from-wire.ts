import type { Account } from '../app/ports/heygen.ts';
import { unixSeconds } from '../core/heygen/unix-time.ts';
import type { BatchItem, StatusEntry, Video, VideoState } from '../core/heygen/video.ts';
import { NO_LINKS, videoLinks } from '../core/heygen/video-links.ts';
import { failureDetails } from './failure-details.ts';
import type { Page } from './paging.ts';
import type { Clean } from './redaction.ts';
import type { WireAccount, WireBatchItem, WireStatusEntry, WireVideo } from './schemas.ts';

/** A page of a list. HeyGen's `has_more` decides whether there is another one; if that is missing, the token does. */
export function pageOf<Wire, Item>(
  entries: { readonly readable: readonly Wire[]; readonly unreadable: number },
  cursor: { readonly has_more: boolean | null; readonly next_token: string },
  toItem: (wire: Wire) => Item,
): Page<Item> {
  const hasMore = cursor.has_more ?? cursor.next_token !== '';
  return {
    items: entries.readable.map(toItem),
    unreadable: entries.unreadable,
    hasMore,
    nextToken: hasMore ? cursor.next_token : '',
  };
}

const STATES: ReadonlyMap<string, VideoState> = new Map([
  ['waiting', 'waiting'],
  ['pending', 'waiting'],
  ['queued', 'waiting'],
  ['completed', 'completed'],
  ['failed', 'failed'],
  ['not_found', 'not_found'],
]);

/** Our word for HeyGen's status. Any but the three final ones means that the video is still under way. */
function videoState(word: string): VideoState {
  return STATES.get(word.trim().toLowerCase()) ?? 'rendering';
}

export function videoOf(wire: WireVideo, clean: Clean): Video {
  return {
    id: wire.id,
    title: wire.title,
    state: videoState(wire.status),
    ...videoLinks(({ link }) => wire[link]),
    seconds: wire.duration,
    createdAt: unixSeconds(wire.created_at),
    completedAt: unixSeconds(wire.completed_at),
    ...failureDetails(wire, clean),
  };
}

/** A video that HeyGen does not have: only its id is known. */
export function missingVideo(id: string): Video {
  return { ...UNREADABLE_VIDEO, id, state: 'not_found' };
}

/** A list's entry that cannot be read. It is nobody's video, and counts as under way where videos are counted. */
export const UNREADABLE_VIDEO: Video = {
  id: '',
  title: '',
  state: 'rendering',
  ...NO_LINKS,
  seconds: null,
  createdAt: null,
  completedAt: null,
  failureCode: '',
  failureMessage: '',
};

export function batchItemOf(wire: WireBatchItem, clean: Clean): BatchItem {
  return {
    index: wire.item_index,
    videoId: wire.video_id,
    state: videoState(wire.status),
    ...failureDetails(wire, clean),
  };
}

export function statusEntryOf(wire: WireStatusEntry, clean: Clean): StatusEntry {
  return {
    videoId: wire.video_id,
    batchId: wire.batch_id,
    index: wire.item_index,
    state: videoState(wire.status),
    ...failureDetails(wire, clean),
  };
}

export function accountOf(wire: WireAccount): Account {
  return { username: wire.username, email: wire.email, balance: balanceOf(wire), billing: wire.billing_type };
}

/** The balance that `billing_type` names; for an unknown word the first one that is filled. */
function balanceOf(wire: WireAccount): Account['balance'] {
  const { wallet, subscription, usage_based: usage } = wire;
  const balances: Readonly<Record<string, () => Account['balance']>> = {
    wallet: () => amount(wallet?.remaining_balance, wallet?.currency === 'credits' ? 'credits' : 'usd'),
    subscription: () => {
      const parts = [subscription?.credits?.premium_credits, subscription?.credits?.add_on_credits];
      const filled = parts.map((part) => part?.remaining ?? null).filter((left) => left !== null);
      return filled.length === 0
        ? null
        : amount(
            filled.reduce((sum, left) => sum + left, 0),
            'credits',
          );
    },
    usage_based: () => amount(usage?.remaining_credits, 'credits') ?? capLeft(usage),
  };
  const named = Object.keys(balances).filter((name) => name === wire.billing_type);
  for (const name of named.length > 0 ? named : Object.keys(balances)) {
    const balance = balances[name]?.() ?? null;
    if (balance !== null) return balance;
  }
  return null;
}

function capLeft(usage: WireAccount['usage_based']): Account['balance'] {
  const cap = usage?.spending_cap_usd ?? null;
  return cap === null ? null : amount(cap - (usage?.spending_current_usd ?? 0), 'usd');
}

function amount(left: number | null | undefined, unit: 'usd' | 'credits'): Account['balance'] {
  return left === null || left === undefined ? null : { amount: left, unit };
}
