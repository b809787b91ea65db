import { headerKey, INPUT_COLUMNS } from '../columns/columns.ts';
import type { TemplateRequest } from '../heygen/video-request.ts';
import { excerpt, listed } from '../issue.ts';
import { outputField, repeatedField } from '../merge/field-issue.ts';
import type { TemplateFacts, TemplateVariable } from '../row/account-facts.ts';
import { cellIssue } from '../sheet/cell-issue.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { speakableText } from '../speech/speakable-text.ts';
import type { RequestContext } from './speaker.ts';
import { variableBody } from './template-variable.ts';
import { type VariableText, variableText } from './variable-text.ts';

/** The request for a HeyGen template, and the cells that it was made from. */
export interface FilledTemplate {
  readonly request: TemplateRequest;
  /** The row's part of the request: what was put into the variables, by name. */
  readonly filled: readonly (readonly [name: string, text: string])[];
  readonly sources: readonly string[];
}

/** Fills each variable of a template from the column of its name. Null when that fails, which is an issue. */
export function templateRequest(context: RequestContext, table: Table, row: Row): FilledTemplate | null {
  const { fields, facts, findings } = context;
  const { template_id } = fields;
  if (template_id === undefined) return null;
  const found = facts.templates.get(template_id);
  if (found?.kind === 'unreachable') {
    findings.issue(
      'template_unreachable',
      'template_id',
      `The template ${excerpt(template_id)} could not be looked up, so its variables are not known. ${found.why} Then render this row again.`,
    );
    return null;
  }
  if (found === undefined) {
    findings.issue(
      'template_unknown',
      'template_id',
      `Your HeyGen account has no template ${excerpt(template_id)} with variables to fill. Pick a template in the sidebar, or copy its id from HeyGen.`,
    );
    return null;
  }
  const bodies: [string, object][] = [];
  const filled: [string, string][] = [];
  const sources: string[] = [];
  for (const variable of found.variables) {
    const value = valueFor(variable, context, table, row);
    if (value === null) continue;
    sources.push(...value.used);
    const body = variableBody(variable, value.text, context.findings);
    if (body === null) continue;
    bodies.push([variable.name, body]);
    filled.push([variable.name, value.text]);
  }
  const { title, test_mode, template } = fields;
  const { dimension: _size, scene_ids: _scenes, ...settings } = template ?? {};
  return {
    request: {
      variables: Object.fromEntries(bodies),
      ...settings,
      ...scenesOf(context, found),
      ...sizeOf(context, found),
      ...(title === undefined ? {} : { title }),
      ...captionOf(context),
      ...(test_mode === true ? { test: true } : {}),
    },
    filled,
    sources: [...new Set(sources)],
  };
}

/** The text for a variable. Null when the template's own value stays, or after an issue. */
function valueFor(
  variable: TemplateVariable,
  { fields, findings }: RequestContext,
  table: Table,
  row: Row,
): VariableText | null {
  const { name, type } = variable;
  const shown = excerpt(name);
  const found = table.fieldOf(name);
  if (found.kind === 'output') findings.add([outputField(name, 'template_id')]);
  if (found.kind === 'repeated') findings.add([repeatedField(name, 'template_id', found.indexes)]);
  if (found.kind === 'unknown' && type === 'text') {
    findings.issue(
      'variable_missing',
      'template_id',
      `The template's variable "${shown}" matches no column. Add a column named "${shown}".`,
    );
  }
  if (found.kind !== 'column') return null;
  const cell = cellOf(row, found.index);
  const header = table.headers[found.index] ?? name;
  const why = unusable(cell);
  if (why !== null) {
    // Issues of Reelmerge's own columns are already reported.
    if (!INPUT_COLUMNS.some((column) => headerKey(column.name) === headerKey(name))) {
      findings.add([cellIssue(header, cell, why)]);
    }
    return null;
  }
  const value = variableText(variable, row, table, fields.locale);
  findings.add(value.issues);
  if (value.issues.length > 0) return null;
  const text = type === 'text' ? speakableText({ text: value.text, marks: [] }).text : value.text;
  if (text !== '') return { ...value, text };
  // The template's own picture or speaker can stay. Its placeholder text must not be spoken.
  if (type !== 'text') return null;
  const empty = isBlank(cell) ? 'is empty' : 'is empty after merging';
  findings.issue(
    'variable_empty',
    header,
    `The cell "${excerpt(header)}" ${empty}, but the template needs it. Fill the cell.`,
  );
  return null;
}

/** A template's subtitles can only be burned in. A sheet default that asks for a file is ignored. */
function captionOf({ fields, isDefault, findings }: RequestContext): Pick<TemplateRequest, 'caption'> {
  const { caption } = fields;
  if (caption !== 'file') return caption === undefined ? {} : { caption: caption !== 'off' };
  if (!isDefault('caption')) {
    findings.issue(
      'choice_unknown',
      'caption',
      'A template\'s subtitles can only be burned in. Write burned in or off in the column "caption".',
    );
  }
  return {};
}

/** The scenes to render. Unknown ones are an issue, if HeyGen says which scenes the template has. */
function scenesOf(
  { fields, isDefault, findings }: RequestContext,
  { scenes }: TemplateFacts,
): Pick<TemplateRequest, 'scene_ids'> {
  const { scene_ids } = fields.template ?? {};
  if (scene_ids === undefined) return {};
  const unknown = scenes.length === 0 ? undefined : scene_ids.find((id) => !scenes.includes(id));
  if (unknown === undefined) return { scene_ids };
  if (!isDefault('template_scenes')) {
    const some = scenes.slice(0, MOST_SCENES).map(excerpt);
    const named = scenes.length > MOST_SCENES ? [...some, 'more'] : some;
    findings.issue(
      'scene_unknown',
      'template_scenes',
      `The template has no scene "${excerpt(unknown)}". Its scenes are ${listed(named, 'and')}. Write their ids, or clear the cell to render all of them.`,
    );
  }
  return {};
}

/** A message names at most so many scenes. */
const MOST_SCENES = 6;

/** The size, which must have the template's aspect ratio. Any size passes when HeyGen does not say the ratio. */
function sizeOf(
  { fields, isDefault, findings }: RequestContext,
  { ratio }: TemplateFacts,
): Pick<TemplateRequest, 'dimension'> {
  const { dimension } = fields.template ?? {};
  if (dimension === undefined) return {};
  const [, across, down] = /^(\d{1,4}(?:\.\d+)?):(\d{1,4}(?:\.\d+)?)$/u.exec(ratio) ?? [];
  const { width, height } = dimension;
  const stretch = (width * Number(down)) / (height * Number(across));
  // Sizes in whole even pixels match a ratio only roughly. An unknown ratio gives NaN and passes.
  if (!(Math.abs(stretch - 1) > 0.01)) return { dimension };
  if (!isDefault('template_size')) {
    findings.issue(
      'size_other_shape',
      'template_size',
      `The template_size ${width}x${height} does not have the template's aspect ratio, which is ${ratio}. Write a size with that ratio, or clear the cell.`,
    );
  }
  return {};
}
