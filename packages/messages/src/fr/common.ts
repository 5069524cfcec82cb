import type { CommonMessages } from '../catalogue.ts';

/** People are addressed as “vous”. A no-break space stands before double punctuation and inside guillemets. */
export const common: CommonMessages = {
  'footer.language': 'Langue',
  'footer.language_failed':
    'Cette langue n’a pas pu être chargée. Vérifiez votre connexion et choisissez-la à nouveau.',
  'footer.terms': 'Conditions d’utilisation',
  'footer.privacy': 'Confidentialité',
  'footer.help': 'Aide',

  'state.slow': 'Cela prend plus de temps que d’habitude.',
  'state.offline': 'Vous êtes hors ligne. Ce que vous avez saisi est conservé.',
  'state.outcome_checking': 'Nous ne savons pas encore si votre modification nous est parvenue. Vérification…',
  'state.outcome_arrived': 'Votre modification nous est bien parvenue.',
  'state.outcome_lost': 'Votre modification ne nous est pas parvenue. Rien n’a changé, vous pouvez réessayer.',
  'problem.network':
    'Nous n’avons pas pu joindre le service et ne savons pas si votre demande est arrivée. Vérifiez votre connexion et réessayez.',
  'problem.unknown': 'Cela n’a pas fonctionné. Réessayez dans un instant.',
  'problem.unknown_with_id':
    'Cela n’a pas fonctionné. Réessayez dans un instant. Si cela persiste, indiquez {id} en demandant de l’aide.',

  'identifier.username': 'Nom d’utilisateur',
  'identifier.email': 'Adresse e-mail',
  'identifier.phone': 'Numéro de téléphone',
  'identifier.username_email': 'Nom d’utilisateur ou adresse e-mail',
  'identifier.username_phone': 'Nom d’utilisateur ou numéro de téléphone',
  'identifier.email_phone': 'Adresse e-mail ou numéro de téléphone',
  'identifier.username_email_phone': 'Nom d’utilisateur, adresse e-mail ou numéro de téléphone',
  'identifier.missing': 'Saisissez ce qui vous sert à vous connecter.',
  'identifier.phone_hint': 'Commencez un numéro de téléphone par l’indicatif du pays, par exemple +886.',
  'identifier.phone_without_country': 'Commencez le numéro de téléphone par l’indicatif du pays, par exemple +886.',
  'identifier.not_an_email': 'Ce n’est pas une adresse e-mail. Vérifiez votre saisie.',
  'identifier.not_a_phone_number': 'Ce n’est pas un numéro de téléphone. Vérifiez votre saisie.',

  'username.hint': 'Des lettres, des chiffres et des tirets bas, sans commencer par un chiffre.',
  'username.charset':
    'Utilisez uniquement les lettres de A à Z, les chiffres et les tirets bas, sans commencer par un chiffre.',
  'username.missing': 'Choisissez un nom d’utilisateur.',

  'password.label': 'Mot de passe',
  'password.missing': 'Saisissez un mot de passe.',
  'password.show': 'Afficher le mot de passe',
  'password.hide': 'Masquer le mot de passe',

  'password.rules': 'Ce qu’il faut au mot de passe',
  'password.rule.length':
    'Au moins {min, plural, one {# caractère} other {# caractères}}. Les espaces et toutes les lettres conviennent.',
  'password.rule.too_long': 'Au plus {max, plural, one {# caractère} other {# caractères}}',
  'password.rule.character_types':
    '{types, plural, one {# de ces types : majuscules, minuscules, chiffres, symboles} other {Un mélange de # de ces types : majuscules, minuscules, chiffres, symboles}}',
  'password.rule.pwned': 'Absent des fuites de données connues',
  'password.rule.pattern': 'Ni répétition ni suite, comme « aaaa » ou « 1234 »',
  'password.rule.user_info': 'Sans votre nom, nom d’utilisateur, adresse e-mail ou numéro de téléphone',
  'password.rule.words': 'Sans mot refusé ici',
  'password.rule.unsupported': 'Sans caractère inutilisable',
  'password.state.met': 'C’est bon.',
  'password.state.refused': 'Pas encore.',
  'password.refused.length':
    '{min, plural, one {Utilisez au moins # caractère.} other {Utilisez au moins # caractères.}}',
  'password.refused.too_long':
    '{max, plural, one {Utilisez au plus # caractère.} other {Utilisez au plus # caractères.}}',
  'password.refused.character_types':
    '{types, plural, one {Utilisez au moins # de ces types : majuscules, minuscules, chiffres, symboles.} other {Mélangez au moins # de ces types : majuscules, minuscules, chiffres, symboles.}}',
  'password.refused.pwned': 'Ce mot de passe figure dans une fuite de données. Choisissez-en un autre.',
  'password.refused.pattern': 'Ne composez pas le mot de passe de répétitions ou de suites.',
  'password.refused.user_info':
    'N’utilisez pas votre nom, votre nom d’utilisateur, votre adresse e-mail ou votre numéro de téléphone dans le mot de passe.',
  'password.refused.words': 'Ce mot de passe contient un mot refusé ici. Choisissez-en un autre.',
  'password.refused.unsupported': 'Ce mot de passe contient des caractères inutilisables. Retirez-les.',

  'code.task': 'Saisir le code',
  'code.lead_if_email': 'S’il existe un compte pour cette adresse, nous y avons envoyé un code à 6 chiffres.',
  'code.lead_if_phone': 'S’il existe un compte pour ce numéro, nous y avons envoyé un code à 6 chiffres.',
  'code.lead_email': 'Nous avons envoyé un code à 6 chiffres à cette adresse.',
  'code.lead_phone': 'Nous avons envoyé un code à 6 chiffres à ce numéro.',
  'code.times': 'Envoyé à {sent}, valable jusqu’à {until}.',
  'code.label': 'Code',
  'code.missing': 'Saisissez les 6 chiffres du code.',
  'code.tries_left': 'Ce code n’est pas le bon. {tries, plural, one {Il reste # essai.} other {Il reste # essais.}}',
  'code.resend': 'Envoyer un nouveau code',
  'code.resend_in': 'Envoyer un nouveau code (dans {seconds} s)',
  'code.wait': 'Vous pourrez demander un nouveau code dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'code.sending': 'Envoi…',
  'code.resent': 'Un nouveau code est en route. Utilisez celui du message le plus récent ({sent}).',
  'code.newest': 'Utilisez le code du message le plus récent ({sent}).',
  'code.minute_left': 'Le code est encore valable {seconds, plural, one {# seconde} other {# secondes}}.',
  'code.over': 'Ce code ne fonctionne plus. Demandez-en un nouveau.',
  'code.limited_until': 'Vous avez demandé beaucoup de codes. Vous pourrez en redemander un à {time}.',
  'code.locked_until': 'Trop de tentatives. Pour votre sécurité, la saisie de codes est suspendue jusqu’à {time}.',
  'code.cannot_send':
    'Nous ne pouvons pas envoyer de messages pour le moment. Réessayez plus tard ou choisissez un autre moyen.',
  'code.not_there_email': 'Rien reçu ? Regardez dans les courriers indésirables ou modifiez l’adresse.',
  'code.not_there_phone': 'Rien reçu ? Cela peut prendre une minute. Vérifiez le numéro ou modifiez-le.',
  'code.inbox': 'Ceci est un serveur de développement : les messages arrivent dans sa boîte de réception.',
  'code.open_inbox': 'Ouvrir la boîte de réception',

  'value.notSet': 'Non renseigné',

  'step.locked_until': 'Trop de tentatives. Pour votre sécurité, ce moyen de connexion est suspendu jusqu’à {time}.',
  'step.checking': 'Vérification…',
  'step.continue': 'Continuer',

  'session.not_signed_in': 'Vous n’êtes pas connecté',
  'session.sign_in_again': 'Se connecter',
  'session.unknown_answer': 'Cette réponse ne correspond à aucune connexion de cet onglet. Reconnectez-vous.',
};
