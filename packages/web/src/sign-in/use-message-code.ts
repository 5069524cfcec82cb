import { type RefObject, useEffect, useState } from 'react';

// https://wicg.github.io/web-otp/ is not in the compiler's library.
type MessageRequest = CredentialRequestOptions & { readonly otp: { readonly transport: readonly 'sms'[] } };
type MessageCredential = Credential & { readonly code?: string };

/**
 * The code of a text message, where the browser can read it out of one and the person lets it. It looks no longer once
 * somebody types, and anew for every message.
 *
 * @param sentAt of the message that is on its way; undefined where none is
 */
export function useMessageCode(
  field: RefObject<HTMLInputElement | null>,
  sentAt: number | undefined,
): string | undefined {
  const [code, setCode] = useState<string>();
  useEffect(() => {
    if (sentAt === undefined || !('OTPCredential' in window)) return undefined;
    const looking = new AbortController();
    const stop = () => looking.abort();
    const input = field.current;
    input?.addEventListener('input', stop);
    const request: MessageRequest = { otp: { transport: ['sms'] }, signal: looking.signal };
    navigator.credentials.get(request).then(
      (found: MessageCredential | null) => {
        if (!looking.signal.aborted) setCode(found?.code);
      },
      // Refused, not possible here, or no longer wanted: the code is typed by hand.
      () => undefined,
    );
    return () => {
      input?.removeEventListener('input', stop);
      stop();
    };
  }, [field, sentAt]);
  return code;
}
