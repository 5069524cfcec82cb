import type { MailMessages } from '../catalogue.ts';

/** People are addressed as “vous”. A no-break space stands before double punctuation and inside guillemets. */
export const mails: MailMessages = {
  'layout.sent_by': 'Envoyé par {app}, {host}',
  'layout.fact': '{label}\u00a0: {value}',

  'code.valid': '{minutes, plural, one {Le code est valable # minute.} other {Le code est valable # minutes.}}',
  'code.secret': 'Ne le donnez à personne. Nous ne le demandons jamais par téléphone ni par messagerie.',
  'code.secret_short': 'Ne le donnez à personne.',

  'code.sign_in.subject': 'Votre code pour vous connecter à {app}',
  'code.sign_in.subject_with_code': '{code} est votre code pour vous connecter à {app}',
  'code.sign_in.lead': 'Saisissez ce code pour vous connecter à {app}.',
  'code.sign_in.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un a saisi votre adresse, sans doute par erreur. Sans le code, personne n’entre, et vous pouvez supprimer cet e-mail.',
  'code.sign_in.sms': '{code} est votre code pour vous connecter à {app}.',

  'code.register.subject': 'Votre code pour créer un compte chez {app}',
  'code.register.subject_with_code': '{code} est votre code pour créer un compte chez {app}',
  'code.register.lead': 'Saisissez ce code pour créer votre compte chez {app}.',
  'code.register.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un a saisi votre adresse, sans doute par erreur. Sans le code, aucun compte n’est créé, et vous pouvez supprimer cet e-mail.',
  'code.register.sms': '{code} est votre code pour créer un compte chez {app}.',

  'code.forgot_password.subject': 'Votre code pour réinitialiser votre mot de passe chez {app}',
  'code.forgot_password.lead': 'Saisissez ce code pour choisir un nouveau mot de passe chez {app}.',
  'code.forgot_password.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un a demandé un nouveau mot de passe à votre place. Le vôtre reste inchangé tant que personne d’autre n’a ce code.',
  'code.forgot_password.sms': '{code} est votre code pour réinitialiser votre mot de passe chez {app}.',

  'code.generic.subject': 'Votre code de vérification pour {app}',
  'code.generic.lead': 'Saisissez ce code chez {app}.',
  'code.generic.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un a saisi votre adresse, sans doute par erreur. Sans le code, rien ne se passe, et vous pouvez supprimer cet e-mail.',
  'code.generic.sms': '{code} est votre code de vérification pour {app}.',

  'code.confirm_yourself.subject': 'Votre code pour confirmer que c’est bien vous chez {app}',
  'code.confirm_yourself.lead':
    'Saisissez ce code pour confirmer que c’est bien vous qui modifiez votre compte chez {app}.',
  'code.confirm_yourself.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un d’autre est peut-être connecté à votre compte. Changez votre mot de passe et gardez le code pour vous.',
  'code.confirm_yourself.sms': '{code} est votre code pour confirmer que c’est bien vous chez {app}.',

  'code.confirm_address.subject': 'Votre code pour confirmer cette adresse chez {app}',
  'code.confirm_address.subject_with_code': '{code} est votre code pour confirmer cette adresse chez {app}',
  'code.confirm_address.lead': 'Saisissez ce code pour ajouter cette adresse à votre compte chez {app}.',
  'code.confirm_address.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un a saisi votre adresse, sans doute par erreur. Sans le code, elle n’est ajoutée à aucun compte, et vous pouvez supprimer cet e-mail.',
  'code.confirm_address.sms': '{code} est votre code pour ajouter ce numéro à votre compte chez {app}.',

  'code.second_step.subject': 'Votre code pour la deuxième étape chez {app}',
  'code.second_step.lead': 'Saisissez ce code comme deuxième étape de la connexion à {app}.',
  'code.second_step.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un connaît votre mot de passe. Connectez-vous, changez-le et gardez le code pour vous.',
  'code.second_step.sms': '{code} est votre code pour la deuxième étape chez {app}.',

  'code.add_second_step.subject': 'Votre code pour activer la vérification en deux étapes chez {app}',
  'code.add_second_step.lead':
    'Saisissez ce code pour que cette adresse serve de deuxième étape à la connexion à {app}.',
  'code.add_second_step.unasked':
    'Ce n’était pas vous\u00a0? Quelqu’un d’autre est peut-être connecté à votre compte. Changez votre mot de passe et gardez le code pour vous.',
  'code.add_second_step.sms': '{code} est votre code pour activer la vérification en deux étapes chez {app}.',

  'notice.when': 'Quand',
  'notice.device': 'Appareil',
  'notice.ip': 'Adresse IP',
  'notice.utc': '{time} (UTC)',
  'notice.device_name': '{browser} sur {system}',
  'notice.by_administrator': 'Cette modification a été faite par un administrateur.',
  'notice.nothing_to_do': 'Si c’était vous, il n’y a rien d’autre à faire.',
  'notice.not_you': 'Si ce n’était pas vous, connectez-vous et changez votre mot de passe sans attendre.',
  'notice.not_you_support':
    'Si ce n’était pas vous, connectez-vous et changez votre mot de passe sans attendre. Si vous ne le pouvez pas, demandez de l’aide\u00a0: {support}',
  'notice.not_you_short': 'Ce n’était pas vous\u00a0? Changez votre mot de passe sans attendre.',

  'notice.password_changed.subject': 'Votre mot de passe chez {app} a été modifié',
  'notice.password_changed.text': 'Le mot de passe de votre compte chez {app} a été modifié.',
  'notice.password_set.subject': 'Votre compte chez {app} a maintenant un mot de passe',
  'notice.password_set.text': 'Un mot de passe a été défini pour votre compte chez {app}.',
  'notice.password_removed.subject': 'Votre mot de passe chez {app} a été supprimé',
  'notice.password_removed.text': 'Le mot de passe de votre compte chez {app} a été supprimé.',

  'notice.factor_added.subject': 'Une deuxième étape a été ajoutée à votre compte chez {app}',
  'notice.factor_added.text': 'Un moyen de confirmer votre connexion a été ajouté à votre compte chez {app}.',
  'notice.factor_changed.subject': 'Une deuxième étape de votre compte chez {app} a été modifiée',
  'notice.factor_changed.text': 'Un moyen de confirmer votre connexion a été modifié dans votre compte chez {app}.',
  'notice.factor_removed.subject': 'Une deuxième étape a été retirée de votre compte chez {app}',
  'notice.factor_removed.text': 'Un moyen de confirmer votre connexion a été retiré de votre compte chez {app}.',

  'notice.email_changed.subject': 'L’adresse e-mail de votre compte chez {app} a été modifiée',
  'notice.email_changed.text':
    'L’adresse e-mail de votre compte chez {app} a été modifiée\u00a0: {from} a été remplacée par {to}.',
  'notice.email_added.subject': 'Une adresse e-mail a été ajoutée à votre compte chez {app}',
  'notice.email_added.text': 'L’adresse e-mail {to} a été ajoutée à votre compte chez {app}.',
  'notice.email_removed.subject': 'L’adresse e-mail de votre compte chez {app} a été retirée',
  'notice.email_removed.text': 'L’adresse e-mail {from} a été retirée de votre compte chez {app}.',

  'notice.phone_changed.subject': 'Le numéro de téléphone de votre compte chez {app} a été modifié',
  'notice.phone_changed.text':
    'Le numéro de téléphone de votre compte chez {app} a été modifié\u00a0: {from} a été remplacé par {to}.',
  'notice.phone_added.subject': 'Un numéro de téléphone a été ajouté à votre compte chez {app}',
  'notice.phone_added.text': 'Le numéro de téléphone {to} a été ajouté à votre compte chez {app}.',
  'notice.phone_removed.subject': 'Le numéro de téléphone de votre compte chez {app} a été retiré',
  'notice.phone_removed.text': 'Le numéro de téléphone {from} a été retiré de votre compte chez {app}.',

  'notice.username_changed.subject': 'Le nom d’utilisateur de votre compte chez {app} a été modifié',
  'notice.username_changed.text': 'Le nom d’utilisateur de votre compte chez {app} a été modifié.',

  'notice.identity_linked.subject': 'Votre compte chez {app} a été associé à {provider}',
  'notice.identity_linked.text':
    'Qui se connecte à ce compte chez {provider} peut maintenant se connecter au vôtre chez {app}.',
  'notice.identity_unlinked.subject': 'Votre compte chez {app} n’est plus associé à {provider}',
  'notice.identity_unlinked.text': 'Vous ne pouvez plus vous connecter à {app} avec {provider}.',

  'notice.device_added.subject': 'Votre compte chez {app} a été utilisé sur un nouvel appareil',
  'notice.device_added.text':
    'Quelqu’un s’est connecté à votre compte chez {app} sur un appareil que nous n’avions encore jamais vu.',

  'notice.locked_out.subject': 'Trop d’essais manqués sur votre compte chez {app}',
  'notice.locked_out.text':
    'Quelqu’un a saisi si souvent un mauvais mot de passe ou un mauvais code pour votre compte chez {app} que nous ne laissons plus personne essayer pendant un moment. Personne n’est entré.',
  'notice.locked_out.advice':
    'Si c’était vous, attendez un moment puis réessayez. Sinon, assurez-vous que votre mot de passe est long et ne sert nulle part ailleurs.',
};
