import type { ProofDemand } from '@freehold/contract';
import { Button, Loader } from '@mantine/core';
import { useAccountView } from '../../account-scope.tsx';
import { ChangeStatus } from '../../change-status.tsx';
import { Notice, ProblemNotice, useWords } from '../../kit/index.ts';
import { CameOfIt } from '../came-of-it.tsx';
import { Told } from '../told.tsx';
import type { ProviderRow } from './providers.ts';
import type { UseLinking } from './use-linking.ts';

type Props = {
  readonly linked: UseLinking;
  readonly rows: readonly ProviderRow[];
  readonly demand: ProofDemand | undefined;
};

/** What has come of linking an account: how it went, and the way on from where it stopped. */
export function LinkingNotice({ linked: { linking, change, leave, finish, forget }, rows, demand }: Props) {
  const { text, rich } = useWords();
  const { account } = useAccountView();
  if (linking.at === 'nothing') return null;
  if (linking.at === 'unasked') {
    return (
      <CameOfIt tone="warning">
        <p>{text('linked.unasked')}</p>
      </CameOfIt>
    );
  }
  const { target } = linking;
  const row = rows.find(one => one.target === target);
  const provider = row?.name ?? target;
  const again = row?.connectorId === undefined || row.linked !== undefined ? undefined : row;
  switch (linking.at) {
    case 'linking':
      if (change.phase === 'checking' || change.phase === 'unknown') return <ChangeStatus change={change} />;
      return (
        <div className="fh-linking" role="status">
          <Loader size="1.25rem" color="var(--fh-muted)" />
          <p>{change.phase === 'proving' ? text('change.proving') : rich('linked.linking', { provider })}</p>
        </div>
      );
    case 'linked':
      return (
        <CameOfIt key="linked" tone="ok">
          <p>{rich('linked.done', { provider })}</p>
          <Told account={account} demand={demand} />
        </CameOfIt>
      );
    case 'declined':
      return (
        <CameOfIt key="declined" tone="info">
          <p>{rich('linked.declined', { provider })}</p>
        </CameOfIt>
      );
    case 'failed':
      return (
        <div className="fh-stopped">
          <ProblemNotice problem={linking.problem} />
          {again === undefined ? null : (
            <Button variant="default" onClick={() => leave(again)}>
              <span>{rich('linked.again', { provider })}</span>
            </Button>
          )}
        </div>
      );
    case 'unfinished':
      return (
        <div className="fh-stopped">
          {linking.problem === undefined ? (
            <Notice tone="warning">
              <p>{rich('linked.unfinished', { provider })}</p>
            </Notice>
          ) : (
            <ProblemNotice problem={linking.problem} />
          )}
          <div className="fh-actions">
            <Button onClick={finish}>{text('linked.finish')}</Button>
            <Button variant="default" onClick={forget}>
              {text('linked.leave_it')}
            </Button>
          </div>
        </div>
      );
  }
}
