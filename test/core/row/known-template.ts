import type {
  TemplateFacts,
  TemplateKnowledge,
  TemplateVariables,
} from '../../../src/core/row/account-facts.ts';

/** A HeyGen template that was looked up, of which HeyGen tells the variables and what a test is about. */
export function knownTemplate(
  variables: TemplateVariables,
  told: Partial<TemplateFacts> = {},
): TemplateKnowledge {
  return { kind: 'known', ratio: '', scenes: [], variables, ...told };
}
