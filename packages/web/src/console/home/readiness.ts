import { ask } from '@freehold/client/react/kit';
import { management } from '../management-client.ts';

/** What a fresh installation still needs, as it really is. */
export interface Readiness {
  readonly administrators: number;
  readonly emailConnector: boolean;
  readonly application: boolean;
  readonly accountPages: boolean;
  readonly somebodySignedIn: boolean;
}

/** Asks the server for the state of all first steps. */
export async function readReadiness(administratorId: string): Promise<Readiness> {
  const [administrators, connectors, applications, accountCenter, users, signIns] = await Promise.all([
    ask(management.listRoleUsers({ params: { id: 'administrator' }, pageSize: 2 })),
    ask(management.listConnectors()),
    ask(management.listApplications()),
    ask(management.getAccountCenter()),
    ask(management.listUsers({ pageSize: 100 })),
    ask(management.listLogs({ query: { logKey: 'session-established' }, pageSize: 100 })),
  ]);
  return {
    administrators: administrators.length,
    emailConnector: connectors.some(({ type }) => type === 'Email'),
    application: applications.some(({ type }) => type !== 'MachineToMachine'),
    accountPages: accountCenter.enabled,
    // The newest accounts and the newest sign-ins: where there are more, somebody else has long signed in.
    somebodySignedIn:
      users.some(({ id, lastSignInAt }) => id !== administratorId && lastSignInAt !== null) ||
      signIns.some(({ payload }) => payload.userId !== null && payload.userId !== administratorId),
  };
}
