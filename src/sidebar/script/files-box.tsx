import { useState } from 'preact/hooks';
import type { SheetView, UploadForm } from '../../app/sidebar/contract.ts';
import { uploadFault } from '../../core/request/upload.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import type { ScriptDraft } from './script-draft.ts';
import { UploadedFile } from './uploaded-file.tsx';

/** Puts a file of the user's into the HeyGen account, and its id where it is wanted. */
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
    const found = uploadFault({ name: file?.name ?? '', bytes: file?.size ?? null });
    setFault(found);
    if (found !== null || !isUploadForm(form)) return;
    const reply = await controller.upload(form);
    if (!reply.ok) return;
    form.reset();
    setFile(null);
  };
  return (
    <Box name="files" title="Files">
      <p class="fine" id="files-help">
        A picture, recording or clip of yours, at most 32 MB, is put into your HeyGen account.
      </p>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          void upload(event.currentTarget);
        }}
      >
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
      </form>
      {state.uploaded !== null && <UploadedFile {...props} uploaded={state.uploaded} />}
    </Box>
  );
}

/** The platform reads the file off the form's own field. */
function isUploadForm(form: HTMLFormElement): form is HTMLFormElement & UploadForm {
  return 'file' in form;
}
