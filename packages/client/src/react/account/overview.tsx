import type { Account } from '@freehold/contract';
import type { ReactNode } from 'react';
import { useAccountView } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { fieldState } from '../fields.ts';
import { Card, Task } from '../frame.tsx';
import { AlertIcon, PhoneText, useWords } from '../kit/index.ts';
import { type Place, PlaceLink, useNavigation } from '../navigation.tsx';
import { attention } from './attention.ts';
import { Avatar } from './avatar.tsx';
import { DeleteAccountLink } from './delete-account-link.tsx';
import { OnIcon } from './icons.tsx';
import { sectionIcons } from './section-navigation.tsx';
import { openSections } from './sections.ts';
import { Value } from './value.tsx';

/** Who I am, what needs attention, and where everything is. On a phone this is the menu. */
export function Overview() {
  const { text } = useWords();
  const view = useAccountView();
  const sections = openSections(view);
  const hasSecurity = sections.some(({ place }) => place === 'security');
  return (
    <Task
      task={text('account.task')}
      heading={text('account.heading')}
      {...(sections.length === 0 && { lead: text('account.nothing') })}
    >
      {sections.length === 0 ? null : <WhoIAm view={view} />}
      <NeedsAttention view={view} />
      {sections.length === 0 ? null : (
        <ul className="fh-tiles">
          {sections.map(section => (
            <li key={section.place}>
              <Tile place={section.place} name={text(section.name)}>
                {section.place === 'profile' ? <ProfileSummary view={view} /> : <SecuritySummary view={view} />}
              </Tile>
            </li>
          ))}
        </ul>
      )}
      {hasSecurity ? null : <DeleteAccountLink />}
    </Task>
  );
}

function WhoIAm({ view: { account } }: { readonly view: AccountView }) {
  const [first, second] = knownBy(account);
  return (
    <div className="fh-who-i-am">
      <Avatar account={account} size={64} />
      <div>
        <p className="fh-who-name">
          <Known account={account} by={first ?? 'name'} />
        </p>
        {second === undefined ? null : (
          <p className="fh-muted">
            <Known account={account} by={second} />
          </p>
        )}
      </div>
    </div>
  );
}

const names = ['name', 'username', 'primaryEmail', 'primaryPhone'] as const;

/** What an account is known by, best first, as far as it has it. */
const knownBy = (account: Account) => names.filter(name => account[name]);

function Known({ account, by }: { readonly account: Account; readonly by: (typeof names)[number] }) {
  const value = account[by];
  if (by === 'primaryPhone' && value) return <PhoneText digits={value} />;
  return (
    <Value ltr={by === 'primaryEmail'} short>
      {value}
    </Value>
  );
}

function NeedsAttention({ view }: { readonly view: AccountView }) {
  const { text } = useWords();
  const navigation = useNavigation();
  const found = attention(view);
  if (found.length === 0) return null;
  return (
    <Card heading={text('account.attention')}>
      <ul className="fh-attention">
        {found.map(({ about, place, by }) => (
          <li key={about}>
            <AlertIcon />
            <div>
              <p>{text(`attention.${about}`)}</p>
              {navigation === undefined ? null : (
                <PlaceLink to={place} className="fh-link fh-onward">
                  {text(`attention.add_${by}`)}
                </PlaceLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type TileProps = { readonly place: Place; readonly name: string; readonly children: ReactNode };

function Tile({ place, name, children }: TileProps) {
  return (
    <PlaceLink to={place} className="fh-tile">
      <span className="fh-tile-icon">{sectionIcons[place]}</span>
      <span className="fh-tile-text">
        <span className="fh-tile-name">{name}</span>
        <span className="fh-muted fh-small fh-tile-values">{children}</span>
      </span>
      <OnIcon />
    </PlaceLink>
  );
}

function ProfileSummary({ view }: { readonly view: AccountView }) {
  const { text } = useWords();
  if (fieldState(view, 'name') === 'off') return <span>{text('account.profile_lead')}</span>;
  return <Value short>{view.account.name}</Value>;
}

function SecuritySummary({ view }: { readonly view: AccountView }) {
  const { text } = useWords();
  const { account } = view;
  const { hasPassword } = account;
  const identifier = (['primaryEmail', 'primaryPhone', 'username'] as const).find(by => account[by]);
  return (
    <>
      {identifier === undefined ? null : (
        <span>
          <Known account={account} by={identifier} />
        </span>
      )}
      {hasPassword === undefined ? null : (
        <span>{text(hasPassword ? 'account.with_password' : 'account.without_password')}</span>
      )}
      {identifier !== undefined || hasPassword !== undefined ? null : <span>{text('account.security_lead')}</span>}
    </>
  );
}
