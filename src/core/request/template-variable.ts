import { readAsset } from '../columns/asset.ts';
import { COPIED, readIdentifier } from '../columns/identifier.ts';
import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import type { TemplateVariable } from '../row/account-facts.ts';
import type { Findings } from '../row/findings.ts';

/**
 * A variable's text in the shape that the POST takes. The template's own value shows the shape. Null after an issue.
 */
export function variableBody(variable: TemplateVariable, text: string, findings: Findings): object | null {
  const read = contentOf(variable, text);
  if (!read.ok) {
    findings.add([read.failure]);
    return null;
  }
  const { type, value } = variable;
  const shape = isRecord(value) ? value : {};
  if (isRecord(shape.properties)) {
    return { ...shape, properties: { ...withoutContent(shape.properties), ...read.value } };
  }
  return { ...withoutContent(shape), type, ...read.value };
}

function contentOf({ name, type }: TemplateVariable, text: string): Result<object, Issue> {
  switch (type) {
    case 'text':
      return success({ content: text });
    case 'image':
    case 'video':
    case 'audio': {
      if (/^\s*data:/iu.test(text)) return failure(inCell(name));
      const file = readAsset(excerpt(name), text, type);
      if (!file.ok) return file;
      return success(file.value.type === 'url' ? { url: file.value.url } : withoutType(file.value));
    }
    case 'character':
    case 'voice': {
      const id = readIdentifier(excerpt(name), text, COPIED);
      if (!id.ok) return id;
      return success(type === 'voice' ? { voice_id: id.value } : { character_id: id.value });
    }
    default:
      return failure({
        code: 'variable_unknown',
        column: name,
        message: `The template's variable "${excerpt(name)}" has the type ${excerpt(type)}, which Reelmerge does not know. Clear the cell to keep the template's own value.`,
      });
  }
}

function inCell(name: string): Issue {
  return {
    code: 'inline_malformed',
    column: name,
    message: `The ${excerpt(name)} contains the file itself, which templates do not accept. Upload it in the sidebar and write asset:<id>, or give its https:// address.`,
  };
}

function withoutType(file: { readonly type: string }): object {
  const { type: _, ...rest } = file;
  return rest;
}

/** The keys for a variable's content. HeyGen accepts at most one of them. */
const CONTENT = ['content', 'url', 'asset_id', 'character_id', 'voice_id', 'media_type', 'data'];

function withoutContent(shape: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(shape).filter(([key]) => !CONTENT.includes(key)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
