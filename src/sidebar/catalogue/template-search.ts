import type { Template } from '../../app/ports/catalogue.ts';
import { type Entry, searchable } from './search.ts';

/** Search finds HeyGen templates by name and id. */
export function indexTemplate(template: Template): Entry<Template> {
  return { item: template, text: searchable([template.name, template.id]), words: {} };
}
