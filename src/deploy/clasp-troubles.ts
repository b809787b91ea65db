import type { ClaspRun } from './clasp-replies.ts';
import type { Project } from './project.ts';
import { TITLE } from './target.ts';

/** Where the user lets programs such as clasp change their scripts. */
export const API_SWITCH = 'https://script.google.com/home/usersettings';

const NETWORK = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/u;

/** Why clasp could not do it, as a sentence that says what to do. */
export function troubleSentence(doing: 'create' | 'push' | 'list', run: ClaspRun, project: Project): string {
  const said = `${run.stderr}\n${run.stdout}`.trim();
  if (/No credentials|invalid_grant|invalid_rapt|unauthorized_client/iu.test(said)) {
    return 'Google does not accept the sign-in that clasp keeps. Run "npx clasp login", then run this again.';
  }
  if (/Apps Script API/iu.test(said)) {
    const orphan =
      doing === 'create'
        ? ` An empty file named ${TITLE} may have been left in your Drive; it can be deleted.`
        : '';
    return `The Apps Script API is off for this Google account. Switch it on at ${API_SWITCH}, wait a minute, then run this again.${orphan}`;
  }
  if (/entity was not found|not found\.$/imu.test(said)) {
    return `Google has no script ${project.scriptId} that this account can see. Sign in with the account that owns it ("npx clasp login"), or delete ${project.file} to have a new one made.`;
  }
  if (/permission/iu.test(said)) {
    return `This Google account may not change the script ${project.scriptId}. Sign in with an account that may edit it ("npx clasp login").`;
  }
  if (NETWORK.test(said)) {
    return 'Google could not be reached. Check the network, then run this again: nothing is made twice.';
  }
  if (said === '') return `clasp ended without a word while it should ${doing}. Run this again.`;
  return `clasp could not ${doing}: ${said}`;
}
