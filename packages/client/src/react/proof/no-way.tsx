import { useAccount } from '../account-scope.tsx';
import { fieldState } from '../fields.ts';
import { Notice, plain, useWords } from '../kit/index.ts';
import { useNavigation } from '../navigation.tsx';

/** Nothing that the person has would do: what they can do about it themselves, else who helps. */
export function NoWay({ onLeave }: { readonly onLeave: () => void }) {
  const words = useWords();
  const { text } = words;
  const { state } = useAccount();
  const navigation = useNavigation();
  const view = state.at === 'ready' ? state.view : undefined;
  // Whoever has no way to confirm at all may choose a first password without one.
  const mayChoosePassword =
    navigation !== undefined &&
    view?.account.hasSecurityVerificationMethod === false &&
    fieldState(view, 'password') === 'edit';
  const help = plain(view?.experience.supportEmail ?? '', 256);

  function choosePassword(): void {
    // In the place of the dialog's own entry in the history, where it has one.
    navigation?.go('security/password', { replace: navigation.dialogsInHistory === true });
    onLeave();
  }

  return (
    <>
      <Notice tone="warning">
        <p>{text('proof.no_way')}</p>
      </Notice>
      {mayChoosePassword ? (
        <p>
          <button type="button" className="fh-link" onClick={choosePassword}>
            {text('proof.choose_password')}
          </button>
        </p>
      ) : help === '' ? (
        <p>{text('proof.ask_operator')}</p>
      ) : (
        <p>
          {words.rich('proof.ask_support', {
            help: (
              <a className="fh-link" href={`mailto:${help}`}>
                <bdi dir="ltr">{help}</bdi>
              </a>
            ),
          })}
        </p>
      )}
    </>
  );
}
