import type { TemplateSummary } from '../../app/ports/contract.ts';
import { type Entry, searchable } from './search.ts';

/** HeyGen's templates are found by name and id. */
export function indexTemplate(template: TemplateSummary): Entry<TemplateSummary> {
  return { item: template, text: searchable([template.name, template.id]), words: {} };
}
