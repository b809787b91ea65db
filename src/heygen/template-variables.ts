import type { TemplateVariables } from '../core/row/account-facts.ts';
import type { WireTemplateDetail } from './schemas.ts';

/** Not HeyGen's word. A variable of this type is not filled, and a cell for it is an issue. */
const UNKNOWN = 'unknown';

/** These keys of a value belong to one type only, so they show the type of a value that does not name it. */
const TYPE_BY_CONTENT: readonly (readonly [string, string])[] = [
  ['content', 'text'],
  ['character_id', 'character'],
  ['voice_id', 'voice'],
];

/**
 * A template's variables: those that it lists and those that its scenes use. HeyGen does not publish the shape of a
 * value, so the type is taken from the value, from the scenes that use the variable, or else unknown.
 */
export function templateVariables({ variables, scenes }: WireTemplateDetail): TemplateVariables {
  const values = new Map(Object.entries(variables ?? {}));
  const types = new Map(
    (scenes ?? []).flatMap((scene) =>
      (scene.variables ?? []).map((used): [string, string] => [used.name, used.variable_type]),
    ),
  );
  const names = [...new Set([...values.keys(), ...types.keys()])].filter((name) => name !== '');
  return names.map((name) => {
    const value = values.get(name);
    const type = typeNamed(value) || types.get(name) || typeByContent(value) || UNKNOWN;
    return { name, type, ...(value === undefined ? {} : { value }) };
  });
}

function typeNamed(value: unknown): string {
  return isRecord(value) && typeof value.type === 'string' ? value.type : '';
}

function typeByContent(value: unknown): string {
  if (!isRecord(value)) return '';
  return TYPE_BY_CONTENT.find(([key]) => typeof value[key] === 'string')?.[1] ?? '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
