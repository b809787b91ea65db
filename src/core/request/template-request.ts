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

/** The body for a template of HeyGen's, and the cells that its words were made of. */
export interface FilledTemplate {
  readonly request: TemplateRequest;
  /** What was put into the variables, by name: the row's part of the request. */
  readonly filled: readonly (readonly [name: string, text: string])[];
  readonly sources: readonly string[];
}

/** Fills the variables of a template from the columns of their names; null when that cannot be done, which was told. */
export function templateRequest(context: RequestContext, table: Table, row: Row): FilledTemplate | null {
  const { fields, facts, findings } = context;
  const { template_id } = fields;
  if (template_id === undefined) return null;
  const found = facts.templates.get(template_id);
  if (found?.kind === 'unreachable') {
    findings.issue(
      'template_unreachable',
      'template_id',
      `The template ${excerpt(template_id)} could not be looked up just now, and its variables have to be known. ${found.why} Then render this row again.`,
    );
    return null;
  }
  if (found === undefined) {
    findings.issue(
      'template_unknown',
      'template_id',
      `The template ${excerpt(template_id)} is not among those of your HeyGen account that can be filled. Pick it in the sidebar, or copy its id from HeyGen.`,
    );
    return null;
  }
  const bodies: [string, object][] = [];
  const filled: [string, string][] = [];
  const sources: string[] = [];
  for (const variable of found.variables) {
    const value = textFor(variable, context, table, row);
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

/** The text for a variable; null when its template's own value stays, or an issue says why there is none. */
function textFor(
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
      `The template's variable "${shown}" fits no column. Add a column named "${shown}".`,
    );
  }
  if (found.kind !== 'column') return null;
  const cell = cellOf(row, found.index);
  const header = table.headers[found.index] ?? name;
  const why = unusable(cell);
  if (why !== null) {
    // A column that Reelmerge reads by itself has told it already.
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
  // What the template shows or who speaks in it can stay as it is; a placeholder must not be spoken.
  if (type !== 'text') return null;
  const empty = isBlank(cell) ? 'is empty' : 'is empty after merging';
  findings.issue(
    'variable_empty',
    header,
    `The cell "${excerpt(header)}" ${empty}, and the template needs it. Fill the cell.`,
  );
  return null;
}

/** Subtitles of a template are burned in or not there. A default for other videos that it cannot follow is left out. */
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

/** Only scenes that the template has can be rendered, as far as HeyGen tells which these are. */
function scenesOf(
  { fields, isDefault, findings }: RequestContext,
  { scenes }: TemplateFacts,
): Pick<TemplateRequest, 'scene_ids'> {
  const { scene_ids } = fields.template ?? {};
  if (scene_ids === undefined) return {};
  const stranger = scenes.length === 0 ? undefined : scene_ids.find((id) => !scenes.includes(id));
  if (stranger === undefined) return { scene_ids };
  if (!isDefault('template_scenes')) {
    findings.issue(
      'scene_unknown',
      'template_scenes',
      `The template has no scene "${excerpt(stranger)}". Write ids of its scenes, which are ${listed(scenes.slice(0, MOST_SCENES).map(excerpt), 'and')}${scenes.length > MOST_SCENES ? ' and more' : ''}, or clear the cell to have all of them.`,
    );
  }
  return {};
}

/** So many scenes are named to choose from. */
const MOST_SCENES = 6;

/** HeyGen takes a size in the template's proportions only, as far as the template tells them. */
function sizeOf(
  { fields, isDefault, findings }: RequestContext,
  { ratio }: TemplateFacts,
): Pick<TemplateRequest, 'dimension'> {
  const { dimension } = fields.template ?? {};
  if (dimension === undefined) return {};
  const [, across, down] = /^(\d{1,4}(?:\.\d+)?):(\d{1,4}(?:\.\d+)?)$/u.exec(ratio) ?? [];
  const { width, height } = dimension;
  const stretch = (width * Number(down)) / (height * Number(across));
  // Even numbers of pixels are not exactly in proportion. Of an unknown ratio nothing can be said.
  if (!(Math.abs(stretch - 1) > 0.01)) return { dimension };
  if (!isDefault('template_size')) {
    findings.issue(
      'size_other_shape',
      'template_size',
      `The template_size ${width}x${height} is of another shape than the template, which is ${ratio}. Write a size of that shape, or clear the cell.`,
    );
  }
  return {};
}
