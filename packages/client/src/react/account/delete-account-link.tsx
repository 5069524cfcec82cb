import { useAccountView } from '../account-scope.tsx';
import { useWords } from '../kit/index.ts';
import { OutIcon } from './icons.tsx';

/** The way to where the administrator has accounts deleted; says where it leads. Nothing where there is none. */
export function DeleteAccountLink() {
  const { rich } = useWords();
  const { deleteAccountUrl } = useAccountView().settings;
  if (!deleteAccountUrl || !URL.canParse(deleteAccountUrl)) return null;
  const { protocol, host, href } = new URL(deleteAccountUrl);
  // From settings: any other scheme would run here.
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return (
    <p className="fh-delete">
      <a className="fh-link" href={href} rel="noopener noreferrer">
        <span>{rich('account.delete', { host: <bdi dir="ltr">{host}</bdi> })}</span>
        <OutIcon />
      </a>
    </p>
  );
}
