import { useState } from 'preact/hooks';
import type { SheetView, UploadForm } from '../../app/sidebar/contract.ts';
import { checkUpload } from '../../core/request/upload.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Form } from '../page/form.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import type { ScriptDraft } from './script-draft.ts';
import { UploadedFile } from './uploaded-file.tsx';

/** Uploads a file to the HeyGen account and puts its id where the user wants it. */
export function FilesBox(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly sheet: SheetView;
  readonly draft: ScriptDraft;
}) {
  const { state, controller } = props;
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const busy = isPending(state, 'sidebarUpload');
  const upload = async (form: HTMLFormElement) => {
    const checked = checkUpload({ name: file?.name ?? '', bytes: file?.size ?? null });
    setFault(checked.ok ? null : checked.failure);
    if (!checked.ok || !isUploadForm(form)) return;
    const reply = await controller.upload(form);
    if (!reply.ok) return;
    form.reset();
    setFile(null);
  };
  return (
    <Box name="files" title="Files">
      <p class="fine" id="files-help">
        Upload a picture, recording or clip of at most 32 MB to your HeyGen account.
      </p>
      <Form onSubmit={upload}>
        <input
          type="file"
          name="file"
          accept=".png,.jpg,.jpeg,.mp4,.webm,.mp3,.wav"
          aria-label="File"
          aria-describedby="files-help"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null);
            setFault(null);
          }}
        />
        {fault !== null && <Message kind="bad">{fault}</Message>}
        <Button submits busy={busy}>
          {busy ? 'Uploading…' : 'Upload'}
        </Button>
        <Outcome state={state} of={['sidebarUpload']} />
      </Form>
      {state.uploaded !== null && <UploadedFile {...props} uploaded={state.uploaded} />}
    </Box>
  );
}

/** Google reads the file from the form's `file` field. */
function isUploadForm(form: HTMLFormElement): form is HTMLFormElement & UploadForm {
  return 'file' in form;
}
