import type { RowView, TemplateView } from '../../app/sidebar/contract.ts';
import { ThumbnailLine } from '../catalogue/thumbnail-line.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { KnownCatalogue } from '../page/panel.ts';
import { fileWords } from './file-words.ts';
import { MarkedScript } from './marked-script.tsx';
import { Recording } from './recording.tsx';
import { SceneList } from './scene-list.tsx';

/** What the row's video shows and says. */
export function RowContent(props: { readonly row: RowView; readonly catalogue: KnownCatalogue }) {
  const { row, catalogue } = props;
  if (row.mode === 'studio') return <SceneList {...props} />;
  if (row.template !== null) return <Filled template={row.template} catalogue={catalogue} />;
  if (row.mode === 'cinematic') {
    return (
      <>
        {row.prompt !== '' && (
          <p class="script" dir="auto">
            {row.prompt}
          </p>
        )}
        {row.looks.map((id) => {
          const look = catalogue.look(id);
          return (
            <ThumbnailLine
              key={id}
              name={look?.name || id}
              imageUrl={look?.previewImageUrl ?? ''}
              fine="Avatar"
            />
          );
        })}
        {row.references.map((source, index) => (
          <Picture key={index} what="Reference" source={source} />
        ))}
      </>
    );
  }
  return (
    <>
      {row.image !== '' && <Picture what="Speaking picture" source={row.image} />}
      {row.script !== '' && <MarkedScript text={row} />}
      {row.audio !== '' && <Recording source={row.audio} />}
      {row.script === '' && row.audio === '' && <p class="fine">Nothing to say yet.</p>}
    </>
  );
}

function Picture({ what, source }: { readonly what: string; readonly source: string }) {
  return (
    <ThumbnailLine
      name={what}
      imageUrl={source}
      shape="picture"
      fine={<OutsideLink address={source}>{fileWords(source)}</OutsideLink>}
    />
  );
}

/** A HeyGen template with the row's values for its variables. */
function Filled({
  template,
  catalogue,
}: {
  readonly template: TemplateView;
  readonly catalogue: KnownCatalogue;
}) {
  const { id, name, variables } = template;
  return (
    <>
      <ThumbnailLine
        name={name || id}
        imageUrl={catalogue.template(id)?.thumbnailUrl ?? ''}
        shape="picture"
        fine="HeyGen template"
      />
      <dl class="facts variables">
        {variables.map(({ name, type, value }) => (
          <div key={name}>
            <dt>
              {name} <span class="tag">{type}</span>
            </dt>
            <dd>{value || <span class="fine">{type === 'text' ? 'empty' : 'as in the template'}</span>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
