import * as z from 'zod/mini';
import type { Problem } from '../../core/heygen/problem.ts';
import type { LookFacts } from '../../core/row/account-facts.ts';
import type { Look, Ownership, Template, TemplateDetail, Voice } from '../ports/catalogue.ts';

/*
 * The shapes of what is kept of HeyGen's answers. When a type gets a field that its shape lacks, this does not
 * compile. Each is made at its first use, because every click starts the script anew.
 */

const text = z.string();
const texts = z.array(text);
const ownership: z.ZodMiniType<Ownership> = z.enum(['public', 'private']);

const look = {
  id: text,
  name: text,
  type: text,
  gender: text,
  groupId: text,
  previewImageUrl: text,
  previewVideoUrl: text,
  defaultVoiceId: text,
  orientation: text,
  engines: texts,
  tags: texts,
  status: text,
};

export const OWNED_LOOK: z.ZodMiniType<Look & { readonly ownership: Ownership }> = z.lazy(() =>
  z.object({
    ...look,
    ownership,
  }),
);

export const VOICE: z.ZodMiniType<Voice> = z.lazy(() =>
  z.object({
    id: text,
    name: text,
    language: text,
    gender: text,
    type: ownership,
    previewAudioUrl: text,
    supportsPause: z.boolean(),
    supportsLocale: z.boolean(),
  }),
);

const template = { id: text, name: text, thumbnailUrl: text, aspectRatio: text };

export const TEMPLATE: z.ZodMiniType<Template> = z.lazy(() => z.object(template));

export const TEMPLATE_DETAIL: z.ZodMiniType<TemplateDetail> = z.lazy(() =>
  z.object({
    ...template,
    variables: z.array(z.object({ name: text, type: text, value: z.optional(z.unknown()) })),
    sceneIds: texts,
  }),
);

export const LOOK_FACTS: z.ZodMiniType<LookFacts> = z.lazy(() =>
  z.object({
    type: text,
    engines: texts,
    voiceId: z.optional(text),
    name: z.optional(text),
  }),
);

export const PROBLEM: z.ZodMiniType<Problem> = z.lazy(() =>
  z.object({
    kind: z.enum(['row', 'stop', 'wait', 'outage']),
    code: text,
    message: text,
    httpStatus: z.number(),
    requestId: text,
    waitSeconds: z.number(),
  }),
);
