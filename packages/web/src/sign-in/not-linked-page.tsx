import { OtherWays, useWords } from '@freehold/client/react/kit';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** Nobody has linked the identity, and accounts are not created here. */
export function NotLinkedPage({ provider }: { readonly provider: string }) {
  const { text, rich } = useWords();
  return (
    <Page
      task={text('social.task', { provider })}
      heading={text('social.no_account_heading')}
      lead={rich('social.no_account_lead', { provider })}
    >
      <OtherWays>
        <PageLink to="/sign-in">{text('social.other_way')}</PageLink>
      </OtherWays>
    </Page>
  );
}
