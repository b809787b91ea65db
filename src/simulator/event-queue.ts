/** Something that happens by itself, without a request. */
export interface WorldEvent {
  /** Milliseconds. */
  readonly at: number;
  readonly kind: 'finish' | 'create-item';
  /** Id of a video or of a batch. */
  readonly id: string;
  /** Item of the batch; 0 for a video. */
  readonly index: number;
  /** Position in the order of creation of the video or batch. */
  readonly seq: number;
}

/**
 * Invariant: the order depends only on what the events are, not on when they were added. So a restored world
 * goes on exactly as the saved one would have. At equal times a slot is freed before an item looks for one.
 */
function before(left: WorldEvent, right: WorldEvent): boolean {
  if (left.at !== right.at) return left.at < right.at;
  if (left.kind !== right.kind) return left.kind === 'finish';
  if (left.seq !== right.seq) return left.seq < right.seq;
  return left.index < right.index;
}

/** A binary heap: the earliest event first. */
export class EventQueue {
  readonly #heap: WorldEvent[] = [];

  get size(): number {
    return this.#heap.length;
  }

  add(event: WorldEvent): void {
    const heap = this.#heap;
    let hole = heap.push(event) - 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(event, above)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = event;
  }

  /** When the earliest event is due. Null: nothing will happen. */
  nextAt(): number | null {
    return this.#heap[0]?.at ?? null;
  }

  /** Removes the earliest event and returns it, if it is due. */
  takeDue(now: number): WorldEvent | null {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.at > now) return null;
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(event: WorldEvent): void {
    const heap = this.#heap;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      const left = heap[child];
      if (left === undefined) break;
      let least = left;
      const right = heap[child + 1];
      if (right !== undefined && before(right, left)) {
        least = right;
        child += 1;
      }
      if (!before(least, event)) break;
      heap[hole] = least;
      hole = child;
    }
    heap[hole] = event;
  }
}
