import * as z from 'zod';
import { faultSchema } from './faults.ts';
import { failure, type Result, success } from './result.ts';

const count = z.int().min(0);
const milliseconds = z.int().min(0);

/** Everything that can be chosen about the simulated world, with its defaults. All of it can change at runtime. */
const optionsSchema = z.strictObject({
  seed: z.int().default(1),
  /** Where the URLs in replies point to. No slash at the end. */
  publicUrl: z.string().default('https://simulator.invalid'),
  /** Key → username. Null: every non-empty key belongs to the one account `local`. */
  keys: z.record(z.string(), z.string()).nullable().default(null),

  looks: count.default(60),
  voices: count.default(40),
  /** Adds looks, voices and templates whose names are markup, formulas and other hostile text. */
  hostileNames: z.boolean().default(false),
  /** Engines that HeyGen has added: digital twins support them, and requests may name them. */
  newEngines: z.array(z.string()).default([]),

  /** Videos of one account that render at once. */
  slots: z.int().min(1).default(10),
  /** False: an item of a batch fails with `rate_limit_exceeded` if all slots are taken. */
  batchQueues: z.boolean().default(true),
  /** True: a free slot goes to the batch that has the fewest. False: to the video that waits longest. */
  sideBySide: z.boolean().default(false),
  honourBatchKeys: z.boolean().default(false),
  /** How long an accepted batch has no videos at all. */
  idsLateMs: milliseconds.default(0),
  /** How long each further video of a batch takes to be created. */
  itemMs: milliseconds.default(100),
  /** Shortest and longest render. Engine `avatar_v` takes three times as long. */
  renderMs: z.tuple([milliseconds, milliseconds]).default([60_000, 300_000]),

  failureRate: z.number().min(0).max(1).default(0),
  /** Videos with this in their title or spoken text fail while they render. '' for none. */
  failWhen: z.string().default(''),
  /** '' leaves the field out of the reply, as HeyGen sometimes does. */
  failureCode: z.string().default('internal_error'),
  failureMessage: z.string().default('The video could not be rendered.'),
  /** Requests with this in their spoken text are refused, with the next three options. '' for none. */
  refuseWhen: z.string().default(''),
  /** 200 answers with an error envelope and no data, as HeyGen sometimes does. */
  refuseStatus: z.int().min(200).max(499).default(400),
  refuseCode: z.string().default('content_policy_violation'),
  refuseMessage: z.string().default('The script violates the content policy.'),
  /** Plays the older API: it accepts `test: true`, and the video is free. */
  acceptTest: z.boolean().default(false),
  /**
   * How a refusal names a field of a video: `test` (plain) or `avatar.test` (typed). HeyGen does both, and
   * `varies` changes from one request to the next.
   */
  paramNames: z.enum(['plain', 'typed', 'varies']).default('plain'),
  /** One unknown or ill-typed field in an item refuses the whole batch, and names `videos.0.test`. */
  batchesRefusedWhole: z.boolean().default(false),

  /** US dollars that each account has ever had: a higher number is a top-up. Null: no limit. */
  credit: z.number().min(0).nullable().default(100_000),
  creditStatus: z.int().min(200).max(499).default(402),
  /** HeyGen also says `MOVIO_PAYMENT_INSUFFICIENT_CREDIT`, in any case of letters. */
  creditCode: z.string().default('insufficient_credit'),
  /** Every video is accepted. One that the credit does not cover fails when its render ends. */
  creditEndsLate: z.boolean().default(false),
  lateCreditCode: z.string().default('MOVIO_PAYMENT_INSUFFICIENT_CREDIT'),
  /** US dollars per output second. Null: the published prices. */
  costPerSecond: z.number().min(0).nullable().default(null),
  /** What a completed video is charged, against what it should have cost: a price that has changed meanwhile. */
  priceFactor: z.number().min(0).default(1),
  /** Characters a second, of voices that do not speak at the usual speed. */
  voiceSpeeds: z.record(z.string(), z.number().min(1)).default({}),
  billing: z.enum(['wallet', 'subscription', 'usage_based']).default('wallet'),

  /** Null: no limit. */
  requestsPerMinute: z.int().min(1).nullable().default(null),
  /** Seconds in `Retry-After` when all slots are taken. Null: until the next slot is free, at most 60. */
  retryAfterSeconds: z.int().min(0).nullable().default(null),
  /** How long a new video is missing from `GET /v3/videos`. */
  listLagMs: milliseconds.default(0),
  shufflePages: z.boolean().default(false),
  unknownStatusWords: z.boolean().default(false),
  urlTtlSeconds: z
    .int()
    .min(1)
    .default(7 * 86_400),
  /** How long the answer to a key is 409 after its request was accepted. */
  inFlightMs: milliseconds.default(0),
  /** How long a request takes on an ordinary day, in virtual time. */
  latencyMs: milliseconds.default(50),
  /** How long a new upload is refused with `asset_not_found`. */
  assetLagMs: milliseconds.default(5_000),
  maxBodyBytes: z
    .int()
    .min(1)
    .default(32 * 1024 * 1024),
  faults: z.array(faultSchema).default([]),
});

export type SimulatorOptions = z.infer<typeof optionsSchema>;
/** Any part of the options. What is left out stays as it is, or has its default at the start. */
export type SimulatorChoices = Partial<z.input<typeof optionsSchema>>;

/** Lays `choices` over `current`. A failure is a sentence that names the option and what it must be. */
export function chooseOptions(current: object, choices: unknown): Result<SimulatorOptions, string> {
  if (typeof choices !== 'object' || choices === null || Array.isArray(choices)) {
    return failure('The options must be a JSON object.');
  }
  const parsed = optionsSchema.safeParse({ ...current, ...choices });
  if (parsed.success) return success(parsed.data);
  const issue = parsed.error.issues[0];
  return failure(`Option ${issue?.path.join('.') || '(root)'}: ${issue?.message ?? 'not valid'}.`);
}
