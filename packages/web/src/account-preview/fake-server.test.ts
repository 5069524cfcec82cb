import { createClient } from '@freehold/client';
import { type AccountCenter, type PublicSignInExperience, stepUpPresetActions } from '@freehold/contract';
import { describe, expect, it } from 'vitest';
import { FakeServer } from './fake-server.ts';
import type { PersonaId } from './personas.ts';
import type { PreviewScene } from './preview-message.ts';

const fields: AccountCenter['fields'] = { name: 'Edit', username: 'ReadOnly', email: 'Edit', password: 'Off' };

const sceneOf = (persona: PersonaId, more: Partial<PreviewScene> = {}): PreviewScene => ({
  settings: {
    tenantId: 't',
    id: 'default',
    enabled: false,
    fields,
    webauthnRelatedOrigins: [],
    deleteAccountUrl: null,
    customCss: null,
    profileFields: null,
  },
  policy: { preset: 'default', endOtherSessions: true, actions: stepUpPresetActions.default },
  senders: { email: true, phone: true },
  experience: { tenantId: 't', verificationCodePolicy: { expirationDuration: 120 } } as PublicSignInExperience,
  persona,
  provider: 'google',
  locale: 'en',
  scheme: 'light',
  ...more,
});

function previewOf(persona: PersonaId, more?: Partial<PreviewScene>) {
  const server = new FakeServer(sceneOf(persona, more), () => 'The preview ends here.');
  return { server, client: createClient({ endpoint: '', token: () => 'sample', fetch: server.fetch }) };
}

const change = { email: 'new@example.com', newIdentifierVerificationRecordId: 'any' };

describe('the server of the preview', () => {
  it('shows what the fields open, as if the pages were on', async () => {
    const { client } = previewOf('full');
    const { body } = await client.getAccount();
    expect(body).toMatchObject({ name: 'Ada Lovelace', username: 'ada', primaryEmail: 'ada@example.com' });
    for (const closed of ['hasPassword', 'password', 'profile', 'primaryPhone', 'identities', 'customData']) {
      expect(body).not.toHaveProperty(closed);
    }
    expect((await client.getPublicAccountCenter()).body.enabled).toBe(true);
  });

  it('says since when there is what the fields open', async () => {
    const social = { fields: { password: 'ReadOnly', social: 'Edit' } } as const;
    const { client } = previewOf('social', { settings: { ...sceneOf('social').settings, ...social } });
    expect((await client.getSignInMethods()).body).toEqual({
      password: { isSet: false, updatedAt: null },
      identities: { google: { linkedAt: expect.any(Number) } },
    });
    expect((await previewOf('full').client.getSignInMethods()).body).toEqual({});
  });

  it('keeps what was changed when the settings change', async () => {
    const { client, server } = previewOf('full');
    await client.updateAccount({ body: { name: 'Ada King' } });
    server.show(sceneOf('full'));
    expect((await client.getAccount()).body.name).toBe('Ada King');
  });

  it('asks for the proof that the policy asks for, and takes any password', async () => {
    const { client } = previewOf('full');
    await expect(client.changePrimaryEmail({ body: change, proof: undefined })).rejects.toMatchObject({
      code: 'verification_record.permission_denied',
    });
    const { body } = await client.listProofMethods({ query: { action: 'email.change' } });
    expect(body.methods).toEqual([{ method: 'password' }, { method: 'email', target: 'a***@example.com' }]);
    const { body: record } = await client.verifyPassword({ body: { password: 'whatever' } });
    await client.changePrimaryEmail({ body: change, proof: record.verificationRecordId });
    expect((await client.getAccount()).body.primaryEmail).toBe('new@example.com');
  });

  it('takes a proof once where the policy says so, and none that is too weak', async () => {
    const { client } = previewOf('full', {
      policy: { preset: 'strict', endOtherSessions: true, actions: stepUpPresetActions.strict },
    });
    const identifier = { type: 'email', own: true } as const;
    const { body: code } = await client.requestVerificationCode({ body: { identifier } });
    expect(code.codeExpiresIn).toBe(120);
    const verificationId = code.verificationRecordId;
    await client.verifyVerificationCode({ body: { identifier, verificationId, code: '123456' } });
    const refused = { code: 'verification_record.permission_denied' };
    await expect(client.changePrimaryEmail({ body: change, proof: verificationId })).rejects.toMatchObject(refused);
    const { body: record } = await client.verifyPassword({ body: { password: 'whatever' } });
    const proof = record.verificationRecordId;
    await client.changePrimaryEmail({ body: change, proof });
    await expect(client.changePrimaryEmail({ body: change, proof })).rejects.toMatchObject(refused);
  });

  it('lets people without any way to confirm set a password, and change nothing that is always asked for', async () => {
    const { client } = previewOf('bare');
    await expect(client.changePrimaryEmail({ body: change, proof: undefined })).rejects.toMatchObject({ status: 401 });
    expect((await client.changePassword({ body: { password: 'a first one' }, proof: undefined })).status).toBe(204);
  });

  it('goes nowhere', async () => {
    const { client } = previewOf('social');
    await expect(
      client.startSocialVerification({ body: { connectorId: 'x', redirectUri: 'https://a.example', state: 's' } }),
    ).rejects.toMatchObject({ message: 'The preview ends here.' });
    await expect(client.getStepUpPolicy()).rejects.toMatchObject({ status: 404 });
  });
});
