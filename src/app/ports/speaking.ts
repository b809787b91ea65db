import type { Sent } from './heygen.ts';

/** Words as sound alone. */
export interface Sound {
  /** Where it can be heard; '' when HeyGen gave no address. */
  readonly url: string;
  /** Its exact length; null when HeyGen did not tell. */
  readonly seconds: number | null;
}

/** What HeyGen says without making a video. It costs little, and is charged at once. */
export interface Speaking {
  /** POST /v3/voices/speech, once: whether HeyGen knows an idempotency key here is not published. */
  speak(body: string, key: string): Sent<Sound>;
}
