import type { Account } from '@freehold/contract';
import { type ReactNode, useId, useRef } from 'react';
import { useAccountView } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { fieldState, type ShownField, signsInWith } from '../fields.ts';
import { Card, Task } from '../frame.tsx';
import { PhoneText, plain, useWords, type Words } from '../kit/index.ts';
import { PlaceLink, useNavigation } from '../navigation.tsx';
import { DeleteAccountLink } from './delete-account-link.tsx';
import { providerRows } from './linked/providers.ts';
import { ManagedNote } from './managed-note.tsx';
import { OnDate } from './on-date.tsx';
import { PendingAddress } from './pending-address.tsx';
import { linkedNames } from './said-values.ts';
import { securityRows } from './sections.ts';
import { Value } from './value.tsx';

/** How one signs in and how one is reached: every way with its value, and the task that changes it. */
export function Security() {
  const { text } = useWords();
  const view = useAccountView();
  const rows = securityRows.filter(({ field }) => fieldState(view, field) !== 'off');
  const readOnly = rows.some(({ field }) => fieldState(view, field) === 'readOnly');
  return (
    <Task task={text('account.security')} heading={text('account.security')} lead={text('account.security_lead')}>
      <Card>
        <ul className="fh-rows">
          {rows.map(row => (
            <Row key={row.field} row={row} view={view} />
          ))}
        </ul>
        {readOnly ? <ManagedNote /> : null}
      </Card>
      <DeleteAccountLink />
    </Task>
  );
}

type RowProps = { readonly row: (typeof securityRows)[number]; readonly view: AccountView };

function Row({ row, view }: RowProps) {
  const words = useWords();
  const { text } = words;
  const label = useId();
  const action = useId();
  const line = useRef<HTMLLIElement>(null);
  const navigation = useNavigation();
  const mayChange = fieldState(view, row.field) === 'edit' && navigation !== undefined;
  const isSet = isThere(view.account, row.field);
  const isNothingToManage =
    row.field === 'social' && providerRows(view.account, view.experience, words.locale).length === 0;
  return (
    <li className="fh-row" ref={line}>
      <div className="fh-row-text">
        <span className="fh-row-label" id={label}>
          {text(row.name)}
        </span>
        <span className="fh-row-value">{saidValue(view, row.field, words)}</span>
        {isSet && signsInWith(view, row.field) ? (
          <span className="fh-muted fh-small">{text('account.signs_in')}</span>
        ) : null}
        {row.field === 'password' && isSet ? (
          <OnDate say="account.password_changed" at={view.methods?.password?.updatedAt} />
        ) : null}
        {mayChange && (row.field === 'email' || row.field === 'phone') ? (
          <PendingAddress
            channel={row.field}
            account={view.account}
            label={label}
            // What had the focus is gone.
            onCancelled={() => line.current?.querySelector<HTMLElement>('.fh-row-action')?.focus()}
          />
        ) : null}
      </div>
      {mayChange && !isNothingToManage ? (
        <PlaceLink to={row.place} className="fh-row-action" labelledBy={`${action} ${label}`}>
          <span id={action}>
            {text(row.field === 'social' ? 'account.manage' : isSet ? 'account.change' : 'account.add')}
          </span>
        </PlaceLink>
      ) : null}
    </li>
  );
}

function isThere(account: Account, field: ShownField): boolean {
  if (field === 'username') return Boolean(account.username);
  if (field === 'email') return Boolean(account.primaryEmail);
  if (field === 'phone') return Boolean(account.primaryPhone);
  return field === 'password' && account.hasPassword === true;
}

/** Whether somebody may sign in by typing it. */
function saidValue(view: AccountView, field: ShownField, { text, rich, locale }: Words): ReactNode {
  const { account } = view;
  if (field === 'username') return <Value>{account.username}</Value>;
  if (field === 'email') return <Value ltr>{account.primaryEmail}</Value>;
  if (field === 'phone' && account.primaryPhone) return <PhoneText digits={account.primaryPhone} />;
  if (field === 'phone') return <Value>{account.primaryPhone}</Value>;
  const linked = linkedNames(view, locale);
  if (field === 'social') {
    return linked === '' ? <span className="fh-muted">{text('account.linked_none')}</span> : <Value>{linked}</Value>;
  }
  if (account.hasPassword === true) return text('account.password_set');
  if (linked !== '')
    return <span className="fh-muted">{rich('account.no_password_but', { ways: plain(linked) })}</span>;
  const byCode = view.experience.signIn.methods.some(({ verificationCode }) => verificationCode);
  const reached = Boolean(account.primaryEmail ?? account.primaryPhone);
  return <span className="fh-muted">{text(byCode && reached ? 'account.no_password_but_code' : 'value.notSet')}</span>;
}
