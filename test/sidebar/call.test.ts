import { describe, expect, it } from 'vitest';
import { createCall, failureSentence, type Runner } from '../../src/sidebar/page/call.ts';

type Outcome = { readonly reply: unknown } | { readonly error: unknown };

/** A `google.script.run` whose every call ends as told. */
function runnerThat(outcome: Outcome, seen: unknown[] = []): Runner {
  let success: (reply: unknown) => void = () => undefined;
  let failure: (error: unknown) => void = () => undefined;
  const end = (...args: readonly unknown[]) => {
    seen.push(args);
    if ('reply' in outcome) success(outcome.reply);
    else failure(outcome.error);
  };
  const runner: Runner = {
    withSuccessHandler(handler) {
      success = handler;
      return runner;
    },
    withFailureHandler(handler) {
      failure = handler;
      return runner;
    },
    sidebarRow: end,
    sidebarLooks: end,
  };
  return runner;
}

describe('a call of the add-on', () => {
  it('hands its arguments over and unwraps the reply', async () => {
    const seen: unknown[] = [];
    const reply = '{"ok":true,"value":{"looks":[],"next":null}}';
    const answer = await createCall(() => runnerThat({ reply }, seen))('sidebarLooks', 'page 2');
    expect(answer).toEqual({ ok: true, value: { looks: [], next: null } });
    expect(seen).toEqual([['page 2']]);
  });

  it('passes a refusal of the add-on on as it stands', async () => {
    const reply = '{"ok":false,"message":"Connect to HeyGen first."}';
    const answer = await createCall(() => runnerThat({ reply }))('sidebarLooks', null);
    expect(answer).toEqual({ ok: false, message: 'Connect to HeyGen first.' });
  });

  it.each([null, undefined, 'no json', '{"ok":true}', '[]', 'null', '{"ok":false}'])(
    'makes a sentence of the unusable reply %j',
    async (reply) => {
      const answer = await createCall(() => runnerThat({ reply }))('sidebarLooks', null);
      expect(answer).toEqual({ ok: false, message: expect.stringMatching(/Try again\.$/u) });
    },
  );

  it('says so when the page calls what the add-on does not have', async () => {
    const runner = runnerThat({ reply: '' });
    const answer = await createCall(() => runner)('sidebarPlan');
    expect(answer).toEqual({ ok: false, message: expect.stringContaining('older than the add-on') });
    const nowhere = await createCall(() => undefined)('sidebarPlan');
    expect(nowhere.ok).toBe(false);
  });

  it('never throws when Google ends the execution', async () => {
    const error = new Error('Exceeded maximum execution time');
    const answer = await createCall(() => runnerThat({ error }))('sidebarRow', 0);
    expect(answer).toEqual({
      ok: false,
      message: 'Google says: Exceeded maximum execution time. Try again.',
    });
  });
});

describe('a call that cannot leave the page', () => {
  it('is told as a sentence', async () => {
    const refuse = (): never => {
      throw new Error('Failed due to illegal value in property: file');
    };
    const runner: Runner = { ...runnerThat({ reply: '' }), sidebarRow: refuse };
    const chained: Runner = {
      ...runner,
      withSuccessHandler: () => chained,
      withFailureHandler: () => chained,
    };
    expect(await createCall(() => chained)('sidebarRow', 0)).toEqual({
      ok: false,
      message: 'Google says: Failed due to illegal value in property: file. Try again.',
    });
  });
});

describe('the sentence of a failure', () => {
  it.each([
    [
      'ScriptError: Service invoked too many times',
      'Google says: Service invoked too many times. Try again.',
    ],
    [
      'Authorization is required to perform that action.',
      'Google says: Authorization is required to perform that action. Open the sidebar again from the menu and allow what Google asks for.',
    ],
    [
      'NetworkError: Connection failure due to HTTP 0',
      'Google did not answer. Check your connection, then try again. Nothing is lost or paid twice.',
    ],
  ])('of %j says what to do', (message, sentence) => {
    expect(failureSentence(new Error(message))).toBe(sentence);
  });

  it('of something unknown says that Google did not answer', () => {
    expect(failureSentence(new Error('申し訳ありませんが… エラーコード: PERMISSION_DENIED。'))).toMatch(
      /several Google accounts.*private window.*permission was left out/u,
    );
    expect(failureSentence(null)).toMatch(/^Google did not answer/u);
  });
});
