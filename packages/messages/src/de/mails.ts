import type { MailMessages } from '../catalogue.ts';

/** People are addressed as “Sie”. Quotes are „…“. */
export const mails: MailMessages = {
  'layout.sent_by': 'Gesendet von {app}, {host}',
  'layout.fact': '{label}: {value}',

  'code.valid': '{minutes, plural, one {Der Code gilt # Minute.} other {Der Code gilt # Minuten.}}',
  'code.secret': 'Geben Sie ihn niemandem. Wir fragen nie am Telefon oder im Chat danach.',
  'code.secret_short': 'Geben Sie ihn niemandem.',

  'code.sign_in.subject': 'Ihr Code für die Anmeldung bei {app}',
  'code.sign_in.subject_with_code': '{code} ist Ihr Code für die Anmeldung bei {app}',
  'code.sign_in.lead': 'Geben Sie diesen Code ein, um sich bei {app} anzumelden.',
  'code.sign_in.unasked':
    'Das waren nicht Sie? Dann hat jemand Ihre Adresse eingegeben, wohl aus Versehen. Ohne den Code kommt niemand hinein, und Sie können diese E-Mail löschen.',
  'code.sign_in.sms': '{code} ist Ihr Code für die Anmeldung bei {app}.',

  'code.register.subject': 'Ihr Code für ein neues Konto bei {app}',
  'code.register.subject_with_code': '{code} ist Ihr Code für ein neues Konto bei {app}',
  'code.register.lead': 'Geben Sie diesen Code ein, um Ihr Konto bei {app} anzulegen.',
  'code.register.unasked':
    'Das waren nicht Sie? Dann hat jemand Ihre Adresse eingegeben, wohl aus Versehen. Ohne den Code wird kein Konto angelegt, und Sie können diese E-Mail löschen.',
  'code.register.sms': '{code} ist Ihr Code für ein neues Konto bei {app}.',

  'code.forgot_password.subject': 'Ihr Code für ein neues Passwort bei {app}',
  'code.forgot_password.lead': 'Geben Sie diesen Code ein, um ein neues Passwort bei {app} zu wählen.',
  'code.forgot_password.unasked':
    'Das waren nicht Sie? Dann hat jemand an Ihrer Stelle ein neues Passwort verlangt. Ihres bleibt, wie es ist, solange niemand anders diesen Code hat.',
  'code.forgot_password.sms': '{code} ist Ihr Code für ein neues Passwort bei {app}.',

  'code.generic.subject': 'Ihr Bestätigungscode für {app}',
  'code.generic.lead': 'Geben Sie diesen Code bei {app} ein.',
  'code.generic.unasked':
    'Das waren nicht Sie? Dann hat jemand Ihre Adresse eingegeben, wohl aus Versehen. Ohne den Code geschieht nichts, und Sie können diese E-Mail löschen.',
  'code.generic.sms': '{code} ist Ihr Bestätigungscode für {app}.',

  'code.confirm_yourself.subject': 'Ihr Code, um bei {app} zu bestätigen, dass Sie es sind',
  'code.confirm_yourself.lead':
    'Geben Sie diesen Code ein, um zu bestätigen, dass Sie es sind, der Ihr Konto bei {app} ändert.',
  'code.confirm_yourself.unasked':
    'Das waren nicht Sie? Dann ist vielleicht jemand anders bei Ihrem Konto angemeldet. Ändern Sie Ihr Passwort und behalten Sie den Code für sich.',
  'code.confirm_yourself.sms': '{code} ist Ihr Code, um bei {app} zu bestätigen, dass Sie es sind.',

  'code.confirm_address.subject': 'Ihr Code, um diese Adresse bei {app} zu bestätigen',
  'code.confirm_address.subject_with_code': '{code} ist Ihr Code, um diese Adresse bei {app} zu bestätigen',
  'code.confirm_address.lead': 'Geben Sie diesen Code ein, um diese Adresse Ihrem Konto bei {app} hinzuzufügen.',
  'code.confirm_address.unasked':
    'Das waren nicht Sie? Dann hat jemand Ihre Adresse eingegeben, wohl aus Versehen. Ohne den Code wird sie keinem Konto hinzugefügt, und Sie können diese E-Mail löschen.',
  'code.confirm_address.sms': '{code} ist Ihr Code, um diese Nummer Ihrem Konto bei {app} hinzuzufügen.',

  'code.second_step.subject': 'Ihr Code für den zweiten Schritt bei {app}',
  'code.second_step.lead': 'Geben Sie diesen Code als zweiten Schritt der Anmeldung bei {app} ein.',
  'code.second_step.unasked':
    'Das waren nicht Sie? Dann kennt jemand Ihr Passwort. Melden Sie sich an, ändern Sie es und behalten Sie den Code für sich.',
  'code.second_step.sms': '{code} ist Ihr Code für den zweiten Schritt bei {app}.',

  'code.add_second_step.subject': 'Ihr Code für die Bestätigung in zwei Schritten bei {app}',
  'code.add_second_step.lead':
    'Geben Sie diesen Code ein, um diese Adresse als zweiten Schritt der Anmeldung bei {app} zu verwenden.',
  'code.add_second_step.unasked':
    'Das waren nicht Sie? Dann ist vielleicht jemand anders bei Ihrem Konto angemeldet. Ändern Sie Ihr Passwort und behalten Sie den Code für sich.',
  'code.add_second_step.sms': '{code} ist Ihr Code, um die Bestätigung in zwei Schritten bei {app} einzuschalten.',

  'notice.when': 'Wann',
  'notice.device': 'Gerät',
  'notice.ip': 'IP-Adresse',
  'notice.utc': '{time} (UTC)',
  'notice.device_name': '{browser} auf {system}',
  'notice.by_administrator': 'Diese Änderung hat ein Administrator vorgenommen.',
  'notice.nothing_to_do': 'Wenn Sie das waren, ist nichts weiter zu tun.',
  'notice.not_you': 'Wenn nicht, melden Sie sich an und ändern Sie sofort Ihr Passwort.',
  'notice.not_you_support':
    'Wenn nicht, melden Sie sich an und ändern Sie sofort Ihr Passwort. Falls das nicht geht, bitten Sie um Hilfe: {support}',
  'notice.not_you_short': 'Das waren nicht Sie? Ändern Sie sofort Ihr Passwort.',

  'notice.password_changed.subject': 'Ihr Passwort bei {app} wurde geändert',
  'notice.password_changed.text': 'Das Passwort Ihres Kontos bei {app} wurde geändert.',
  'notice.password_set.subject': 'Ihr Konto bei {app} hat jetzt ein Passwort',
  'notice.password_set.text': 'Für Ihr Konto bei {app} wurde ein Passwort festgelegt.',
  'notice.password_removed.subject': 'Ihr Passwort bei {app} wurde entfernt',
  'notice.password_removed.text': 'Das Passwort Ihres Kontos bei {app} wurde entfernt.',

  'notice.factor_added.subject': 'Ihrem Konto bei {app} wurde ein zweiter Schritt hinzugefügt',
  'notice.factor_added.text': 'Ihrem Konto bei {app} wurde ein Weg hinzugefügt, die Anmeldung zu bestätigen.',
  'notice.factor_changed.subject': 'Ein zweiter Schritt Ihres Kontos bei {app} wurde geändert',
  'notice.factor_changed.text': 'In Ihrem Konto bei {app} wurde ein Weg geändert, die Anmeldung zu bestätigen.',
  'notice.factor_removed.subject': 'Ein zweiter Schritt wurde aus Ihrem Konto bei {app} entfernt',
  'notice.factor_removed.text': 'Aus Ihrem Konto bei {app} wurde ein Weg entfernt, die Anmeldung zu bestätigen.',

  'notice.email_changed.subject': 'Die E-Mail-Adresse Ihres Kontos bei {app} wurde geändert',
  'notice.email_changed.text': 'Die E-Mail-Adresse Ihres Kontos bei {app} wurde von {from} zu {to} geändert.',
  'notice.email_added.subject': 'Ihrem Konto bei {app} wurde eine E-Mail-Adresse hinzugefügt',
  'notice.email_added.text': 'Die E-Mail-Adresse {to} wurde Ihrem Konto bei {app} hinzugefügt.',
  'notice.email_removed.subject': 'Die E-Mail-Adresse Ihres Kontos bei {app} wurde entfernt',
  'notice.email_removed.text': 'Die E-Mail-Adresse {from} wurde aus Ihrem Konto bei {app} entfernt.',

  'notice.phone_changed.subject': 'Die Telefonnummer Ihres Kontos bei {app} wurde geändert',
  'notice.phone_changed.text': 'Die Telefonnummer Ihres Kontos bei {app} wurde von {from} zu {to} geändert.',
  'notice.phone_added.subject': 'Ihrem Konto bei {app} wurde eine Telefonnummer hinzugefügt',
  'notice.phone_added.text': 'Die Telefonnummer {to} wurde Ihrem Konto bei {app} hinzugefügt.',
  'notice.phone_removed.subject': 'Die Telefonnummer Ihres Kontos bei {app} wurde entfernt',
  'notice.phone_removed.text': 'Die Telefonnummer {from} wurde aus Ihrem Konto bei {app} entfernt.',

  'notice.username_changed.subject': 'Der Benutzername Ihres Kontos bei {app} wurde geändert',
  'notice.username_changed.text': 'Der Benutzername Ihres Kontos bei {app} wurde geändert.',

  'notice.identity_linked.subject': 'Ihr Konto bei {app} wurde mit {provider} verknüpft',
  'notice.identity_linked.text':
    'Wer sich bei diesem Konto von {provider} anmeldet, kann sich jetzt auch bei Ihrem Konto bei {app} anmelden.',
  'notice.identity_unlinked.subject': 'Ihr Konto bei {app} ist nicht mehr mit {provider} verknüpft',
  'notice.identity_unlinked.text': 'Sie können sich nicht mehr mit {provider} bei {app} anmelden.',

  'notice.device_added.subject': 'Ihr Konto bei {app} wurde auf einem neuen Gerät verwendet',
  'notice.device_added.text':
    'Jemand hat sich auf einem Gerät, das wir noch nicht kennen, bei Ihrem Konto bei {app} angemeldet.',

  'notice.locked_out.subject': 'Zu viele Fehlversuche bei Ihrem Konto bei {app}',
  'notice.locked_out.text':
    'Jemand hat für Ihr Konto bei {app} so oft ein falsches Passwort oder einen falschen Code eingegeben, dass wir eine Weile keine Versuche mehr annehmen. Niemand ist hineingekommen.',
  'notice.locked_out.advice':
    'Wenn Sie das waren, warten Sie eine Weile und versuchen Sie es noch einmal. Wenn nicht, achten Sie darauf, dass Ihr Passwort lang ist und Sie es nirgendwo sonst verwenden.',
};
