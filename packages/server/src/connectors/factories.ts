/** THE list of what is built in: a new kind of connector is a line here. */
import { mockEmailService, mockEmailServiceAlternative, mockShortMessageService } from './development/index.ts';
import { httpEmail } from './http-gateway/http-email.ts';
import { httpSms } from './http-gateway/http-sms.ts';
import type { ConnectorFactory, EmailFactory, SmsFactory } from './port.ts';
import { sendgridEmail } from './sendgrid/sendgrid-email.ts';
import { createSmtpFactory } from './smtp/smtp-factory.ts';
import { socialFactories } from './social/index.ts';
import { twilioSms } from './twilio/twilio-sms.ts';

const builtIn: readonly ConnectorFactory[] = [
  createSmtpFactory(),
  sendgridEmail,
  httpEmail,
  twilioSms,
  httpSms,
  mockEmailService,
  mockEmailServiceAlternative,
  mockShortMessageService,
  ...socialFactories,
];

/**
 * What sends in development while a tenant has no connector of a type: a first start without any set-up can still
 * register somebody. Never used in production.
 */
export const standIns: { readonly Email?: EmailFactory; readonly Sms?: SmsFactory } = {
  Email: mockEmailService,
  Sms: mockShortMessageService,
};

/** The factories of this mode: those of development exist in development alone. */
export const factories = (development: boolean): readonly ConnectorFactory[] =>
  development ? builtIn : builtIn.filter(factory => !factory.developmentOnly);

/** The factory of an id, or undefined. */
export const findFactory = (development: boolean, id: string): ConnectorFactory | undefined =>
  factories(development).find(({ metadata }) => metadata.id === id);
